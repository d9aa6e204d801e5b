"""From a date's grammar to its value: by the text's own date and the dates told before it.

Source: the rules are those that a careful reader's grounds for the dates of the first releases
name ("document year", "latest before the document", "nearest Monday before", "anchored in the
paragraph before"); their limits (half a year, two weeks, twenty days) were set by reading what they
made of a year's releases of one agency, and where reading found them wrong they leave a date open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from generator.resolve.dates.mention import DateMention, Expression, Part, Precision

HALF_A_YEAR = 183
"""A day of another year than the text's is nearest on one side of it only within this reach."""
NEWS = 13
"""A weekday is the news of two weeks at most; beyond, the narrative has left the text's own time."""
_MEMORY = 40
"""So many dates back a date may lean on another: nobody reads further, and time stays linear."""
_WEEK = 7
_MONTHS = 12
_FAR = 8
"""A month that comes only so many months later, said of the past, was last year's."""
_TOLD_BY_YEAR = frozenset({"explicit", "year-counted", "year-told-before"})
"""Rules of dates whose own words tell the year."""
_RECENT = 20
"""A day's number alone reaches back so many days."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a date: the text's own date and the dates told before."""

    anchor: date | None
    year: int | None
    """The text's year; it may be known where the day is not."""
    here: Sequence[DateMention]
    """Dates told before in the same block."""
    before: Sequence[DateMention]
    """Dates told in the block before."""

    def told(self) -> date | None:
        """Return the day last told, here or in the block before."""
        return next((one.day for one in self.backwards() if one.day), None)

    def backwards(self) -> Iterator[DateMention]:
        """Yield the dates told before, the nearest first."""
        yield from islice(reversed(self.here), _MEMORY)
        yield from islice(reversed(self.before), _MEMORY)


Settled = tuple[str | None, Precision | None, str]
"""Value, precision and rule."""


def settle(expression: Expression, setting: Setting) -> Settled:
    """Return what an expression's words mean where they stand.

    Args:
        expression: The words' grammar.
        setting: The text's own date and what was told before.

    Returns:
        Value, precision and the rule's name; the value is None if the words stay open.
    """
    return _RULES[expression.form](expression, setting)


def _calendar(one: Expression, setting: Setting) -> Settled:
    final = one.last or one.first
    if final.year is not None:
        return _written(one.first, one.last, "explicit")
    year, rule = _year_for(one, final, setting)
    if year is None:
        return None, None, rule
    return _written(one.first, final.with_year(year) if one.last else None, rule, year)


def _written(first: Part, last: Part | None, rule: str, year: int | None = None) -> Settled:
    """Write a date or a range; a range's beginning without a year takes that of its end."""
    if last is None:
        return _iso(first if first.year else first.with_year(year), rule)
    begun = first
    if begun.year is None and last.year is not None:
        over = (first.month or 0) > (last.month or 0)
        begun = first.with_year(last.year - 1 if over else last.year)
    start, end = _iso(begun, rule), _iso(last, rule)
    if start[0] is None or end[0] is None or start[0] > end[0]:
        return None, None, "no-such-range"
    return f"{start[0]}/{end[0]}", "interval", rule


def _iso(part: Part, rule: str) -> Settled:
    year = part.year or 0  # by now a rule has found one; there is no year 0
    if part.month is None:
        return f"{year:04}", "year", rule
    if part.day is None:
        return f"{year:04}-{part.month:02}", "month", rule
    try:
        return date(year, part.month, part.day).isoformat(), "day", rule
    except ValueError:
        return None, None, "no-such-day"


def _year_for(one: Expression, part: Part, setting: Setting) -> tuple[int | None, str]:
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
    nearest = islice(reversed(setting.here), _MEMORY)
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
    """Find the year of a bare month: this year's up to the text's own, else last year's if near."""
    month = part.month or 0
    ahead = month - anchor.month
    if ahead <= 0:
        late = one.tense == "coming" and ahead < -_MONTHS // 2
        return (anchor.year + 1, "nearest-after") if late else (anchor.year, "year-of-the-text")
    if one.tense == "coming":
        return anchor.year, "nearest-after"
    # A month in general (`the lake freezes in December`) has no past verb before it.
    if one.tense == "past" and ahead >= _FAR:
        return anchor.year - 1, "nearest-before"
    return None, "past-or-coming"


def _year_shift(one: Expression, setting: Setting) -> Settled:
    if setting.year is None:
        return None, None, "year-unknown"
    year = setting.year + one.shift
    last = one.last.with_year(year) if one.last else None
    return _written(one.first, last, "year-counted", year)


