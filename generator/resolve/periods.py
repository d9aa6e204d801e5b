"""Dates as records write them, compared: what overlaps, and how far apart."""

from __future__ import annotations

from datetime import date

_FIRST, _LAST, _NEVER = "0000-01-01", "0000-12-31", "9999-12-31"


def bounds(value: str) -> tuple[str, str]:
    """Return the first and last day of a date as `record.DateText` writes it.

    >>> bounds("2024-06")
    ('2024-06-01', '2024-06-31')
    >>> bounds("2022-02-24/..")
    ('2022-02-24', '9999-12-31')
    """
    first, slash, last = value.partition("/")
    end = last if slash else first
    return first + _FIRST[len(first) :], _NEVER if end == ".." else end + _LAST[len(end) :]


def meet(one: str, other: str) -> bool:
    """Tell whether two dates have a day in common.

    >>> meet("2024-06", "2024-06-18/2024-06-19")
    True
    """
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def within(day: str, since: str | None, until: str | None) -> bool:
    """Tell whether `day` lies between two dates, each as precise as is known, or open."""
    first, last = bounds(day)
    return (since is None or bounds(since)[0] <= last) and (
        until is None or first <= bounds(until)[1]
    )


def days_before(value: str, day: str) -> int | None:
    """Return how many days before `day` the date `value` ended or, if it lasts, 0.

    None if it begins after `day`: it had not happened.
    """
    first, last = bounds(value)
    if first > bounds(day)[1]:
        return None
    return max(0, (_day(bounds(day)[0]) - _day(min(last, bounds(day)[0]))).days)


def days_ahead(value: str, day: str) -> int:
    """Return how many days after `day` the date `value` begins."""
    return (_day(bounds(value)[0]) - _day(bounds(day)[1])).days


def _day(text: str) -> date:
    year, month, number = (int(part) for part in text.split("-"))
    return date(year, month, min(number, 28))
