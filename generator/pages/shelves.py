"""Lists by date that stay short enough to read: on one page, or a page for each year or month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.pages import dates
from generator.pages.particulars import Row
from generator.pages.words import Words, counted

Line = tuple[Words, ...]
Entry = tuple[str, Row]
"""A date (ISO; empty if unknown) and what the list says of it."""
MOST = 400
"""Entries that one page may hold. A page of 400 has about 100 kB of HTML."""


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a list: dated rows, or items."""

    heading: str
    rows: tuple[Row, ...] = ()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page of lists shows."""

    title: str
    byline: str
    introduction: str
    record: tuple[Row, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Shelves:
    """A list by date: what its page shows, and the pages it is continued on, by path."""

    groups: tuple[Group, ...]
    further: dict[str, Listing]


def shelved(entries: Sequence[Entry], title: str, folder: str, noun: str = "release") -> Shelves:
    """Put a list on one page if it is short, else on a page for each year, or month of a full year.

    Args:
        entries: In the order of their dates, those without one last.
        title: Of the list's page; the further pages are called after it.
        folder: Path, without end, under which further pages lie, as `years` in `years/2011-03.md`.
        noun: What an entry is.
    """
    years = _by(entries, 4)
    if len(entries) <= MOST:
        rows = {year: tuple(row for _, row in inside) for year, inside in years.items()}
        return Shelves(
            tuple(Group(year or "Undated", rows=each) for year, each in rows.items()), {}
        )
    further: dict[str, Listing] = {}
    groups = []
    for year, inside in years.items():
        parts = {year: inside} if len(inside) <= MOST else _by(inside, 7)
        items = []
        for period, shelf in parts.items():
            path = f"{folder}/{period or 'undated'}.md"
            name = dates.in_words(period) if period else "Undated"
            extent = counted(len(shelf), noun, "entries" if noun == "entry" else "")
            further[path] = _page(f"{title}: {name}", extent, shelf)
            items.append((Words(name, to=path), Words(f": {extent}")))
        groups.append(Group(year or "Undated", items=tuple(items)))
    return Shelves(tuple(groups), further)


def _by(entries: Sequence[Entry], length: int) -> dict[str, list[Entry]]:
    return {
        key: list(inside) for key, inside in groupby(entries, key=lambda entry: entry[0][:length])
    }


def _page(title: str, byline: str, entries: list[Entry]) -> Listing:
    months = _by(entries, 7)
    groups = tuple(
        Group(dates.in_words(month) if month else "", rows=tuple(row for _, row in inside))
        for month, inside in months.items()
    )
    return Listing(title, byline, "", (), groups)
