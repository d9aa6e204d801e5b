"""The page of a series: slot by date, name by date, formula by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.authority import Series
from generator.pages.about import record_rows, source_rows
from generator.pages.committed import COMMITTED, committed
from generator.pages.described import of_entity
from generator.pages.entity import members, presence
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.grids import Grid, absent, grids
from generator.pages.holdings import Holdings
from generator.pages.paired import settled
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.reading import when
from generator.pages.slotted import Cell, Passage, SlotRow, clipped, column_head
from generator.pages.words import Words, counted
from generator.wording.series import Placed, SeriesTable

COLUMNS = 4
"""Releases that stand side by side: the latest. Earlier ones are in the data file."""
Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """What the page of a series shows."""

    heading: str
    byline: str
    ground: str
    slots: tuple[SlotRow, ...]
    committed: str
    commitments: tuple[SlotRow, ...]
    grids: tuple[Grid, ...]
    comparisons: tuple[Words, ...]
    members: tuple[Row, ...]
    rows: tuple[Row, ...]
    sources: tuple[Row, ...]


def series_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of each series, by path."""
    made = {}
    for name, table in holdings.wording.tables.items():
        path = holdings.paths[name]
        context = _context(holdings, table, record_rows(holdings, table.series))
        made[path] = page("series", context, path, _meta(holdings, table.series, context))
    return made


def _context(holdings: Holdings, table: SeriesTable, rows: tuple[Row, ...]) -> SeriesPage:
    series, shown = table.series, table.columns[-COLUMNS:]
    return SeriesPage(
        heading=series.heading,
        byline=f"Series, {counted(len(table.columns), 'release')} read side by side; {presence(holdings, series.id)}",
        ground=_ground(table),
        slots=tuple(_slot(holdings, table, slot.id, slot.label) for slot in table.slots)
        if shown
        else (),
        committed=COMMITTED,
        commitments=committed(holdings, shown),
        grids=tuple(grids(holdings, shown)) if len(shown) > 1 else (),
        comparisons=tuple(_comparisons(holdings, series.id)),
        members=members(holdings, series.id),
        rows=rows,
        sources=source_rows(holdings, series),
    )


def _ground(table: SeriesTable) -> str:
    beside = sum(not column.member for column in table.columns)
    confirmed = sum(one.confirmed for one in table.placed)
    parts = [f"{counted(len(table.columns) - beside, 'release')} of the series"]
    if beside:
        parts.append(f"{counted(beside, 'release')} read beside it")
    if len(table.columns) > COLUMNS:
        parts.append(f"the latest {COLUMNS} shown here, all in the data file slots.csv")
    stale = f" {counted(len(table.stale), 'label')} not used: the paragraph has changed since it was read." if table.stale else ""  # fmt: skip
    return (
        f"{', '.join(parts)}. The words of each slot were found by the rules of the vocabulary: {len(table.placed)} places, "
        f"{confirmed} of them confirmed{_by(table)}. What no rule finds is “not seen”, which does not say that it was removed.{stale}"
    )


def _by(table: SeriesTable) -> str:
    """Return who confirmed places, and when, each once."""
    said = dict.fromkeys(settled(one.label) for one in table.placed if one.label)
    return "".join(said) if len(said) == 1 else " by several readers" if said else ""


def _slot(holdings: Holdings, table: SeriesTable, slot: str, label: str) -> SlotRow:
    return SlotRow(
        label,
        tuple(
            Cell(
                column_head(holdings, column),
                tuple(_passages(holdings, table.cell(slot, column.reading.id))),
                absent(column.reading),
            )
            for column in table.columns[-COLUMNS:]
        ),
    )


def _passages(holdings: Holdings, placed: Iterable[Placed]) -> Iterator[Passage]:
    for one in placed:
        reading = holdings.wording.readings[one.release]
        text = reading.text(one.block)
        status = ", confirmed" if one.confirmed else ""
        where = holdings.to_release(reading.release, one.block, block_name(one.block) + status)
        yield Passage(where, clipped(text, one.start, one.end))


def _comparisons(holdings: Holdings, series: str) -> Iterator[Words]:
    for couple in holdings.wording.couples:
        if couple.via == series:
            one, other = (holdings.wording.readings[each] for each in (couple.one, couple.other))
            yield holdings.to_comparison(one.id, other.id, f"{when(one)} and {when(other)}")


def _meta(holdings: Holdings, series: Series, context: SeriesPage) -> Mapping[str, Value]:
    return {
        "title": series.heading,
        "description": f"{series.heading}: {context.byline[0].lower()}{context.byline[1:]}.",
        "record": "series",
        "id": series.id,
        "forms": [one.form for one in series.variants],
        **of_entity(holdings, series),
        "named": len(holdings.named.get(series.id, ())),
        **holdings.made_from(series.id),
    }
