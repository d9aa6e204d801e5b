"""Lists by date that stay short enough to read: on one page, or a page for each year or month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages import dates
from generator.pages.coverage import Held
from generator.pages.parted import MONTH, MOST, YEAR, Entry, Part, by, parts
from generator.pages.particulars import Row
from generator.pages.words import Words, counted

Line = tuple[Words, ...]


__all__ = ["MOST", "Entry", "Group", "Line", "Listing", "Shelves", "shelved"]


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
    coverage: tuple[Held, ...] = ()
    """What is held of each year and month, where that is to be shown."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """A list by date: what its page shows, and the pages it is continued on, by path."""

    groups: tuple[Group, ...]
    further: dict[str, Listing]


def shelved(entries: Sequence[Entry], title: str, folder: str, noun: str = "release") -> Shelves:
    """Put a list on one page if it is short, else on a page for each year or part of a full year.

    Args:
        entries: In the order of their dates, those without one last.
        title: Of the list's page; the further pages are called after it.
        folder: Path, without end, under which further pages lie, as `years` in `years/2011-03.md`.
        noun: What an entry is.
    """
    years = by(entries, YEAR)
    if len(entries) <= MOST:
        rows = {year: tuple(row for _, row in inside) for year, inside in years.items()}
        return Shelves(
            tuple(Group(year or "Undated", rows=each) for year, each in rows.items()), {}
        )
    further: dict[str, Listing] = {}
    groups: list[Group] = []
    for year, inside in years.items():
        items: list[Line] = []
        for part in parts(inside):
            path, extent = f"{folder}/{part.slug}.md", _extent(part.entries, noun)
            further[path] = _page(f"{title}: {part.name}", extent, part)
            items.append((Words(part.name, to=path), Words(f": {extent}")))
        groups.append(Group(year or "Undated", items=tuple(items)))
    if sum(len(group.items) for group in groups) > MOST:
        groups, of_years = _by_year(groups, years, title, folder, noun)
        further |= of_years
    return Shelves(tuple(groups), further)


def _by_year(
    groups: Sequence[Group],
    years: Mapping[str, Sequence[Entry]],
    title: str,
    folder: str,
    noun: str,
) -> tuple[list[Group], dict[str, Listing]]:
    """Give each year a page of its own that leads to its parts; return a list of the years."""
    further: dict[str, Listing] = {}
    items: list[Line] = []
    for group, inside in zip(groups, years.values(), strict=True):
        extent, link = _extent(inside, noun), group.items[0][0]
        if len(group.items) > 1:
            link = Words(group.heading, to=f"{folder}/{group.heading.lower()}-all.md")
            name = f"{title}: {group.heading}"
            further[link.to] = Listing(name, extent, "", (), (group,))
        items.append((link, Words(f": {extent}")))
    return [Group("", items=tuple(items))], further


def _extent(entries: Sequence[Entry], noun: str) -> str:
    return counted(len(entries), noun, "entries" if noun == "entry" else "")


def _page(title: str, byline: str, part: Part) -> Listing:
    groups = tuple(
        Group(dates.in_words(month) if month else "", rows=tuple(row for _, row in inside))
        for month, inside in by(part.entries, MONTH).items()
    )
    return Listing(title, byline, "", (), groups)
