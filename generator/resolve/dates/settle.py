"""From a date's grammar to its value: by the text's own date and the dates told before it.

Source: the rules are those that a careful reader's grounds for the dates of the first releases
name ("document year", "latest before the document", "nearest Monday before", "anchored in the
paragraph before"); their limits (half a year, two weeks, twenty days) were set by reading what they
made of a year's releases of one agency, and where reading found them wrong they leave a date open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import islice

from generator.resolve.dates.mention import DateMention, Expression, Part, Precision
from generator.resolve.dates.setting import HALF_A_YEAR, MEMORY, MONTHS, NEWS, Setting
from generator.resolve.dates.years import year_for

_WEEK = 7
_RECENT = 20
"""A day's number alone reaches back so many days."""


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
    year, rule = year_for(one, final, setting)
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
    count = anchor.year * MONTHS + anchor.month - 1 + months
    return Part(count // MONTHS, count % MONTHS + 1)


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
    nearest = islice(reversed(here), MEMORY)
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
