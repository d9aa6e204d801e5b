"""Who says what how strongly, in the releases of a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.pages.grids import absent
from generator.pages.holdings import Holdings
from generator.pages.reading import place
from generator.pages.slotted import Cell, Passage, Run, SlotRow, clipped, column_head
from generator.wording.commitments import BOTH
from generator.wording.reading import Reading
from generator.wording.series import Column

COMMITTED = (
    "By the verb, which rules of the vocabulary find, and whoever opens the paragraph; a passive names nobody. "
    "The strongest verbs come first. Found by rule, confirmed by nobody; a verb says how a text puts a thing, not how far it binds."
)


def committed(holdings: Holdings, columns: Sequence[Column]) -> tuple[SlotRow, ...]:
    """Return, verb by verb, the strongest first, who says it in each release of a series."""
    held = {one.reading.id for one in columns}
    said = {one.term for one in holdings.wording.commitments if one.release in held}
    terms = sorted(holdings.archive.vocabulary.commitments, key=lambda one: -one.strength)
    return tuple(
        SlotRow(
            f"{term.label[:1].upper()}{term.label[1:]}",
            tuple(
                Cell(
                    column_head(holdings, one),
                    tuple(_passages(holdings, one.reading, term.id)),
                    absent(one.reading),
                )
                for one in columns
            ),
        )
        for term in terms
        if term.id in said
    )


def _passages(holdings: Holdings, reading: Reading, term: str) -> Iterator[Passage]:
    for one in holdings.wording.commitments:
        if one.release == reading.id and one.term == term:
            said = clipped(reading.text(one.block), one.start, one.end)
            verb = next(at for at, run in enumerate(said) if run.kind == "marked")
            runs = (Run("kept", f"{_speaker(holdings, one.who)}: "), *said[verb:])
            yield Passage(place(holdings, reading, one.block), runs)


def _speaker(holdings: Holdings, who: str) -> str:
    if who == BOTH:
        return "both"
    found = holdings.archive.entities.get(who)
    return found.heading if found else "nobody named"
