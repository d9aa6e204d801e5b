"""Find the dates that a text tells, and settle what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from generator.resolve.dates.grammar import Grammar, expressions
from generator.resolve.dates.languages import en, ko, ru
from generator.resolve.dates.mention import DateMention
from generator.resolve.dates.setting import Setting
from generator.resolve.dates.settle import settle
from generator.vocabulary import Calendar

_GRAMMARS: dict[str, Callable[[tuple[Calendar, ...]], Grammar]] = {
    "en": en.grammar,
    "ko": ko.grammar,
    "ru": ru.grammar,
}


@lru_cache(maxsize=32)
def _grammar(language: str, calendars: tuple[Calendar, ...]) -> Grammar | None:
    made = _GRAMMARS.get(language.partition("-")[0])
    return made(calendars) if made else None


def find_dates(
    text: str,
    *,
    anchor: date | int | None,
    language: str = "en",
    previous: Sequence[DateMention] = (),
    calendars: tuple[Calendar, ...] = (),
) -> tuple[DateMention, ...]:
    """Find the dates told in one block of text, each settled or left open.

    Args:
        text: The block's text.
        anchor: The day of the text itself (dateline, else publication); a number if only its
            year is known.
        language: ISO 639-1 code; a language without a grammar here gives no dates.
        previous: The dates of the block before, for `the same day` and `the 17th`.
        calendars: Other counts of years, from the vocabulary.

    Returns:
        Mentions in order with offsets in `text`; no two overlap.

    >>> [one.value for one in find_dates("On Monday and on 3 May.", anchor=date(2024, 5, 8))]
    ['2024-05-06', '2024-05-03']
    """
    grammar = _grammar(language, calendars)
    if grammar is None:
        return ()
    day = anchor if isinstance(anchor, date) else None
    year = anchor.year if isinstance(anchor, date) else anchor
    found: list[DateMention] = []
    for one in expressions(grammar, text):
        value, precision, rule = settle(one, Setting(day, year, found, previous))
        words = text[one.start : one.end]
        found.append(DateMention(one.start, one.end, words, value, precision, rule))
    return tuple(found)
