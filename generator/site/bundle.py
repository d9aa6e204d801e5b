"""The files of a shard: what Pagefind made of its pages, under names and in a table of our own.

Pagefind names files by their hashes and lists 14 bytes for every page, which no compression makes
smaller and every reader would load. Here files are numbered, and the shard's folder is named by the
digest of its pages, so that its files never change. The bytes of words and texts are Pagefind's own.

Source: the files' form was read from Pagefind 1.5.2; another version is refused until somebody has
looked at it and at `overrides/assets/search/engine.js`, which reads these files.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Mapping
from typing import Any

from generator.site import cbor

VERSION = "1.5.2"
TABLE = "table.json"
ENGINE = "wasm.en.pagefind"
_SIGN = b"pagefind_dcd"


def files(made: Mapping[str, bytes], size: int) -> dict[str, bytes]:
    """Return the files of a shard: path in its folder → bytes.

    - `table.json`: `fields`: names of what is told of a page besides its text; `lengths`: a letter
      for each page (see `letter`); `parts`: the words that each part of the index begins and ends
      with, with spaces between.
    - `<n>.pf_index`: part n of the index; `<n>.pf_fragment`: the text of page n.

    Args:
        made: Pagefind's files: path in its folder → bytes.
        size: How many pages it was given.

    Raises:
        ValueError: The index has not the form that this module knows.
        LookupError: A file that the index names is not there.
    """
    entry = json.loads(made["pagefind-entry.json"])
    if entry["version"] != VERSION or list(entry["languages"]) != ["en"]:
        raise ValueError(f"Pagefind {entry['version']} is not known here")
    told = _decoded(made[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    version, pages, parts, _filters, _orders, fields = told
    if version != VERSION or len(pages) != size:
        raise ValueError(f"the index has {len(pages)} of {size} pages")
    ends = [word for begin, end, _ in parts for word in (begin, end)]
    if any(word.split() != [word] for word in ends):
        raise ValueError("a word of the index has a space")
    lengths = "".join(letter(words) for _, words in pages)
    table = {"fields": fields, "lengths": lengths, "parts": " ".join(ends)}
    return {
        TABLE: json.dumps(table, ensure_ascii=False).encode(),
        **{f"{n}.pf_index": made[f"index/{name}.pf_index"] for n, (_, _, name) in enumerate(parts)},
        **{f"{n}.pf_fragment": made[f"fragment/{key}.pf_fragment"] for n, (key, _) in enumerate(pages)},
    }  # fmt: skip


def letter(words: int) -> str:
    r"""Return the letter that stands for a number of words, right to a twentieth: scores need no more.

    >>> letter(0), letter(100), letter(105), letter(1000)
    ('0', 'e', 'f', '\x80')
    """
    return chr(ord("0") + round(8 * math.log2(words + 1)))


def engine(made: Mapping[str, bytes]) -> bytes:
    """Return the program that searches in a browser, as Pagefind packed it."""
    return made[ENGINE]


def _decoded(content: bytes) -> Any:
    plain = content if content.startswith(_SIGN) else gzip.decompress(content)
    return cbor.decode(plain.removeprefix(_SIGN))
