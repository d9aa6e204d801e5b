"""JSON as our data files write it: one way, so that the same value is always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    r"""Yield JSON Lines: one object on each line, fields in the order given.

    >>> list(lines([{"id": "é"}]))
    ['{"id":"é"}\n']
    """
    for record in records:
        yield _LINE.encode(record) + "\n"


def document(value: Mapping[str, Any]) -> bytes:
    """Return one JSON document for people to read: indented, ending in a newline."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
