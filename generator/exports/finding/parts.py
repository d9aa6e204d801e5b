"""A table cut into parts of its alphabet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Part(Generic[Value]):
    """A run of the table's keys, in order."""

    first: str
    entries: Mapping[str, Value]


def order(text: str) -> bytes:
    """Return what texts are sorted by: as a browser compares them, by units of UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")


def by_alphabet(table: Mapping[str, Value], most: int) -> list[Part[Value]]:
    """Cut `table` into parts of at most `most` entries; of an empty table there is one, empty.

    >>> [part.first for part in by_alphabet({"b": 1, "c": 2, "a": 3}, 2)]
    ['a', 'c']
    """
    keys = sorted(table, key=order)
    runs = [keys[at : at + most] for at in range(0, len(keys), most)] or [[]]
    return [Part(run[0] if run else "", {key: table[key] for key in run}) for run in runs]
