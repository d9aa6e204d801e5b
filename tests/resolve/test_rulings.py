"""Mentions that a person settled in the release file."""

from __future__ import annotations

import pytest

from generator.model import MentionRuling
from generator.resolve import resolve, rulings
from tests.resolve.cases import entities, gazetteer, release, resolved, said

TWO = "Choe Ryong Hae met Choe Son Hui. Choe spoke."


def test_a_ruling_settles_what_is_ambiguous() -> None:
    """The person's word goes before the rules, and says so."""
    ruled = MentionRuling(block="p1", text="Choe", at=(33, 37), entity="choe-son-hui")

    found = resolved(TWO, rulings=(ruled,))

    assert said(found, "named")[-1] == "Choe = choe-son-hui"
    assert found[-1].rule == "ruling"


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
    ("ruling", "message", "fix"),
    [
        ({"block": "p9", "text": "Choe"}, "there is no block `p9`", "name one of p1"),
        ({"block": "p1", "text": "Pak"}, "`Pak` in p1 is no longer there", "correct the words, or delete the ruling"),
        (
            {"block": "p1", "text": "Choe"},
            "`Choe` in p1 stands there 3 times",
            "add `at`, one of 0-4, 19-23, 33-37",
        ),
        (
            {"block": "p1", "text": "Choe", "at": (30, 34)},
            "`Choe` in p1 is not at 30-34",
            "write `at: 33-37`",
        ),
        (
            {"block": "p1", "text": "met", "entity": "nobody"},
            "`nobody` has no record",
            "write its authority record, or correct the id",
        ),
    ],
)  # fmt: skip
def test_a_ruling_that_no_longer_applies_is_told(
    ruling: dict[str, object], message: str, fix: str
) -> None:
    """The fault says what is not so, and how to mend it; the ruling changes nothing."""
    made = MentionRuling.model_validate(ruling)
    ruled = release(TWO, rulings=(made,))

    (fault,) = rulings.faults(ruled, entities())

    assert (fault.number, fault.message, fault.fix) == (0, message, fix)
    if made.entity is None:
        assert resolve(ruled, gazetteer()) == resolved(TWO)


def test_a_sound_ruling_has_no_fault() -> None:
    """Nothing is told of a ruling whose words are where it says."""
    ruled = MentionRuling(block="p1", text="Choe", at=(33, 37), entity="choe-son-hui")

    assert list(rulings.faults(release(TWO, rulings=(ruled,)), entities())) == []
