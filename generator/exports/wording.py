"""Wording as tables: uses of formulae, alignments, slots of series, styles of persons, commitments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authority import Formula
from generator.exports import jsontext
from generator.exports.tables import table
from generator.wording import Wording
from generator.wording.commitments import strength
from generator.wording.reading import Reading

FORMULAE = ("formula", "heading", "group", "release", "date", "outlet", "kind", "block", "start", "end", "text", "quoted")  # fmt: skip
SLOTS = ("series", "slot", "release", "date", "block", "start", "end", "text", "status")
COMMITMENTS = ("release", "date", "block", "start", "end", "who", "commitment", "strength", "text")
STYLES = (
    "person",
    "release",
    "date",
    "outlet",
    "block",
    "start",
    "form",
    "before",
    "after",
    "list_place",
    "list_length",
)


def files(wording: Wording) -> dict[str, Iterator[str]]:
    """Return the data files on wording, by name."""
    return {
        "formulae.csv": table(FORMULAE, _formulae(wording)),
        "alignments.jsonl": jsontext.lines(_alignments(wording)),
        "slots.csv": table(SLOTS, _slots(wording)),
        "styles.csv": table(STYLES, _styles(wording)),
        "commitments.csv": table(COMMITMENTS, _commitments(wording)),
    }


def _formulae(wording: Wording) -> Iterator[tuple[str, ...]]:
    for key, used in sorted(wording.uses.items()):
        formula = wording.archive.entities[key]
        group = formula.group if isinstance(formula, Formula) else None
        for one in used:
            reading = wording.readings[one.release]
            head = reading.release.head
            place = (one.block, str(one.start), str(one.end), one.text)
            known = (key, formula.heading, group or "", one.release, reading.date)
            yield (*known, head.outlet, head.kind, *place, "true" if one.quoted else "false")


def _alignments(wording: Wording) -> Iterator[dict[str, Any]]:
    for couple in wording.couples:
        for row in wording.comparisons[couple.one, couple.other].rows:
            both = row.collation
            yield {
                "one": couple.one,
                "one_block": row.pair.one,
                "other": couple.other,
                "other_block": row.pair.other,
                "why": couple.why,
                "kind": row.pair.kind,
                "score": row.pair.score,
                "status": row.status,
                "ratio": both.ratio if both else None,
                "runs": [[run.kind, run.text] for run in both.runs] if both else [],
            }


def _slots(wording: Wording) -> Iterator[tuple[str, ...]]:
    for key, made in sorted(wording.tables.items()):
        for one in made.placed:
            reading = wording.readings[one.release]
            words = reading.text(one.block)[one.start : one.end]
            status = "confirmed" if one.confirmed else "proposed"
            place = (one.block, str(one.start), str(one.end), words, status)
            yield (key, one.slot, one.release, reading.date, *place)


def _styles(wording: Wording) -> Iterator[tuple[str, ...]]:
    for person, every in sorted(wording.styles.items()):
        listed = {
            (one.release, one.block, one.start): one for one in wording.orders.get(person, ())
        }
        for one in every:
            reading: Reading = wording.readings[one.release]
            place = (one.block, str(one.start), one.form, one.before, one.after)
            found = listed.get((one.release, one.block, one.start))
            order = (str(found.place), str(found.of)) if found else ("", "")
            yield (person, one.release, reading.date, reading.release.head.outlet, *place, *order)


def _commitments(wording: Wording) -> Iterator[tuple[str, ...]]:
    terms = wording.archive.vocabulary.commitments
    for one in wording.commitments:
        reading = wording.readings[one.release]
        words = reading.text(one.block)[one.start : one.end]
        place = (one.release, reading.date, one.block, str(one.start), str(one.end))
        yield (*place, one.who, one.term, str(strength(terms, one.term)), words)
