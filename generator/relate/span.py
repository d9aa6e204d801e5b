"""Days: when an event was, when a release is of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included; `last` is None if it goes on."""

    first: date
    last: date | None


def days(text: str) -> Days:
    """Return the days that a `record.DateText` covers.

    >>> days("2024-06")
    Days(first=datetime.date(2024, 6, 1), last=datetime.date(2024, 6, 30))
    >>> days("2022-02-24/..").last
    """
    begun, _, ended = text.partition("/")
    last = None if ended == ".." else _last(ended or begun)
    return Days(_first(begun), last)


def _first(text: str) -> date:
    year, month, day = _numbers(text)
    return date(year, month or 1, day or 1)


def _last(text: str) -> date:
    year, month, day = _numbers(text)
    if month is None:
        return date(year, _MONTHS, 31)
    if day is not None:
        return date(year, month, day)
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return following - timedelta(days=1)


def _numbers(text: str) -> tuple[int, int | None, int | None]:
    parts = [int(part) for part in text.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
