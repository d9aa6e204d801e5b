"""Dates that a text names, as far as they are needed to place the text itself in time.

Only whole dates (day, month, year) and the day on which it says it was made public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.clean.dates import MONTHS, PrintedDate
from generator.model import Block

_MONTH = "(?P<{0}>" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\.?"
_FORMS = (
    # January 15, 2024 · from January 15 to 17, 2024
    _MONTH.format("name")
    + r"\s+(?P<day>\d{1,2})(?:\s*(?:to|and|-|–)\s*\d{1,2})?,?\s+(?P<year>\d{4})",
    # 17 January 2024 · 17 de enero de 2024 · 8 мая 2025
    r"(?P<day>\d{1,2})\.?\s+(?:de\s+)?" + _MONTH.format("name") + r",?\s+(?:de\s+)?(?P<year>\d{4})",
)
_WHOLE = tuple(re.compile(rf"\b{form}$", re.IGNORECASE) for form in _FORMS)
_YEAR = re.compile(r"\b\d{4}\b")
LONGEST = 45
"""Characters of a date up to the end of its year; names of months are tried only there."""
_DAY = rf"{_MONTH.format('name')}\s+(?P<day>\d{{1,2}})"
_PUBLIC = r"(?:made\s+public|issued|released|published)"
_MADE_PUBLIC = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bon\s+{_DAY}\s+{_PUBLIC}\b",
        rf"\b(?:was|were|has\s+been)\s+{_PUBLIC}\s+on\s+{_DAY}\b",
    )
)


@dataclass(frozen=True, slots=True)
class Named:
    """A date in a block."""

    date: PrintedDate
    block: str
    at: int


def whole_dates(blocks: Iterable[Block]) -> Iterator[Named]:
    """Yield each date with day, month and year, in the order of the text.

    >>> [named.date.iso() for named in whole_dates([Block("p1", "from January 15 to 17, 2024")])]
    ['2024-01-15']
    """
    for block in blocks:
        for year in _YEAR.finditer(block.text):
            start = max(0, year.end() - LONGEST)
            before = block.text[start : year.end()]
            found = (match for form in _WHOLE if (match := form.search(before)))
            for match in found:
                if (date := _date(match)) and date.iso():
                    yield Named(date, block.id, start + match.start())
                    break


def made_public(blocks: Iterable[Block]) -> Named | None:
    """Return the day on which the first of `blocks` to say so says the text was made public.

    >>> made_public([Block("p1", "The office on January 20 made public the following")]).date
    PrintedDate(year=None, month=1, day=20)
    """
    for block in blocks:
        for form in _MADE_PUBLIC:
            if (match := form.search(block.text)) and (date := _date(match)):
                return Named(date, block.id, match.start())
    return None


def _date(match: re.Match[str]) -> PrintedDate | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    date = PrintedDate(year, MONTHS[parts["name"].lower()], int(parts["day"]))
    return date if date.iso(2024) else None
