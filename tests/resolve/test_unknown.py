"""Names without a record, misspellings and events: proposed, never linked."""

from __future__ import annotations

import pytest

from generator.model import Release
from generator.resolve import resolve
from generator.resolve.nearnames import near_names
from generator.resolve.unknown import Proposal, gather, unknown_names
from generator.resolve.unrecorded import unrecorded_events
from tests.resolve.cases import gazetteer, release


def _proposed(*releases: Release, at_least: int = 1) -> list[Proposal]:
    found = (
        one
        for each in releases
        for one in unknown_names(each, resolve(each, gazetteer()), gazetteer())
    )
    return gather(found, at_least)


@pytest.mark.parametrize(
    ("text", "name", "kind", "rule"),
    [
        ("There Kim Yong Nam spoke.", "Kim Yong Nam", "person", "family-name"),
        ("They met Ambassador Ivan Petrov.", "Ivan Petrov", "person", "after-post"),
        ("DPRK Foreign Minister Pak Ui Chun spoke.", "Pak Ui Chun", "person", "after-post"),
        ("He teaches at Kim Il Sung University.", "Kim Il Sung University", "organisation", "name-head"),
        ("He joined the NATO.", "NATO", "organisation", "acronym"),
        ("They live in Paris.", "Paris", "place", "after-preposition"),
        ("He likes the Arch of Triumph.", "Arch of Triumph", None, "capitals"),
        ("But Igor Petrov's friend left.", "Igor Petrov", None, "capitals"),
        ("Moscow Gadfly Club left.", "Moscow Gadfly Club", "organisation", "name-head"),
        ("In Moscow Gadfly left.", "Gadfly", None, "capitals"),
        ("In April Igor Petrov left.", "Igor Petrov", "person", "after-post"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_proposed_with_what_it_looks_like(
    text: str, name: str, kind: str | None, rule: str
) -> None:
    """The name without the words around it, a guess, the rule and the sentence."""
    (proposal,) = _proposed(release(text))

    assert (proposal.name, proposal.kind, proposal.rule) == (name, kind, rule)
    assert proposal.first.sentence in text


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday it rained.",
        "## Everything Has Capitals Here",
        "Moscow, Pyongyang and Vladimir Putin.",
        "The West did.",
        "On Monday in April it was I.",
        "Moscow Pyongyang Wonsan",
        "They said so. Nonsense.",
    ],
)
def test_what_is_known_or_no_name_is_not_proposed(text: str) -> None:
    """Sentence openings, headings, known names, days and months are no unknown names."""
    assert _proposed(release(text)) == []


def test_names_are_gathered_over_releases() -> None:
    """A name is proposed once, with how often and where; rare ones can be left out."""
    one = release("He met Ivan Petrov.", "He met Ivan Petrov and Igor Orlov.")

    often, rare = _proposed(one)

    assert (often.name, often.times, often.releases) == ("Ivan Petrov", 2, ("some-release",))
    assert _proposed(one, at_least=2) == [often]
    assert rare.name == "Igor Orlov"


def test_a_name_like_a_known_one_is_proposed_as_such() -> None:
    """One letter apart may be an error or another person; glued words are told apart."""
    found = _proposed(release("He met Kim Yong Un, Vladimir Putinn and Ann Orlov and Bo."))

    near = {one.proposal.name: one for one in near_names(found, gazetteer())}

    assert near["Kim Yong Un"].entity == "kim-jong-un"
    assert not near["Kim Yong Un"].is_glued
    assert near["Vladimir Putinn"].is_glued
    assert len(near) == 2


def test_an_event_without_a_record_is_proposed() -> None:
    """A visit to a known place and a meeting of two known states, with the sentence's date."""
    text = "He paid an official visit to Russia on March 3, 2023. The DPRK-US talks failed."
    one = release(text, "## A visit to Russia", day="2024-02-01")

    visit, talks = unrecorded_events(one, resolve(one, gazetteer()), gazetteer())

    assert (visit.words, visit.rule, visit.places) == (
        "official visit to Russia",
        "visit",
        ("russia",),
    )
    assert visit.date == "2023-03-03"
    assert (talks.words, talks.places, talks.date) == (
        "DPRK-US talks",
        ("dprk", "united-states"),
        None,
    )


def test_a_visit_to_nowhere_known_is_not_proposed() -> None:
    """Neither is a pair of states without an event's noun."""
    one = release("He paid a visit to Belarus. DPRK-US relations are bad. DPRK-China talks began.")

    assert list(unrecorded_events(one, resolve(one, gazetteer()), gazetteer())) == []


def test_an_event_with_a_record_is_not_proposed() -> None:
    """What a mention explains is known."""
    one = release("Choe Son Hui paid a visit to Russia. The DPRK-Russia summit.", day="2024-01-20")

    assert list(unrecorded_events(one, resolve(one, gazetteer()), gazetteer())) == []