def _month_shift(one: Expression, setting: Setting) -> Settled:
    if setting.anchor is None:
        return None, None, "day-of-the-text-unknown"
    month = _moved(setting.anchor, one.shift)
    return _iso(Part(month.year, month.month, one.first.day), "month-counted")


def _moved(anchor: date, months: int) -> Part:
    count = anchor.year * _MONTHS + anchor.month - 1 + months
    return Part(count // _MONTHS, count % _MONTHS + 1)


def _month_last(one: Expression, setting: Setting) -> Settled:
    if setting.anchor is None:
        return None, None, "day-of-the-text-unknown"
    over = (one.first.month or 0) < setting.anchor.month
    year = setting.anchor.year if over else setting.anchor.year - 1
    return _iso(one.first.with_year(year), "latest-before")


def _which_month(one: Expression, setting: Setting) -> Settled:
    """Settle `last June`: in May it is last year's; in August it may be this year's or last's."""
    if setting.anchor is None:
        return None, None, "day-of-the-text-unknown"
    ahead = (one.first.month or 0) - setting.anchor.month
    plain = ahead > 0 if one.shift < 0 else ahead < 0
    if not plain:
        return None, None, "which-year"
    return _iso(one.first.with_year(setting.anchor.year + one.shift), "year-counted")


def _weekday(one: Expression, setting: Setting) -> Settled:
    if setting.anchor is None or one.weekday is None:
        return None, None, "day-of-the-text-unknown"
    if _elsewhere(setting.here, setting.anchor):
        return None, None, "another-time-told-before"
    behind = (setting.anchor.weekday() - one.weekday) % _WEEK
    if one.tense == "coming" and behind:
        day = setting.anchor + timedelta(days=_WEEK - behind)
        return day.isoformat(), "day", "next-weekday"
    return (setting.anchor - timedelta(days=behind)).isoformat(), "day", "nearest-weekday-before"


def _elsewhere(here: Sequence[DateMention], anchor: date) -> bool:
    """Return whether the last day or month told in the block is far from the text's own day.

    A month close by is no narrative: "unemployment in September, said the office on Monday".
    """
    nearest = islice(reversed(here), _MEMORY)
    told = next((one for one in nearest if one.value and one.precision in {"day", "month"}), None)
    if told is None:
        return False
    if day := told.day:
        return (anchor - day).days > NEWS
    return (anchor - date.fromisoformat(f"{told.value}-28")).days > HALF_A_YEAR


def _day_number(one: Expression, setting: Setting) -> Settled:
    told = setting.told()
    anchor = told or setting.anchor
    number = one.first.day or 0
    if anchor is None:
        return None, None, "month-unknown"
    if told:
        if number < told.day:
            return None, None, "month-unknown"
        return _iso(Part(told.year, told.month, number), "month-told-before")
    month = _moved(anchor, 0 if number <= anchor.day else -1)
    behind = (anchor - date(month.year or 1, month.month or 1, 1)).days + 1 - number
    if one.tense == "coming" or behind > _RECENT:
        return None, None, "past-or-coming"
    return _iso(Part(month.year, month.month, number), "latest-before")


def _day_shift(one: Expression, setting: Setting) -> Settled:
    if setting.anchor is None:
        return None, None, "day-of-the-text-unknown"
    return (setting.anchor + timedelta(days=one.shift)).isoformat(), "day", "day-counted"


def _told_day(one: Expression, setting: Setting) -> Settled:
    told = setting.told()
    if told is None:
        return None, None, "no-day-told-before"
    return (told + timedelta(days=one.shift)).isoformat(), "day", "day-told-before"


def _told_year(one: Expression, setting: Setting) -> Settled:
    # "more than the previous year … more than the previous year" names one year twice.
    told = (each for each in setting.backwards() if each.rule != "year-told-before")
    found = next((each.year for each in told if each.year), None)
    if found is None:
        return None, None, "no-year-told-before"
    year = found + one.shift
    last = one.last.with_year(year) if one.last else None
    return _written(one.first, last, "year-told-before", year)


def _left(one: Expression, setting: Setting) -> Settled:
    del setting
    return None, None, one.why


_RULES: dict[str, Callable[[Expression, Setting], Settled]] = {
    "calendar": _calendar,
    "year-shift": _year_shift,
    "month-shift": _month_shift,
    "month-last": _month_last,
    "which-month": _which_month,
    "weekday": _weekday,
    "day-number": _day_number,
    "day-shift": _day_shift,
    "told-day": _told_day,
    "told-year": _told_year,
    "open": _left,
}
