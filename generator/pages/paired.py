"""Paragraphs of two releases that answer each other, or stand alone."""

from __future__ import annotations

from dataclasses import dataclass

from generator.authority import AlignmentRuling, SlotLabel
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.passages import block_name
from generator.pages.reading import when
from generator.pages.words import Words
from generator.wording.collate import Run
from generator.wording.compare import Compared, Comparison
from generator.wording.reading import Reading

WEAK = 0.16
"""Likeness up to which an alignment is called weak: see `relate.align.VARIANT`."""


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one release."""

    where: Words
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Paragraphs that answer each other, or one that stands alone."""

    heading: str
    ground: str
    language: str
    runs: tuple[Run, ...]
    """The two set into each other; empty if they are shown side by side."""
    one: Side | None
    other: Side | None


def pair_row(holdings: Holdings, comparison: Comparison, row: Compared) -> PairRow:
    """Return what a page shows of two paragraphs that were compared."""
    one = _side(holdings, comparison.one, row.pair.one)
    other = _side(holdings, comparison.other, row.pair.other)
    merged = row.collation.runs if row.collation else ()
    same = comparison.one.release.head.language == comparison.other.release.head.language
    return PairRow(
        heading=_heading(row),
        ground=_ground(row),
        language=comparison.other.release.head.language if same else "",
        runs=merged,
        one=one,
        other=other,
    )


def _heading(row: Compared) -> str:
    one, other = block_name(row.pair.one or ""), block_name(row.pair.other or "")
    match row.pair.kind:
        case "variant":
            return f"{one} and {other}"
        case "mirror":
            return f"{one} and {other}: mirror images"
        case "unaligned":
            return f"{one}: only in the earlier" if row.pair.one else f"{other}: only in the later"


def _ground(row: Compared) -> str:
    if row.pair.kind == "unaligned":
        return ""
    score = f"{row.pair.score:.2f}".removeprefix("0")
    weak = ", weak" if row.pair.score <= WEAK and row.status == "proposed" else ""
    found = f"Likeness {score}{weak}" if row.pair.score else "Not found by rule"
    said = f"{found}; {row.status}{settled(row.ruling)}"
    note = (
        f" {row.ruling.note[:1].upper()}{row.ruling.note[1:]}."
        if row.ruling and row.ruling.note
        else ""
    )
    if row.collation is None:
        return f"{said}. Different parties speak, each of the other.{note}"
    agree = f"{round(row.collation.ratio * 100)} of 100 words agree"
    return f"{said}; {agree}{'' if row.collation.near else ', so they stand side by side'}.{note}"


def _side(holdings: Holdings, reading: Reading, block: str | None) -> Side | None:
    if not block:
        return None
    where = holdings.to_release(reading.release, block, f"{when(reading)}, {block_name(block)}")
    return Side(where, reading.text(block), reading.release.head.language)


def settled(said: AlignmentRuling | SlotLabel | None) -> str:
    """Return who confirmed something, and when, as far as it is on record; nothing if nobody did."""
    if said is None:
        return ""
    who = f" by {said.read_by or 'a reader'}"
    return f"{who}, {dates.in_words(said.read_on)}" if said.read_on else who
