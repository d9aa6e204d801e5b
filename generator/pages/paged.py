"""A list that is too heavy for one page, on as many as it needs; the first leads to the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.pages.particulars import Row
from generator.pages.shelves import Group, Line, Listing
from generator.pages.weight import left, of_line, of_row, of_rows, runs
from generator.pages.words import Words, counted

Unit = tuple[int, Row | Line | None]
"""The number of a group, and one thing in it; None for a group that is but a heading."""


def paged(path: str, listing: Listing) -> dict[str, Listing]:
    """Return a list's pages, by path.

    Args:
        path: Of its first page.
        listing: All of it.
    """
    drawn = sum(of_line((row.name, *row.months)) for row in listing.coverage)
    first = left(of_rows(listing.record), drawn)
    begin, *others = runs(list(_units(listing.groups)), _weight, first)
    if not others:
        return {path: listing}
    links = [Words(f"Page {number}", to=further(path, number)) for number in _numbers(others)]
    more = Group("Further pages", items=tuple((link,) for link in links))
    made = {path: replace(listing, groups=(*_groups(listing, begin), more))}
    for link, units in zip(links, others, strict=True):
        made[link.to] = Listing(
            title=f"{listing.title}: {link.text.lower()}",
            byline=counted(len(units), "entry", "entries"),
            introduction="",
            record=(),
            groups=tuple(_groups(listing, units)),
        )
    return made


def further(path: str, number: int) -> str:
    """Return the path of a further page; none is in the way of a record's.

    >>> further("people/index.md", 2)
    'further/people-index-2.md'
    """
    return f"further/{path.removesuffix('.md').replace('/', '-')}-{number}.md"


def _numbers(others: Sequence[object]) -> range:
    return range(2, len(others) + 2)


def _units(groups: Iterable[Group]) -> Iterator[Unit]:
    for number, group in enumerate(groups):
        things: tuple[Row | Line | None, ...] = (*group.rows, *group.items)
        yield from ((number, each) for each in things or (None,))


def _weight(unit: Unit) -> int:
    thing = unit[1]
    if thing is None:
        return 0
    return of_row(thing) if isinstance(thing, Row) else of_line(thing)


def _groups(listing: Listing, units: Iterable[Unit]) -> Iterator[Group]:
    for number, inside in groupby(units, key=lambda unit: unit[0]):
        things = [thing for _, thing in inside]
        yield Group(
            listing.groups[number].heading,
            rows=tuple(thing for thing in things if isinstance(thing, Row)),
            items=tuple(thing for thing in things if isinstance(thing, tuple)),
        )
