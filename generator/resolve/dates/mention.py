"""What a date in a text is: the words, and what they mean or that it cannot be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.resolve.dates.tense import Tense

Precision = Literal["day", "month", "year", "interval"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that tell a date.

    `value` is written as `record.DateText`; None where the words alone, with the text's own date
    and the dates before them, do not settle it. An open mention is an answer, not a failure.
    """

    start: int
    end: int
    """Half-open span of code points in the text searched."""
    text: str
    value: str | None
    precision: Precision | None
    rule: str
    """What settled it, or why it stays open."""
    block: str = ""
    """The block's id, `dateline` or `title`; empty if a bare text was searched."""

    @property
    def day(self) -> date | None:
        """The day told, if it is one day."""
        if self.value is None or self.precision != "day":
            return None
        return date.fromisoformat(self.value)

    @property
    def year(self) -> int | None:
        """The year told, if it is one year."""
        if self.value is None:
            return None
        first, _, last = self.value.partition("/")
        return int(first[:4]) if not last or last[:4] == first[:4] else None


@dataclass(frozen=True, slots=True)
class Part:
    """A point of the calendar as far as the words tell it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def with_year(self, year: int | None) -> Part:
        """Return the same month and day in `year`."""
        return Part(year, self.month, self.day)


Form = Literal[
    "calendar", "year-shift", "month-shift", "month-last", "which-month", "weekday", "day-number", "day-shift",
    "told-day", "told-year", "open",
]  # fmt: skip
"""How the words work: by the calendar, or counted from the text's day or a day told before."""


@dataclass(frozen=True, slots=True)
class Expression:
    """The grammar of a date's words, before anything is known of the text around them."""

    start: int
    end: int
    form: Form
    first: Part = Part()
    last: Part | None = None
    """The end of a range."""
    shift: int = 0
    """Days, months or years counted from the anchor, by `form`."""
    weekday: int | None = None
    """Monday is 0."""
    tense: Tense | None = None
    """Of what the sentence speaks, if a word tells."""
    why: str = ""
    """For an open form: what keeps it open."""
