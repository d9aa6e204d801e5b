"""How a release is called where it is held against others: by its day, its outlet, its title."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.passages import block_name
from generator.pages.words import Words
from generator.wording.reading import Reading

Line = tuple[Words, ...]


def when(reading: Reading) -> str:
    """Return the day of a release in words."""
    return dates.in_words(reading.date) if reading.date else "undated"


def name(holdings: Holdings, reading: Reading) -> Line:
    """Return a release with its outlet and day, linked."""
    outlet = holdings.outlet_name(reading.release.head.outlet)
    return (Words(f"{outlet}, {when(reading)}: "), holdings.to_release(reading.release))


def short(holdings: Holdings, reading: Reading) -> str:
    """Return a release as its outlet and title."""
    return (
        f"{holdings.outlet_name(reading.release.head.outlet)}, “{holdings.title(reading.release)}”"
    )


def place(holdings: Holdings, reading: Reading, block: str) -> Words:
    """Return a link to a paragraph, called by its number."""
    return holdings.to_release(reading.release, block, block_name(block))


def bracketed(words: Iterable[Words]) -> Line:
    """Return words in brackets, with commas between; nothing if there are none."""
    line: list[Words] = []
    for each in words:
        line += (Words(", " if line else " ("), each)
    return (*line, Words(")")) if line else ()
