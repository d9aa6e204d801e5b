"""Dates as the days between which they lie, so that a contradiction can be told from doubt."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model import DateClaim

FIRST, LAST = "0001-01-01", "9999-12-31"


class Days(NamedTuple):
    """The earliest and the latest day that a date may mean, as ISO text."""

    first: str
    last: str


def days(value: str) -> Days:
    """Return the days that a date or interval covers.

    >>> days("2024-02"), days("2022-02-24/..")
    (Days(first='2024-02-01', last='2024-02-31'), Days(first='2022-02-24', last='9999-12-31'))
    """
    first, slash, last = value.partition("/")
    if last == "..":
        return Days(_first(first), LAST)
    return Days(_first(first), _last(last if slash else first))


def claimed(claim: DateClaim) -> Days:
    """Return the days on one of which a claimed date may be, by its precision."""
    found = days(claim.value)
    if claim.precision == "not-before":
        return Days(found.first, LAST)
    if claim.precision == "not-after":
        return Days(FIRST, found.last)
    return found


def between(earlier: str, later: str) -> int:
    """Return how many days lie from one day to another.

    >>> between("2024-02-28", "2024-03-02")
    3
    """
    return _number(later) - _number(earlier)


def exchanged(value: str) -> str | None:
    """Return a date with day and month exchanged, if that is one.

    >>> exchanged("2024-02-11"), exchanged("2024-02-14")
    ('2024-11-02', None)
    """
    parts = value.split("-")
    if len(parts) != 3 or not parts[2].isdigit() or int(parts[2]) > 12:
        return None
    return f"{parts[0]}-{parts[2]}-{parts[1]}"


def _first(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def _last(value: str) -> str:
    # No month is longer: texts are only compared, as texts.
    return value + "-12-31"[len(value) - 4 :] if len(value) < 10 else value


def _number(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return date(max(year, 1), month, 1).toordinal() + number - 1
