"""Rules that need records of their own."""

from __future__ import annotations

from dataclasses import replace

from generator.authority import Entity, Formula, Instrument, Organisation, Person, Place
from generator.model import Mention, MentionRuling
from generator.record import checked
from generator.resolve import Gazetteer, mentions, prepare, resolve
from generator.resolve.pattern import alternatives
from generator.resolve.states import States
from generator.vocabulary import Vocabulary
from tests.resolve.cases import archive, release, resolved, said


def _found(text: str, *records: Entity, day: str | None = None) -> tuple[Mention, ...]:
    prepared = prepare(archive(entities={one.id: one for one in records}))
    return resolve(release(text, day=day), prepared)


def test_one_form_of_two_records_is_ambiguous() -> None:
    """Nothing tells them apart, so both are candidates and neither is linked."""
    two = (
        Place(id="springfield-a", heading="Springfield"),
        Place(id="springfield-b", heading="Springfield"),
    )

    (found,) = _found("They met in Springfield.", *two)

    assert found.entities == ()
    assert found.candidates == ("springfield-a", "springfield-b")
    assert found.rule == "several-records"


def test_one_form_of_two_treaties_is_ambiguous() -> None:
    """Also if one of the two is no treaty."""
    pact = Instrument(id="pact", heading="Friendship Accord", form="treaty")
    body = Organisation(id="body", heading="Friendship Accord")

    (found,) = _found("The Friendship Accord.", pact, body)

    assert found.candidates == ("body", "pact")


def test_a_treaty_described_is_not_linked() -> None:
    """A form that needs the nominal context is resolved in that layer."""
    new = {"form": "new accord", "needs": "nominal"}
    pact = checked(
        Instrument, {"id": "pact", "heading": "Accord (1)", "form": "treaty", "variants": [new]}
    )

    (found,) = _found("The new accord.", pact)

    assert (found.layer, found.entities) == ("nominal", ("pact",))


def test_of_two_names_that_cross_the_longer_stays() -> None:
    """The text cannot mean both."""
    short, long = (
        Place(id="short", heading="Alpha Beta"),
        Place(id="long", heading="Beta Gamma Delta"),
    )

    (found,) = _found("In Alpha Beta Gamma Delta.", short, long)

    assert found.entities == ("long",)


def test_of_two_names_that_cross_and_are_as_long_the_first_stays() -> None:
    """As a reader would take them."""
    one, other = Place(id="one", heading="Alpha Beta"), Place(id="other", heading="Beta Iota")

    (found,) = _found("In Alpha Beta Iota.", one, other)

    assert found.entities == ("one",)


def test_places_in_a_circle_belong_to_no_state() -> None:
    """A circle of parts, told elsewhere as a fault, does not hang the resolver."""
    a, b = Place(id="a", heading="Aland", part_of="b"), Place(id="b", heading="Bland", part_of="a")

    assert len(_found("Aland and Bland: the Aland side.", a, b)) == 3


def test_an_office_of_a_state_without_record_is_no_hindrance() -> None:
    """The person is found; nobody knows whose the office is."""
    office = {"title": "President", "of": "gone"}
    person = checked(
        Person, {"id": "p", "heading": "Ann Bell", "order": "given-first", "offices": [office]}
    )

    (found,) = _found("Ann Bell spoke.", person)

    assert found.entities == ("p",)


def test_a_formula_names_nobody() -> None:
    """It is words: no mention, and of no state."""
    formula = Formula(id="f", heading="eternal peace")

    assert _found("They wished eternal peace.", formula) == ()
    assert States({"f": formula}, {}).of("f") == frozenset()


def test_an_office_without_dates_holds_between_its_sources() -> None:
    """It is attested on two days; of other days nothing is known."""
    state = checked(Place, {"id": "aland", "heading": "Aland", "state": True})
    sources = [{"release": "some-release"}, {"release": "later"}, {"url": "https://example.org"}]
    office = {"title": "President", "of": "aland", "sources": sources}
    person = checked(
        Person, {"id": "p", "heading": "Ann Bell", "order": "given-first", "offices": [office]}
    )
    days = {"some-release": "2020-01-01", "later": "2020-12-31"}
    prepared = Gazetteer({"aland": state, "p": person}, archive().vocabulary, days)

    between = resolve(release("The Aland president.", day="2020-06-01"), prepared)
    after = resolve(release("The Aland president.", day="2021-06-01"), prepared)

    assert said(between, "nominal") == ["Aland president = p"]
    assert said(after, "nominal") == []


def test_without_records_and_words_nothing_is_found() -> None:
    """An empty archive has an empty gazetteer."""
    assert resolve(release("Moscow"), Gazetteer({}, Vocabulary())) == ()
    assert alternatives([]) == "(?!)"


def test_mentions_are_given_for_every_release_of_an_archive() -> None:
    """Also for those that name nobody."""
    assert mentions(archive(release("Nothing."))) == {"some-release": ()}


def test_the_events_of_a_release_settle_its_names() -> None:
    """What the head says the release is about goes before nearness, and gives the parties."""
    found = resolved(
        "Choe Son Hui came to Russia for a strategic dialogue. The two countries agree.",
        day="2026-03-01",
        events=("dialogue-2024",),
    )

    assert "strategic dialogue = dialogue-2024" in said(found, "named")
    assert said(found, "nominal") == ["The two countries = dprk, russia"]


def test_the_visit_of_a_release_is_told_without_a_date() -> None:
    """The head says which visit it is about; `the visit` is that one again."""
    found = resolved(
        "Choe Son Hui paid a visit to Russia. During the visit she spoke. The visit to Moscow ended.",
        day="2026-03-01",
        events=("choe-visit-2024",),
    )

    assert said(found, "nominal")[:2] == [
        "visit to Russia = choe-visit-2024",
        "the visit = choe-visit-2024",
    ]


def test_the_title_names_the_parties_if_nothing_joins_them() -> None:
    """Two states in the title are the two countries of the text."""
    found = resolved("The two countries agree.", title="North Korea minister visits Russia")

    assert said(found, "nominal") == ["The two countries = dprk, russia"]


def test_a_supplied_title_is_not_read() -> None:
    """Its words are ours, not the source's."""
    made = release("Nothing.", title="Moscow").head
    assert made.title is not None
    supplied = replace(made, title=replace(made.title, status="supplied"))
    ruled = replace(supplied, rulings=(MentionRuling(block="p1", text="Nothing"),))
    prepared = prepare(archive())

    assert resolve(release("Nothing.", title="Moscow"), prepared) != ()
    assert resolve(type(release())(ruled, release("Nothing.").blocks), prepared) == ()
