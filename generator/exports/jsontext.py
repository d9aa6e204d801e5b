"""JSON as our data files write it: one way, so that the same value is always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    r"""Return JSON Lines: one object on each line, fields in the order given, in UTF-8.

    >>> lines([{"id": "é"}])
    b'{"id":"\xc3\xa9"}\n'
    """
    return "".join(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records
    ).encode()


def document(value: Mapping[str, Any]) -> bytes:
    """Return one JSON document for people to read: indented, ending in a newline."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
