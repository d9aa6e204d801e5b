"""Patterns, slots, labels and alignments that cannot hold are told."""

from __future__ import annotations

from typing import Any

from generator.authority import Entity, Formula, Series
from generator.changes import short_hash
from generator.checks import wording
from generator.checks.subject import Subject
from generator.model import Archive
from generator.record import checked
from generator.vocabulary import Commitment, Slot, Vocabulary
from tests.wording import texts

ONE, OTHER = texts.release("2024-01-01-a", "A firm will."), texts.release("2024-02-01-b", "Peace.")
PLACES = {"one": f"{ONE.id}#p1", "other": f"{OTHER.id}#p1", "kind": "none"}
NOW = (short_hash("A firm will."), short_hash("Peace."))


def told(entity: Entity, *slots: Slot) -> list[tuple[Any, str, str]]:
    """Return where, what and how gravely."""
    archive = Archive(
        releases={ONE.id: ONE, OTHER.id: OTHER},
        captures={},
        outlets={},
        entities={entity.id: entity},
        kinds={},
        paths={entity.id: "record.yml"},
        vocabulary=Vocabulary(slots=slots),
    )
    found = wording.unsound(Subject(archive))
    return [(one.at, one.message, one.level) for one in found]


def series(**fields: Any) -> Series:
    """Return a series."""
    return checked(Series, {"id": "talks", "heading": "Talks", **fields})


def test_a_formula_that_matches_everything_or_cannot_be_read_is_told() -> None:
    """Each pattern by its place; and one that has none."""
    made = told(Formula(id="x", heading="X", patterns=("fine words", ".*", "(")))

    assert [at for at, _, _ in made] == [("patterns", 1), ("patterns", 2)]
    assert told(Formula(id="x", heading="X"))[0][1] == "a formula without `patterns` finds nothing"


def test_a_slot_that_is_not_in_the_vocabulary_is_told() -> None:
    """In the list of the series and in a label."""
    label = {"at": f"{ONE.id}#p1", "slot": "blame", "text": NOW[0]}
    made = told(
        series(slots=("blam",), labels=(label,)), Slot(id="blame", label="B", definition="D.")
    )

    assert made == [(("slots", 0), "`blam` is no slot of the vocabulary", "error")]


def test_a_pattern_of_a_slot_is_checked_too() -> None:
    """A slot that would take every paragraph is told at its file."""
    made = told(series(), Slot(id="blame", label="B", definition="D.", patterns=("x*",)))

    assert made == [((0, "patterns", 0), "pattern `x*` matches any text", "error")]


def test_an_alignment_of_a_paragraph_that_changed_is_told() -> None:
    """As a warning: it is not used, and a person has to read again."""
    assert told(series(alignments=({**PLACES, "texts": NOW},))) == []
    made = told(series(alignments=({**PLACES, "texts": (NOW[1], NOW[1])},)))

    assert [(at, level) for at, _, level in made] == [(("alignments", 0, "one"), "warning")]
    assert "has changed since" in made[0][1]


def test_a_ruling_on_a_release_or_block_that_is_not_there_is_told() -> None:
    """Each by its place."""
    nowhere = {**PLACES, "one": "no-release#p1", "other": f"{OTHER.id}#p9", "texts": NOW}
    made = told(series(alignments=(nowhere,)))

    assert [at for at, _, _ in made] == [("alignments", 0, "one"), ("alignments", 0, "other")]


def test_a_pattern_of_a_commitment_is_checked_too() -> None:
    """A verb that would be found in every text is told at its file."""
    every = Commitment(id="x", label="X", strength=1, definition="X.", patterns=(".",))
    archive = Archive(
        releases={}, captures={}, outlets={}, entities={}, kinds={}, vocabulary=Vocabulary(commitments=(every,))
    )  # fmt: skip
    found = [(one.path, one.at) for one in wording.unsound(Subject(archive))]

    assert found == [("vocabulary/commitments.yml", (0, "patterns", 0))]
