"""Words of several releases on one matter, release by release: side by side, or one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.holdings import Holdings
from generator.pages.reading import when
from generator.pages.sentences import sentence
from generator.pages.words import Words
from generator.wording.series import Column

AROUND = 70
"""Characters of the sentence that stand before and after the words of a slot."""


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


def column_head(holdings: Holdings, column: Column) -> Words:
    """Return a release of a series as what heads its column."""
    outlet = holdings.outlet_name(column.reading.release.head.outlet)
    beside = "" if column.member else " (beside)"
    return holdings.to_release(
        column.reading.release, text=f"{when(column.reading)}, {outlet}{beside}"
    )


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
