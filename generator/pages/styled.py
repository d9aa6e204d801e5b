"""How each outlet names and styles a person: titles, honorifics, offices, with dates and places."""

from __future__ import annotations

from collections import defaultdict

from generator.authority import Entity, Person
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.reading import when
from generator.pages.words import Words
from generator.wording.order import Listed
from generator.wording.styles import Styled

MOST = 30
"""Styles of one outlet that a page lists: the most frequent; all are in styles.csv."""


def styled(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return the styles of a person by outlet, in the order of their first use."""
    if not isinstance(entity, Person):
        return ()
    by_outlet: dict[str, dict[str, list[Styled]]] = defaultdict(lambda: defaultdict(list))
    for one in holdings.wording.styles.get(entity.id, ()):
        outlet = holdings.wording.readings[one.release].release.head.outlet
        by_outlet[outlet][one.whole].append(one)
    rows = tuple(
        Row(
            holdings.outlet_name(outlet),
            tuple(_line(holdings, whole, every) for whole, every in list(forms.items())[:MOST]),
        )
        for outlet, forms in by_outlet.items()
    )
    return (*rows, *in_lists(holdings, entity))


def in_lists(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return where a person stands in lists of names, the latest first; prose is no list."""
    every = holdings.wording.orders.get(entity.id, ())
    lines: list[tuple[Words, ...]] = [
        (Words(f"{one.place} of {one.of}: "), _at(holdings, one)) for one in reversed(every)
    ]
    if len(lines) > MOST:
        lines[MOST:] = [(Words(f"and {len(lines) - MOST:,} more, in styles.csv"),)]
    return (Row("Place in lists of three names or more", tuple(lines)),) if lines else ()


def _line(holdings: Holdings, whole: str, every: list[Styled]) -> tuple[Words, ...]:
    first, last = every[0], every[-1]
    times = f", {len(every)}×" if len(every) > 1 else ""
    line = [Words(f"“{whole}”{times}: "), _at(holdings, first)]
    if last.release != first.release:
        line += [Words(" to "), _at(holdings, last)]
    return tuple(line)


def _at(holdings: Holdings, one: Styled | Listed) -> Words:
    reading = holdings.wording.readings[one.release]
    return holdings.to_release(
        reading.release, one.block, f"{when(reading)}, {block_name(one.block)}"
    )
