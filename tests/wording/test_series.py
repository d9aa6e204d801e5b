"""A series by slots, and what it leads one to expect."""

from __future__ import annotations

from typing import Any

from generator.authority import Event, Formula, Series, SlotLabel
from generator.changes import short_hash
from generator.record import checked
from generator.vocabulary import Slot
from generator.wording import Wording
from tests.wording import texts

BLAME = Slot(id="blame", label="Blamed", definition="Who is blamed.", patterns=("acts of [a-z]+",))
WILL = Formula(id="will", heading="firm will", patterns=("firm will",))
DAYS = ("2024-01-01", "2024-02-01", "2024-03-01")


def archive(*paragraphs: str, labels: tuple[SlotLabel, ...] = (), **parts: Any) -> Wording:
    """Return a series with a release for each paragraph."""
    series = Series(id="talks", heading="Talks", slots=("blame", "unknown"), labels=labels)
    days = DAYS[: len(paragraphs)]
    events = tuple(
        Event(id=f"talks-{day}", heading="Talks", date=day, series="talks") for day in days
    )
    releases = (
        texts.release(f"{day}-talks", text, events=(f"talks-{day}",))
        for day, text in zip(days, paragraphs, strict=True)
    )
    return texts.wording(*releases, entities=(series, WILL, *events), slots=(BLAME,), **parts)


def test_words_are_put_into_slots_by_rule() -> None:
    """Each release's words stand in the slot; a slot that no vocabulary has is passed over."""
    made = archive("The acts of wolves.", "Peace.", "The acts of bears.").tables["talks"]

    assert [slot.id for slot in made.slots] == ["blame"]
    assert [(one.release[:10], one.start, one.end, one.confirmed) for one in made.placed] == [
        ("2024-01-01", 4, 18, False),
        ("2024-03-01", 4, 17, False),
    ]


def label(text: str, **fields: Any) -> SlotLabel:
    """Return what a person says of the first release's paragraph."""
    given = {"at": f"{DAYS[0]}-talks#p1", "slot": "blame", "text": short_hash(text)}
    return checked(SlotLabel, {**given, **fields})


def test_a_person_may_confirm_deny_or_add() -> None:
    """A label goes before the rules."""
    for text, fields, expected in (
        ("The acts of wolves.", {}, [True]),
        ("The acts of wolves.", {"deny": True}, []),
        ("Wolves did it.", {}, [True]),
    ):
        made = archive(text, labels=(label(text, **fields),)).tables["talks"]
        assert [one.confirmed for one in made.placed] == expected


def test_a_label_of_a_paragraph_that_changed_is_told_and_not_used() -> None:
    """The person read other words."""
    said = label("Older words", deny=True)
    made = archive("The acts of wolves.", labels=(said,)).tables["talks"]

    assert made.stale == (said,)
    assert [one.confirmed for one in made.placed] == [False]


def test_a_series_with_one_member_or_none_says_nothing_of_silence() -> None:
    """There is nothing to expect."""
    assert archive().tables["talks"].columns == ()
    assert archive("firm will").silences(f"{DAYS[0]}-talks") == (("talks", ()),)


def test_what_the_two_before_have_and_this_has_not_is_told() -> None:
    """Formula and slot; not what only one of the two before has."""
    made = archive("A firm will; acts of wolves.", "A firm will; acts of bears.", "Peace.")
    ((_, expected),) = made.silences(f"{DAYS[2]}-talks")

    assert [(one.what, one.id) for one in expected] == [("formula", "will"), ("slot", "blame")]


def test_nothing_is_told_missing_from_an_incomplete_capture() -> None:
    """What was not captured may have been there."""
    lost = texts.capture(f"{DAYS[2]}-talks", incomplete="its end is lost")
    made = archive("A firm will.", "A firm will.", "Peace.", captures=(lost,))

    assert made.silences(f"{DAYS[2]}-talks") == (("talks", ()),)
    assert not made.readings[f"{DAYS[2]}-talks"].whole


def test_the_third_party_of_both_releases_of_2024_is_not_seen_in_july() -> None:
    """The finding that analysts make by eye."""
    ((_, expected),) = texts.seeds().silences(texts.JULY)

    assert ("name", "united-states") in {(one.what, one.id) for one in expected}


def test_the_blamed_move_as_an_analyst_sees_it() -> None:
    """From states by name to forces without one."""
    made = texts.seeds()
    table = made.tables["dprk-russia-fm-strategic-dialogue"]
    said = {
        release: [
            made.readings[release].text(one.block)[one.start : one.end]
            for one in table.cell("third-parties", release)
        ]
        for release in (texts.NOVEMBER, texts.JULY)
    }

    assert (
        said[texts.NOVEMBER][0] == "provocative acts of the United States and its satellite states"
    )
    assert said[texts.JULY] == ["hostile forces' hegemony-oriented moves for aggression"]
