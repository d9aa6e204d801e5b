"""Pagefind's index in an order that does not change from run to run.

Pagefind writes filters, and the values in them, in the order of a hash table that differs at each
run; their hashes, the index's and its name change with it. Here they are sorted and named anew.
What is written anew is not compressed: its bytes would depend on the library that compresses, and
Pagefind reads both forms.

Source: github.com/Pagefind/pagefind, issue 638; the files' form was read from Pagefind 1.5.2.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from generator.site import cbor

_SIGN = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index (path → bytes) in one order: same pages, same bytes.

    Raises:
        ValueError: The index has not the form that this module knows.
        LookupError: A file that the index names is not there.
    """
    result = dict(files)
    entry = json.loads(result[_ENTRY])
    languages = dict(sorted(entry["languages"].items()))
    for told in languages.values():
        told["hash"] = _order_index(result, told["hash"])
    text = json.dumps(entry | {"languages": languages}, ensure_ascii=False, separators=(",", ":"))
    return dict(sorted((result | {_ENTRY: text.encode()}).items()))


def _order_index(files: dict[str, bytes], name: str) -> str:
    """Sort the index of one language and its filters; return its new name."""
    index = _decoded(files.pop(f"pagefind.{name}.pf_meta"))
    # Version, pages, chunks of words, filters, orders, fields.
    if len(index) != 6:
        raise ValueError(f"the index has {len(index)} parts")
    index[3] = sorted([key, _order_filter(files, value)] for key, value in index[3])
    index[4] = sorted(index[4])
    renamed, content = _encoded(index, name, length=10)
    files[f"pagefind.{renamed}.pf_meta"] = content
    return renamed


def _order_filter(files: dict[str, bytes], name: str) -> str:
    """Sort the values of one filter; return its new name."""
    key, values = _decoded(files.pop(f"filter/{name}.pf_filter"))
    renamed, content = _encoded([key, sorted(values)], name, length=7)
    files[f"filter/{renamed}.pf_filter"] = content
    return renamed


def _decoded(content: bytes) -> Any:
    plain = content if content.startswith(_SIGN) else gzip.decompress(content)
    value = cbor.decode(plain.removeprefix(_SIGN))
    if _SIGN + cbor.encode(value) != plain:
        raise ValueError("an index file is written in another way")
    return value


def _encoded(value: Any, name: str, length: int) -> tuple[str, bytes]:
    """Return the file of a value and its name: the language of the old one and the hash."""
    content = _SIGN + cbor.encode(value)
    return f"{name.rpartition('_')[0]}_{hashlib.sha256(content).hexdigest()[:length]}", content
