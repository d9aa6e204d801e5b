"""Mentions that a person settled in the release file."""

from __future__ import annotations

import pytest

from generator.model import MentionRuling
from generator.record import checked
from tests.resolve.cases import resolved, said

TWO = "Choe Ryong Hae met Choe Son Hui. Choe spoke."


def test_a_ruling_settles_what_is_ambiguous() -> None:
    """The person's word goes before the rules, and says so."""
    ruled = MentionRuling(block="p1", text="Choe", at=(33, 37), entity="choe-son-hui")

    found = resolved(TWO, rulings=(ruled,))

    assert said(found, "named")[-1] == "Choe = choe-son-hui"
    assert found[-1].rule == "ruling"


def test_a_ruling_leaves_what_is_said_elsewhere() -> None:
    """Mentions before its words, after them and in other blocks stay, in the order of the text."""
    ruled = MentionRuling(block="p1", text="the city", entity="moscow")
    blocks = ("Russia and the city and the DPRK.", "Pyongyang.")

    found = resolved(*blocks, title="Wonsan", rulings=(ruled,))

    assert said(found, "named") == [
        "Wonsan = wonsan",
        "Russia = russia",
        "the city = moscow",
        "DPRK = dprk",
        "Pyongyang = pyongyang",
    ]


def test_a_ruling_may_say_that_nobody_is_meant() -> None:
    """Without an entity the mention is gone."""
    ruled = MentionRuling(block="p1", text="Moscow")

    assert resolved("Moscow is a film.", rulings=(ruled,)) == ()


def test_a_ruling_may_name_what_no_rule_finds() -> None:
    """Words that are no form of any record can be given to one."""
    ruled = MentionRuling(block="title", text="the city", entity="moscow")

    found = resolved("It was full.", title="In the city", rulings=(ruled,))

    assert said(found, "named") == ["the city = moscow"]


def test_a_ruling_leaves_descriptions_around_it_and_names_within() -> None:
    """Only what crosses its words or is the same gives way."""
    around = MentionRuling(block="p1", text="Russian", entity="russia")
    whole = MentionRuling(block="p1", text="DPRK Foreign Ministry", entity="dprk-mfa")

    one = resolved("The Russian side.", rulings=(around,))
    other = resolved("The DPRK Foreign Ministry.", rulings=(whole,))

    assert said(one, "nominal") == ["The Russian side = russia"]
    assert said(one, "named") == ["Russian = russia"]
    assert said(other, "inner") == ["DPRK = dprk"]


@pytest.mark.parametrize(
    "ruling",
    [
        {"block": "p9", "text": "Choe", "entity": "moscow"},
        {"block": "p1", "text": "Pak", "entity": "moscow"},
        {"block": "p1", "text": "Choe", "entity": "moscow"},
        {"block": "p1", "text": "Choe", "at": (30, 34), "entity": "moscow"},
    ],
    ids=["no block", "no such words", "three times there", "not there"],
)
def test_a_ruling_that_no_longer_applies_changes_nothing(ruling: dict[str, object]) -> None:
    """What it would settle is not guessed."""
    made = checked(MentionRuling, ruling)

    assert resolved(TWO, rulings=(made,)) == resolved(TWO)
