"""The page of a series: slot by date, name by date, formula by date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Event, Formula, Series
from generator.pages.about import backward, record_rows, source_rows
from generator.pages.described import of_entity
from generator.pages.entity import members, presence
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.paired import settled
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.reading import when
from generator.pages.sentences import sentence
from generator.pages.words import Words, counted
from generator.wording.reading import Reading
from generator.wording.series import Column, Placed, SeriesTable

COLUMNS = 4
"""Releases that stand side by side: the latest. Earlier ones are in the data file."""
AROUND = 70
"""Characters of the sentence that stand before and after the words of a slot."""
NOT_SEEN, NOT_KNOWN = "not seen", "not known: the text is not whole here"
Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a passage, marked or not."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a release that say something of a slot, with a little around them."""

    where: Words
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one release says of a slot."""

    column: Words
    passages: tuple[Passage, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A slot, release by release."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A name or formula, release by release."""

    name: Words
    cells: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Names or formulae by release."""

    title: str
    ground: str
    columns: tuple[Words, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """What the page of a series shows."""

    heading: str
    byline: str
    ground: str
    slots: tuple[SlotRow, ...]
    grids: tuple[Grid, ...]
    comparisons: tuple[Words, ...]
    members: tuple[Row, ...]
    rows: tuple[Row, ...]
    sources: tuple[Row, ...]


def series_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of each series, by path."""
    said = backward(holdings.archive.entities.values())
    made = {}
    for name, table in holdings.wording.tables.items():
        path = holdings.paths[name]
        context = _context(holdings, table, record_rows(holdings, table.series, said))
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
        grids=tuple(_grids(holdings, shown)) if len(shown) > 1 else (),
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
                _column(holdings, column),
                tuple(_passages(holdings, table.cell(slot, column.reading.id))),
                _absent(column.reading),
            )
            for column in table.columns[-COLUMNS:]
        ),
    )


def _column(holdings: Holdings, column: Column) -> Words:
    outlet = holdings.outlet_name(column.reading.release.head.outlet)
    beside = "" if column.member else " (beside)"
    return holdings.to_release(
        column.reading.release, text=f"{when(column.reading)}, {outlet}{beside}"
    )


def _absent(reading: Reading) -> str:
    return NOT_SEEN if reading.whole else NOT_KNOWN


def _passages(holdings: Holdings, placed: Iterable[Placed]) -> Iterator[Passage]:
    for one in placed:
        reading = holdings.wording.readings[one.release]
        text = reading.text(one.block)
        status = ", confirmed" if one.confirmed else ""
        where = holdings.to_release(reading.release, one.block, block_name(one.block) + status)
        yield Passage(where, clipped(text, one.start, one.end))


def clipped(text: str, start: int, end: int) -> tuple[Run, ...]:
    """Return words marked, with a little of their sentence around them."""
    first, last = sentence(text, start, end)
    begin, stop = max(first, start - AROUND), min(last, end + AROUND)
    if begin > first:
        begin = start - len(text[begin:start].partition(" ")[2])
    if stop < last:
        stop = end + len(text[end:stop].rpartition(" ")[0])
    before = ("… " if begin > first else "") + text[begin:start]
    after = text[end:stop] + (" …" if stop < last else "")
    runs = (Run("kept", before), Run("marked", text[start:end]), Run("kept", after))
    return tuple(run for run in runs if run.text)


def _grids(holdings: Holdings, columns: Sequence[Column]) -> Iterator[Grid]:
    readings = [column.reading for column in columns]
    named = {
        one.id: dict.fromkeys(
            entity for entity in _entities(holdings, one.id)
        )
        for one in readings
    }  # fmt: skip
    used = {one.id: dict.fromkeys(holdings.wording.formulae_in(one.id)) for one in readings}
    grids = (
        _grid(holdings, "Who and what is named", columns, named, _name_cell),
        _grid(holdings, "Formulae", columns, used, _formula_cell),
    )
    yield from (grid for grid in grids if grid.rows)


def _entities(holdings: Holdings, release: str) -> Iterator[str]:
    for mention in holdings.mentions.get(release, ()):
        for entity in mention.entities:
            found = holdings.archive.entities.get(entity)
            if found and not isinstance(found, Event | Series | Formula):
                yield entity


CellOf = Callable[[Holdings, str, Reading], Line]


def _grid(
    holdings: Holdings,
    title: str,
    columns: Sequence[Column],
    has: Mapping[str, Mapping[str, None]],
    cell: CellOf,
) -> Grid:
    ids = list(dict.fromkeys(each for one in has.values() for each in one))
    differing = [each for each in ids if not all(each in one for one in has.values())]
    shared = len(ids) - len(differing)
    ground = (
        f"Those that are not in all {len(columns)} of these releases; {shared} more are in all of them. "
        "A paragraph leads to the sentence."
    )
    rows = tuple(
        GridRow(
            holdings.to_entity(each), tuple(cell(holdings, each, one.reading) for one in columns)
        )
        for each in differing
    )
    heads = tuple(
        holdings.to_release(one.reading.release, text=when(one.reading)) for one in columns
    )
    return Grid(title, ground, heads, rows)


def _name_cell(holdings: Holdings, entity: str, reading: Reading) -> Line:
    found = [one for one in holdings.mentions.get(reading.id, ()) if entity in one.entities]
    blocks = [one.block for one in found if holdings.is_shown(one)]
    return _blocks(holdings, reading, blocks, bool(found))


def _formula_cell(holdings: Holdings, formula: str, reading: Reading) -> Line:
    blocks = [one.block for one in holdings.wording.used_in[reading.id] if one.formula == formula]
    return _blocks(holdings, reading, blocks, bool(blocks))


def _blocks(holdings: Holdings, reading: Reading, blocks: list[str], is_there: bool) -> Line:  # noqa: FBT001 - one of two words
    if not is_there:
        return (Words(_absent(reading)),)
    every = [
        holdings.to_release(reading.release, one, block_name(one)) for one in dict.fromkeys(blocks)
    ]
    line: list[Words] = []
    for each in every:
        line += (Words(", "), each) if line else (each,)
    return tuple(line) or (Words("named where it may not be shown"),)


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
        "source": holdings.archive.paths.get(series.id, ""),
    }
