"""Reprints: found by what they share, not by comparing each with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Release
from generator.relate.sametext import NEAREST, fingerprint, resemblance, same_text
from tests.relate import build

TEXT = " ".join(f"word{number}" for number in range(80))
TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=60).map(" ".join)


def tied(*releases: Release) -> set[tuple[str, str]]:
    """Return who is the same text as whom."""
    return {(one.source, one.target) for one in same_text([fingerprint(one) for one in releases])}


def test_a_reprint_is_found_both_ways_with_its_score() -> None:
    """A text with one word changed in eighty is the same text, and says how much of it is."""
    one = build.release("one", TEXT)
    two = build.release("two", TEXT.replace("word40", "changed"))

    found = list(same_text([fingerprint(one), fingerprint(two)]))

    assert [(each.source, each.target) for each in found] == [("one", "two"), ("two", "one")]
    assert [each.score for each in found] == [0.901, 0.901]


def test_a_formula_with_another_name_is_no_reprint() -> None:
    """Two short texts that differ by who received whom are two texts."""
    said = "{} received credentials from the ambassador of {} at the hall on Monday in the presence"
    one = build.release("one", said.format("She", "Artania"))
    two = build.release("two", said.format("He", "Borduria"))

    assert tied(one, two) == set()


def test_a_list_of_names_in_two_languages_is_no_reprint() -> None:
    """Releases in two languages are not one text, whatever they share."""
    assert tied(build.release("one", TEXT), build.release("two", TEXT, language="es")) == set()


def test_a_text_of_a_few_words_is_like_nothing() -> None:
    """Texts of fewer than ten shingles are not compared."""
    assert (
        tied(
            build.release("one", "a greeting of a few short words"),
            build.release("two", "a greeting of a few short words"),
        )
        == set()
    )


def test_of_very_many_reprints_the_near_ones_are_tied() -> None:
    """Each of forty reprints is tied to the twelve before it: the number of ties stays linear."""
    reprints = [build.release(f"r{number:02}", TEXT) for number in range(40)]

    found = tied(*reprints)

    assert ("r00", f"r{NEAREST:02}") in found
    assert ("r00", f"r{NEAREST + 1:02}") not in found


@given(st.lists(TEXTS, max_size=5))
def test_being_the_same_text_is_symmetric_and_never_of_itself(texts: list[str]) -> None:
    """Whoever is a reprint of another has it as its reprint; nobody is its own."""
    found = tied(*(build.release(f"r{number}", text) for number, text in enumerate(texts)))

    assert found == {(two, one) for one, two in found}
    assert all(one != two for one, two in found)


@given(TEXTS, TEXTS)
def test_resemblance_is_a_share_and_alike_from_both_sides(one: str, two: str) -> None:
    """It is between 0 and 1, symmetric, and 1 for a text with shingles and itself."""
    first = fingerprint(build.release("one", one)).shingles
    second = fingerprint(build.release("two", two)).shingles

    assert 0 <= resemblance(first, second) == resemblance(second, first) <= 1
    assert resemblance(first, first) == (1 if first else 0)
