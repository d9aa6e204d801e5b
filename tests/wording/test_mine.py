"""Wordings proposed: whole, without names and titles, and those that are worth it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Archive, KindTerm, Mention, Release
from generator.record import checked
from generator.vocabulary import Vocabulary, WordList
from generator.wording.mine import Mined, mine
from generator.wording.reading import readings
from tests.wording import texts

ROLES = {
    "function-word": [
        "the",
        "of",
        "a",
        "an",
        "and",
        "to",
        "in",
        "for",
        "on",
        "as",
        "its",
        "they",
        "he",
        "that",
        "over",
        "by",
        "with",
    ],
    "opens-wording": ["in", "with"],
    "closes-wording": ["of", "to", "over"],
    "light": ["took", "place", "last", "year"],
    "office": ["minister", "ministers"],
    "name-head": ["committee"],
}
WORDS = tuple(
    checked(WordList, {"id": role, "role": role, "words": words}) for role, words in ROLES.items()
)
KINDS = (
    KindTerm(id="statement", label="statement", level=3, definition="S.", words=("statement of the ministry",)),
    KindTerm(id="news-report", label="news report", level=6, definition="N."),
)  # fmt: skip


def archive(*releases: Release) -> Archive:
    """Return an archive with a small vocabulary and two kinds."""
    return replace(
        texts.wording(*releases).archive,
        kinds={one.id: one for one in KINDS},
        vocabulary=Vocabulary(words=WORDS),
    )


def mined(*paragraphs: str, mentions: Sequence[Mention] = (), **head: str) -> list[Mined]:
    """Return what is mined of releases of one paragraph each."""
    made = archive(
        *(texts.release(f"2024-01-{day:02}-x", text, **head) for day, text in enumerate(paragraphs, 1))
    )  # fmt: skip
    return mine(made, readings(made).values(), {f"{one.release}": [one] for one in mentions})


def said(found: Sequence[Mined]) -> list[str]:
    """Return the words of what was mined."""
    return [one.words for one in found]


def test_a_run_in_two_releases_is_found_trimmed_and_its_parts_are_not_told_again() -> None:
    """Names that no record knows are masked by their capitals."""
    found = mined(
        "Mr Sample voiced the firm and lasting will to fish in Harbour.",
        "They have a firm and lasting will; Sample spoke in Harbour.",
    )

    assert said(found) == ["firm and lasting will"]
    assert (found[0].releases, found[0].uses, found[0].first) == (2, 2, ("2024-01-01-x", "p1"))


def test_nothing_is_mined_of_nothing() -> None:
    """No release, and releases that share nothing, propose nothing."""
    assert mined() == []
    assert mined("Apples are red", "x") == []


def test_a_run_is_completed_by_what_always_stands_beside_it() -> None:
    """With the little words that belong to it; an article at the edge does not."""
    found = mined(*(f"{opening} in a short span of time, the mill was handed over to people." for opening in ("Now", "So", "Thus", "Here", "Again")))  # fmt: skip

    assert "in a short span of time" in said(found)
    assert "mill was handed over to people" in said(found)


def test_titles_of_office_and_designations_of_bodies_are_no_wordings() -> None:
    """Neither a chain that leads to an office, nor a body's name, nor what only carries a wording."""
    found = mined(
        *(f"{one} the external relations minister and the fishing rights committee; it took place last year, {one} a statement of the ministry said."
          for one in ("Indeed", "However", "Further"))
    )  # fmt: skip

    assert said(found) == []


def test_what_is_known_to_be_named_is_masked() -> None:
    """A mention's words are in no run, whatever their letters."""
    text = "they met the old fisherman in lasting peace"
    names = [Mention(f"2024-01-0{day}-x", "p1", 9, 26, "the old fisherman", ("x",), "named", "") for day in (1, 2)]  # fmt: skip

    assert said(mined(text, text, mentions=names)) == ["lasting peace"]


def test_a_wording_of_statements_comes_before_one_of_news() -> None:
    """What states and ministries say weighs more than what is reported."""
    many = [
        texts.release(f"2024-01-{day:02}-{kind}", text, kind=kind)
        for day in range(1, 9)
        for kind, text in (("news-report", "Floral baskets arrived."), ("statement", "Grave consequences loom."))
    ]  # fmt: skip
    made = archive(*many)

    assert said(mine(made, readings(made).values(), {})) == ["grave consequences loom", "floral baskets arrived"]  # fmt: skip


def test_a_subject_comes_after_a_formula() -> None:
    """Words that come back within a text are what it is about."""
    found = mined(*(f"The nuclear weapons {one}. For the nuclear weapons, of a nuclear weapons {one}. As peerless patriots {one}." for one in ("rust", "rest", "rot")))  # fmt: skip

    assert said(found)[0] == "peerless patriots"


def test_other_forms_are_told_beside_the_first() -> None:
    """One proposal for wordings that share their words."""
    found = mined(*["They expressed firm belief. "] * 3, *["They express firm belief at home."] * 2)

    assert len(found) == 1
    assert found[0].beside


def test_each_language_is_mined_by_itself() -> None:
    """A text in another language is no neighbour; accents do not part forms."""
    one = texts.release("2024-01-01-a", "Guardaron silencio eterno, acompañaron siempre.", language="es")  # fmt: skip
    other = texts.release("2024-01-02-b", "Guardaron silencio eterno, acompanaron siempre.", language="es")  # fmt: skip
    english = texts.release("2024-01-03-c", "Guardaron silencio eterno.")
    made = archive(one, other, english)

    assert {(each.words, each.releases) for each in mine(made, readings(made).values(), {})} == {
        ("guardaron silencio eterno", 2),
        ("acompañaron siempre", 2),
    }


@given(st.lists(st.lists(st.sampled_from(["firm", "will", "full", "support", "of", "the", "peace,", ".", "A"])).map(" ".join), max_size=6))  # fmt: skip
def test_what_is_mined_stands_in_so_many_releases(paragraphs: list[str]) -> None:
    """Counts are those of a naive recount: no fewer releases than told hold the words."""
    for one in mined(*paragraphs):
        holding = [text for text in paragraphs if f" {one.words} " in f" {text.lower().replace(',', ' ,')} "]  # fmt: skip
        assert len(holding) >= one.releases >= 2
