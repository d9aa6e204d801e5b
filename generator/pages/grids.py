"""Tables of a series, release by release: names and formulae."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Event, Formula, Series
from generator.pages.holdings import Holdings
from generator.pages.passages import block_name
from generator.pages.reading import when
from generator.pages.words import Words
from generator.wording.reading import Reading
from generator.wording.series import Column

NOT_SEEN, NOT_KNOWN = "not seen", "not known: the text is not whole here"
Line = tuple[Words, ...]


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


def absent(reading: Reading) -> str:
    """Return what to say where a release does not have a thing."""
    return NOT_SEEN if reading.whole else NOT_KNOWN


def grids(holdings: Holdings, columns: Sequence[Column]) -> Iterator[Grid]:
    """Yield the names and formulae of the releases of a series, release by release."""
    readings = [column.reading for column in columns]
    named = {
        one.id: dict.fromkeys(
            entity for entity in _entities(holdings, one.id)
        )
        for one in readings
    }  # fmt: skip
    used = {one.id: dict.fromkeys(holdings.wording.formulae_in(one.id)) for one in readings}
    made = (
        _grid(holdings, "Who and what is named", columns, named, _name_cell),
        _grid(holdings, "Formulae", columns, used, _formula_cell),
    )
    yield from (grid for grid in made if grid.rows)


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
    heads = _heads(holdings, columns)
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
        return (Words(absent(reading)),)
    every = [
        holdings.to_release(reading.release, one, block_name(one)) for one in dict.fromkeys(blocks)
    ]
    line: list[Words] = []
    for each in every:
        line += (Words(", "), each) if line else (each,)
    return tuple(line) or (Words("named where it may not be shown"),)


def _heads(holdings: Holdings, columns: Sequence[Column]) -> tuple[Words, ...]:
    return tuple(
        holdings.to_release(one.reading.release, text=when(one.reading)) for one in columns
    )
