"""The title printed once more above the text."""

from __future__ import annotations

from generator.clean.again import cut_title_again
from generator.clean.profile import Detect, SiteProfile
from generator.clean.rules import Rule
from generator.clean.sheet import Reading, Sheet, opened

AGAIN = Rule(id="title-again", reason="title printed once more")


def left(text: str, *, rule: Rule | None = AGAIN, title: str | None = "Talks held") -> list[str]:
    """Return the pieces of a body from which the title's repetition is cut."""
    found = (Reading("title", title, ("l1",)),) if title else ()
    sheet: Sheet = opened(text).reading(found)
    profile = SiteProfile(id="page", detect=Detect(), title_again=rule)
    return [piece.text for piece in cut_title_again(sheet, profile).pieces]


def test_a_title_that_opens_a_line_of_the_body_is_cut() -> None:
    """What follows it on the line stays, as a paragraph."""
    assert left("Lead.\nTalks held They met in May.") == ["Lead.", "They met in May."]


def test_a_line_that_is_the_title_goes_whole() -> None:
    """Nothing is left of it."""
    assert left("Talks held\nThey met in May.") == ["They met in May."]


def test_only_the_first_repetition_is_cut() -> None:
    """A text may well begin two paragraphs with the same words."""
    assert left("Talks held A.\nTalks held B.") == ["A.", "Talks held B."]


def test_words_that_only_begin_like_the_title_stay() -> None:
    """`Talks held` is not `Talks heldover`."""
    assert left("Talks heldover till May.") == ["Talks heldover till May."]


def test_a_body_of_nothing_but_the_title_stays() -> None:
    """Something must be left to read."""
    assert left("Talks held") == ["Talks held"]


def test_without_a_rule_or_a_title_nothing_is_cut() -> None:
    """A profile must say that its site prints titles twice."""
    assert left("Talks held A.", rule=None) == ["Talks held A."]
    assert left("Talks held A.", title=None) == ["Talks held A."]
