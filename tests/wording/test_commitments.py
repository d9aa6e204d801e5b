"""Who says what how strongly: the verb, and whoever opens the paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.authority import Entity, Event, Organisation, Person, Place
from generator.model import Mention, Outlet, Rights
from generator.record import checked
from generator.vocabulary import Commitment
from generator.wording.commitments import Committed, commitments, strength
from generator.wording.reading import readings
from tests.wording import texts

TERMS = (
    Commitment(id="agreed", label="agreed", strength=5, definition="A.", patterns=("agreed to", "reached agreement")),
    Commitment(id="support", label="support", strength=3, definition="S.", patterns=("expressed full support", "support")),
)  # fmt: skip
ENTITIES: tuple[Entity, ...] = (
    Place(id="artania", heading="Artania", state=True),
    Place(id="borduria", heading="Borduria", state=True),
    Person(id="ann", heading="Ann Sample", order="given-first"),
    Organisation(id="ministry", heading="Ministry"),
    Event(id="talks", heading="Talks", date="2024-01-01"),
)
KEY = "2024-01-01-x"


def committed(text: str, *mentions: Mention, display: str = "full") -> tuple[Committed, ...]:
    """Return what a release of one paragraph commits to."""
    outlet = Outlet(id="gazette", name="G", kind="agency", rights=checked(Rights, {"display": display}))  # fmt: skip
    made = texts.wording(texts.release(KEY, text), entities=ENTITIES, outlets=(outlet,)).archive
    archive = replace(made, vocabulary=replace(made.vocabulary, commitments=TERMS))
    return commitments(archive, readings(archive).values(), {KEY: list(mentions)})


def named(text: str, start: int, *entities: str, layer: str = "named") -> Mention:
    """Return a mention of `text` at `start` of the paragraph."""
    return Mention(KEY, "p1", start, start + len(text), text, entities, layer, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "mentions", "who"),
    [
        ("The Artanian side agreed to fish.", [named("The Artanian side", 0, "artania", layer="nominal")], "artania"),
        ("Both sides agreed to fish.", [named("Both sides", 0, "artania", "borduria", layer="nominal")], "both"),
        ("The Artania and Borduria ministers agreed to fish.", [named("Artania", 4, "artania"), named("Borduria", 16, "borduria")], "both"),
        ("Ann Sample agreed to fish.", [named("Ann Sample", 0, "ann")], "ann"),
        ("The Ministry agreed to fish.", [named("Ministry", 4, "ministry")], "ministry"),
        ("It was agreed to fish.", [], ""),
        ("The talks agreed to fish.", [named("talks", 4, "talks")], ""),
        ("After a while Artania agreed to fish.", [named("Artania", 14, "artania")], ""),
    ],
)  # fmt: skip
def test_who_opens_the_paragraph_speaks(text: str, mentions: list[Mention], who: str) -> None:
    """A passive, an event and a name in mid-sentence are nobody's voice."""
    assert [(one.who, one.term) for one in committed(text, *mentions)] == [(who, "agreed")]


def test_of_words_that_two_terms_find_the_first_term_counts() -> None:
    """Each place once; what does not overlap is all told, in the order of the text."""
    found = committed("They expressed full support, reached agreement and voiced support.")

    assert [(one.term, one.start) for one in found] == [
        ("support", 5),
        ("agreed", 29),
        ("support", 58),
    ]


def test_nothing_is_said_of_what_may_not_be_shown() -> None:
    """Nor of an archive without the vocabulary."""
    assert committed("They agreed to fish.", display="metadata") == ()
    made = texts.wording(texts.release(KEY, "They agreed to fish."))
    assert commitments(made.archive, made.readings.values(), {}) == ()


def test_strengths_are_those_of_the_vocabulary() -> None:
    """An unknown term has none."""
    assert [strength(TERMS, one) for one in ("agreed", "support", "other")] == [5, 3, 0]


def test_the_dialogues_as_a_careful_reader_would() -> None:
    """Which side supports the other, and where the text lets nobody speak."""
    made = {(one.release[:4], one.block, one.term): one.who for one in texts.seeds().commitments}

    assert made["2024", "p7", "support"] == "russia"
    assert made["2025", "p7", "support"] == "dprk"
    assert made["2025", "p9", "agreed"] == "both"
    assert made["2025", "p8", "agreed"] == ""
