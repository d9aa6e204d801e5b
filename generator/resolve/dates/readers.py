"""From the words of a date to its grammar: readers that the languages' patterns share.

A pattern names its groups alike in every language: `m1 d1 y1` the month, day and year of a date
or of a range's beginning, `m2 d2` of its end, `to` what joins them, `year`, `era` or `which` the
year at the end, `wd wd2` a weekday.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.resolve.dates.grammar import Eras, Reader, number, possible
from generator.resolve.dates.mention import Expression, Form, Part
from generator.resolve.dates.tense import Cues, Tense

_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Words:
    """What a language calls the parts of a calendar."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    which: Mapping[str, int]
    """`last`, `this`, `next`: units counted from the text's own."""
    year_units: frozenset[str]
    """Words for a year, where a unit may also be a month."""
    both: frozenset[str]
    """Words that join two days without making a range: `and`."""
    between: re.Pattern[str]
    """Found at the end of what stands before two days that do make one: `between`."""
    cues: Cues
    is_name: Callable[[re.Match[str]], bool]
    """Whether a day and month without a year are part of a name."""
    odd_weekday: Callable[[re.Match[str]], str]
    """Why a weekday's name does not tell a day; empty if it does."""


class Readers:
    """Readers for one language's patterns."""

    def __init__(self, words: Words, eras: Eras) -> None:
        """Keep the language's words and its words for other calendars."""
        self._words = words
        self._eras = eras

    def day(self, match: re.Match[str]) -> Expression | None:
        """Read one day: month and day, the year if told, the weekday if told."""
        got = match.groupdict()
        part = Part(self._year(got), self._month(got["m1"]), _day(got["d1"]))
        if not possible(part):
            return _open(match, "no-such-day")
        if got.get("era") and part.year is None:
            return _open(match, "calendars-disagree")
        if part.year is None and not got.get("which") and self._words.is_name(match):
            return _open(match, "inside-a-name")
        weekday = got.get("wd") or got.get("wd2")
        told = number(self._words.weekdays, weekday) if weekday else None
        return self._dated(match, part, weekday=told)

    def days(self, match: re.Match[str]) -> Expression | None:
        """Read a range of days; two days that do not follow each other stay open."""
        got = match.groupdict()
        year, month = self._year(got), self._month(got["m1"])
        last = Part(year, self._month(got["m2"]) if got.get("m2") else month, _day(got["d2"]))
        first = Part(int(got["y1"]) if got.get("y1") else None, month, _day(got["d1"]))
        if not (possible(first) and possible(last)):
            return None
        if got.get("m2") is None and (first.day or 0) >= (last.day or 0):
            return None
        if got["to"].strip().lower() in self._words.both and not self._is_range(match, first, last):
            return self._two_days(match, first, last)
        if year is None and not got.get("which") and self._words.is_name(match):
            return _open(match, "inside-a-name")
        return self._dated(match, first, last)

    def _two_days(self, match: re.Match[str], first: Part, last: Part) -> Expression | None:
        """Read `January 20 and March 3, 1993`: the first day, which has the year of the second."""
        if match.groupdict().get("m2") is None:
            return _open(match, "two-days")
        if first.year or last.year is None:
            return None
        end = max(match.end("m1"), match.end("d1"))
        return Expression(match.start(), end, "calendar", first.with_year(last.year))

    def _is_range(self, match: re.Match[str], first: Part, last: Part) -> bool:
        if self._words.between.search(match.string[max(0, match.start() - 20) : match.start()]):
            return True
        return first.month == last.month and (first.day or 0) + 1 == last.day

    def month(self, match: re.Match[str]) -> Expression | None:
        """Read a month, with its year if told."""
        got = match.groupdict()
        part = Part(self._year(got), self._month(got["m1"]))
        if got.get("era") and part.year is None:
            return _open(match, "calendars-disagree")
        return self._dated(match, part)

    def months(self, match: re.Match[str]) -> Expression | None:
        """Read a range of months."""
        got = match.groupdict()
        year = self._year(got)
        first, last = Part(None, self._month(got["m1"])), Part(year, self._month(got["m2"]))
        joined = got["to"].strip().lower() in self._words.both
        if joined and (first.month or 0) + 1 != last.month:
            return _open(match, "two-months")
        return self._dated(match, first, last)

    def month_last(self, match: re.Match[str]) -> Expression:
        """Read `June last`: the latest June that is over."""
        part = Part(month=self._month(match["m1"]))
        return Expression(match.start(), match.end(), "month-last", part)

    def which_month(self, match: re.Match[str]) -> Expression:
        """Read `last June`: plain only where this year's June is not over."""
        shift = self._words.which[match["which"].lower()]
        part = Part(month=self._month(match["m1"]))
        return Expression(match.start(), match.end(), "which-month", part, shift=shift)

    def weekday(self, match: re.Match[str]) -> Expression:
        """Read a weekday's name."""
        if why := self._words.odd_weekday(match):
            return _open(match, why)
        told = self._words.which.get((match["which"] or "").lower(), 0) > 0
        day = number(self._words.weekdays, match["wd"])
        tense = "coming" if told else self._tense(match)
        return Expression(match.start(), match.end(), "weekday", weekday=day, tense=tense)

    def shifted(self, match: re.Match[str]) -> Expression:
        """Read `last year`, `this month`: a unit counted from the text's own."""
        form: Form = "year-shift" if match["unit"] in self._words.year_units else "month-shift"
        shift = self._words.which[match["which"].lower()]
        part = Part(day=_day(match.groupdict().get("d1")))
        return Expression(match.start(), match.end(), form, part, shift=shift)

    def near(self, shift: int) -> Reader:
        """Return a reader of words that count days from the text's day: `yesterday`."""
        return lambda match: Expression(match.start(), match.end(), "day-shift", shift=shift)

    def ago(self, match: re.Match[str]) -> Expression:
        """Read `three days ago`."""
        count = self._words.counts.get(match["n"].lower()) or int(match["n"])
        return Expression(match.start(), match.end(), "day-shift", shift=-count)

    def told(self, form: Form, shift: int) -> Reader:
        """Return a reader of words that lean on a day or year told before: `the same day`."""
        return lambda match: Expression(match.start(), match.end(), form, shift=shift)

    def left(self, why: str) -> Reader:
        """Return a reader of words that no rule can settle, for the reason `why`."""
        return lambda match: _open(match, why)

    def day_number(self, match: re.Match[str]) -> Expression | None:
        """Read `the 17th`: a day whose month stands elsewhere."""
        part = Part(day=_day(match["d1"]))
        tense = self._tense(match)
        return Expression(match.start(), match.end(), "day-number", part, tense=tense)

    def year(self, match: re.Match[str]) -> Expression:
        """Read a year."""
        year = self._year(match.groupdict())
        if year is None:
            return _open(match, "calendars-disagree")
        group = "era" if match.groupdict().get("era") else "year"
        return Expression(match.start(group), match.end(group), "calendar", Part(year))

    def years(self, match: re.Match[str]) -> Expression | None:
        """Read a range of years; `2023-24` is one, `2010-11` may be a month."""
        first, second = int(match["y1"]), match["y2"]
        last = int(second) if len(second) > 2 else first - first % _CENTURY + int(second)
        if len(second) == 2 and int(second) <= 12:
            return _open(match, "month-or-year")
        if last <= first:
            return None
        return Expression(match.start(), match.end(), "calendar", Part(first), Part(last))

    def decade(self, match: re.Match[str]) -> Expression:
        """Read `the 1950s`."""
        first = int(match["decade"])
        at = match.start("decade")
        return Expression(at, match.end(), "calendar", Part(first), Part(first + 9))

    def _dated(
        self,
        match: re.Match[str],
        first: Part,
        last: Part | None = None,
        *,
        weekday: int | None = None,
    ) -> Expression:
        at = match.start(), match.end()
        got = match.groupdict()
        if which := got.get("which"):
            shift = self._words.which[which.lower()]
            return Expression(*at, "year-shift", first, last, shift=shift)
        if got.get("told"):
            return Expression(*at, "told-year", first, last)
        tense = self._tense(match)
        return Expression(*at, "calendar", first, last, weekday=weekday, tense=tense)

    def _tense(self, match: re.Match[str]) -> Tense | None:
        return self._words.cues.at(match.string, match.start(), match.end())

    def _year(self, got: Mapping[str, str | None]) -> int | None:
        if told := got.get("year"):
            return int(told)
        era = got.get("era")
        return self._eras.year(era) if era else None

    def _month(self, word: str) -> int:
        return int(word) if word.isdigit() else number(self._words.months, word)


def _day(word: str | None) -> int | None:
    digits = re.match(r"\d+", word or "")
    return int(digits[0]) if digits else None


def _open(match: re.Match[str], why: str) -> Expression:
    return Expression(match.start(), match.end(), "open", why=why)
