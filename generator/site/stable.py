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
from pathlib import Path
from typing import Any

from generator.site import cbor

_SIGN = b"pagefind_dcd"


def order(folder: Path) -> None:
    """Write the index in `folder` (Pagefind's) anew, in one order.

    Raises:
        ValueError: The index has not the form that this module knows.
    """
    path = folder / "pagefind-entry.json"
    entry = json.loads(path.read_bytes())
    languages = dict(sorted(entry["languages"].items()))
    for told in languages.values():
        told["hash"] = _order_index(folder, told["hash"])
    entry["languages"] = languages
    path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _order_index(folder: Path, name: str) -> str:
    """Sort the index of one language and its filters; return its new name."""
    path = folder / f"pagefind.{name}.pf_meta"
    index = _read(path)
    # Version, pages, chunks of words, filters, orders, fields.
    if len(index) != 6:
        raise ValueError(f"{len(index)} parts in {path.name}")
    index[3] = sorted([key, _order_filter(folder, value)] for key, value in index[3])
    index[4] = sorted(index[4])
    return _write(path, index, name, length=10)


def _order_filter(folder: Path, name: str) -> str:
    """Sort the values of one filter; return its new name."""
    path = folder / "filter" / f"{name}.pf_filter"
    key, values = _read(path)
    return _write(path, [key, sorted(values)], name, length=7)


def _read(path: Path) -> Any:
    content = path.read_bytes()
    plain = content if content.startswith(_SIGN) else gzip.decompress(content)
    value = cbor.decode(plain.removeprefix(_SIGN))
    if _SIGN + cbor.encode(value) != plain:
        raise ValueError(f"{path.name} is written in another way")
    return value


def _write(path: Path, value: Any, name: str, length: int) -> str:
    content = _SIGN + cbor.encode(value)
    renamed = f"{name.rpartition('_')[0]}_{hashlib.sha256(content).hexdigest()[:length]}"
    path.unlink()
    path.with_name(path.name.replace(name, renamed)).write_bytes(content)
    return renamed
