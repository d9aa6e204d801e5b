"""A language's grammar of dates: patterns that are tried in order, each with its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.resolve.dates.mention import Expression, Part
from generator.vocabulary import Calendar

Reader = Callable[[re.Match[str]], "Expression | None"]
"""From a pattern's match to what its words say; None if they are no date after all."""

YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tell a date."""

    regex: re.Pattern[str]
    read: Reader


@dataclass(frozen=True, slots=True)
class Grammar:
    """All the ways of one language; an earlier pattern takes its characters from a later one."""

    patterns: tuple[Pattern, ...]
    trigger: re.Pattern[str]
    """Found in every text in which one of the patterns can be found."""


class Eras:
    """Years counted otherwise: `<word> 113 (2024)`.

    Source: the words and the first year come from `content/vocabulary/calendars.yml`.
    """

    def __init__(self, calendars: tuple[Calendar, ...], language: str) -> None:
        """Keep the words that `language` has for the calendars."""
        self._first = {
            word.form: calendar.first_year
            for calendar in calendars
            for word in calendar.words
            if word.language == language
        }
        forms = sorted(self._first, key=lambda form: (-len(form), form))
        self.words = forms
        words = "|".join(map(re.escape, forms)) or r"(?!)"
        self.pattern = rf"(?:{words})[ -]?\d{{1,3}}(?!\d)(?:[ ]?\([ ]?\d{{4}}[ ]?\))?"
        self._parts = re.compile(rf"({words})[ -]?(\d{{1,3}})(?:[ ]?\([ ]?(\d{{4}})[ ]?\))?")

    def year(self, text: str) -> int | None:
        """Return the common year that `text` (matched by `pattern`) tells.

        None where the year in its brackets is another one: one of the two is a misprint.
        """
        # Whatever `pattern` finds has these parts.
        ((word, count, printed),) = self._parts.findall(text)
        counted = self._first[word] + int(count) - 1
        return counted if not printed or int(printed) == counted else None


Way = tuple[str, Reader]
"""A pattern's source, and its reader."""


def patterns(ways: Iterable[Way]) -> Iterator[Pattern]:
    """Yield the patterns, compiled."""
    for regex, read in ways:
        yield Pattern(re.compile(regex), read)


def expressions(grammar: Grammar, text: str) -> Iterator[Expression]:
    """Yield the dates that the words of `text` tell, in order; no two overlap.

    Args:
        grammar: The text's language.
        text: A block's text.

    Yields:
        Expressions with spans in `text`.
    """
    if not grammar.trigger.search(text):
        return
    taken: list[Expression] = []
    for pattern in grammar.patterns:
        read = (pattern.read(match) for match in pattern.regex.finditer(text))
        # Both lists are in order; merging them keeps the cost in line with the text's length.
        taken = list(_merged(taken, (one for one in read if one)))
    yield from taken


def _merged(taken: list[Expression], new: Iterable[Expression]) -> Iterator[Expression]:
    """Yield what is taken and what of the new stands beside it, in order."""
    at = 0
    for one in new:
        while at < len(taken) and taken[at].end <= one.start:
            yield taken[at]
            at += 1
        if at == len(taken) or one.end <= taken[at].start:
            yield one
    yield from taken[at:]


def number(table: Mapping[str, int], word: str) -> int:
    """Return what a month's or weekday's name counts as, whatever its case and its full stop."""
    return table[word.lower().rstrip(".")]


def possible(part: Part) -> bool:
    """Return whether the calendar has such a day in some year."""
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    month_is_right = part.month is None or 1 <= part.month <= 12
    if not month_is_right:
        return False
    return part.day is None or 1 <= part.day <= longest[(part.month or 1) - 1]
