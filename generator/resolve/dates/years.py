"""The year of a day or month told without one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from generator.resolve.dates.mention import Expression, Part
from generator.resolve.dates.setting import HALF_A_YEAR, MEMORY, MONTHS, NEWS, Setting

_FAR = 8
"""A month that comes only so many months later, said of the past, was last year's."""
_TOLD_BY_YEAR = frozenset({"explicit", "year-counted", "year-told-before"})
"""Rules of dates whose own words tell the year."""


def year_for(one: Expression, part: Part, setting: Setting) -> tuple[int | None, str]:
    """Find the year of a month and day (or of a month) told without one."""
    told = _narrative_year(part, setting)
    if told is not None and one.tense != "coming":
        return told
    if setting.anchor is None:
        return setting.year, "year-of-the-text" if setting.year else "year-unknown"
    if part.day is None:
        return _year_of_month(one, part, setting.anchor)
    return _year_of_day(one, part, setting.anchor)


def _narrative_year(part: Part, setting: Setting) -> tuple[int | None, str] | None:
    """Return the year the paragraph was already in, if it was in another than the text's own.

    "He came in September 2023. On September 13 …" tells the month again: it is 2023. After
    another month of another year the paragraph may have come back to its own time or not.
    """
    nearest = islice(reversed(setting.here), MEMORY)
    told = (one for one in nearest if one.year and one.rule in _TOLD_BY_YEAR)
    last = next(told, None)
    if last is None or setting.year is None or last.year == setting.year:
        return None
    same_month = last.value is not None and last.value[5:7] == f"{part.month or 0:02}"
    if same_month:
        return last.year, "year-told-before"
    near = setting.anchor and part.day and _behind(part, setting.anchor) <= NEWS
    return None if near else (None, "another-year-told-before")


def _behind(part: Part, anchor: date) -> int:
    """Return how many days before the anchor the day of `part` last was."""
    past = _dates(part, anchor, (0, -1))
    return min(((anchor - day).days for day in past if day <= anchor), default=10 * HALF_A_YEAR)


def _dates(part: Part, anchor: date, shifts: Sequence[int]) -> list[date]:
    found = []
    for shift in shifts:
        try:
            found.append(date(anchor.year + shift, part.month or 1, part.day or 1))
        except ValueError:
            continue
    return found


def _year_of_day(one: Expression, part: Part, anchor: date) -> tuple[int | None, str]:
    candidates = _dates(part, anchor, (-1, 0, 1))
    if one.weekday is not None and one.last is None:
        fitting = [day for day in candidates if day.weekday() == one.weekday]
        near = [day for day in fitting if abs((day - anchor).days) <= 2 * HALF_A_YEAR]
        return (near[0].year, "weekday-agrees") if len(near) == 1 else (None, "weekday-disagrees")
    past = max((day for day in candidates if day <= anchor), default=None)
    future = min((day for day in candidates if day > anchor), default=None)
    if one.tense == "coming" and future and (past is None or future - anchor < anchor - past):
        return future.year, "nearest-after"
    if past is None:
        return None, "year-unknown"
    if past.year == anchor.year:
        return past.year, "year-of-the-text"
    if (anchor - past).days <= HALF_A_YEAR:
        return past.year, "nearest-before"
    return None, "past-or-coming"


def _year_of_month(one: Expression, part: Part, anchor: date) -> tuple[int | None, str]:
    """Find the year of a bare month: this year's up to the text's own, else last year's if near.

    One that is over and yet told as coming is next year's if that is nearer; else it stays open,
    for either the words were taken for a future that they are not, or the year is not this one.
    """
    month = part.month or 0
    ahead = month - anchor.month
    if one.tense == "coming" and ahead < 0:
        late = ahead < -MONTHS // 2
        return (anchor.year + 1, "nearest-after") if late else (None, "past-or-coming")
    if ahead <= 0:
        return anchor.year, "year-of-the-text"
    if one.tense == "coming":
        return anchor.year, "nearest-after"
    # A month in general (`the lake freezes in December`) has no past verb before it.
    if one.tense == "past" and ahead >= _FAR:
        return anchor.year - 1, "nearest-before"
    return None, "past-or-coming"
