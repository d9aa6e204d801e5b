"""Paragraphs that answer each other: variants, mirror images, and those without an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.relate import Pair, align, paragraphs
from generator.relate.align import Paragraph, share
from generator.relate.grams import grams
from tests import gold
from tests.relate import build, seeds

needs_gold = pytest.mark.skipif(not gold.GOLD.exists(), reason="../shared/gold is not here")
WORDS = ("support", "measures", "expressed", "full", "peace", "talks", "ministers", "region")
PARAGRAPHS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join),
        st.sampled_from([None, "artania", "borduria"]),
    ).map(lambda made: made),
    max_size=6,
).map(
    lambda made: tuple(
        Paragraph(f"p{number}", grams(text), party) for number, (text, party) in enumerate(made, 1)
    )
)


def of(name: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of one of the first releases, with the gold's mentions."""
    archive, mentions = seeds.archive(), seeds.mentions()
    release = archive.releases[gold.IDS[name]]
    return paragraphs(release, mentions[release.id], archive.entities)


@needs_gold
def test_the_two_dialogues_answer_each_other_paragraph_by_paragraph() -> None:
    """Six variants and no false one; the two sides' words of support are mirror images."""
    pairs = align(of("001_b3d7a488b788b6fb"), of("004_2764f9c59a526e05"))

    assert {(one.one, one.other) for one in pairs if one.kind == "variant"} == {
        ("p1", "p3"),
        ("p4", "p4"),
        ("p5", "p8"),
        ("p7", "p6"),
        ("p8", "p11"),
        ("p9", "p9"),
    }
    assert [(one.one, one.other) for one in pairs if one.kind == "mirror"] == [("p7", "p7")]


@needs_gold
def test_an_account_of_the_press_is_no_wording_of_the_release() -> None:
    """Of the release and the press report of one visit, less than a fifth of paragraphs answer."""
    pairs = align(of("000_edff5feee0b5e415"), of("002_ead5845c8101bc53"))

    assert share(pairs) < 0.2


def test_what_one_party_says_is_no_wording_of_what_the_other_says() -> None:
    """Paragraphs that different parties open are mirror images, though their words are the same."""
    one = build.release("one", "The Artanian side expressed full support to Borduria.")
    two = build.release("two", "The Bordurian side expressed full support to Artania.")
    entities = {"artania": build.ARTANIA, "borduria": build.BORDURIA}
    said = build.names(one, "Artanian", "artania", layer="demonym")
    answered = build.names(two, "Bordurian", "borduria", layer="demonym")

    pairs = align(paragraphs(one, [said], entities), paragraphs(two, [answered], entities))

    assert [(each.one, each.other, each.kind) for each in pairs] == [("p1", "p1", "mirror")]


def test_paragraphs_without_an_answer_are_told() -> None:
    """What has no answer stands alone, from either side."""
    one = (Paragraph("p1", grams("rain fell on the hills"), None),)
    two = (Paragraph("p1", grams("talks were held"), None),)

    assert align(one, two) == (
        Pair("p1", None, 0.0, "unaligned"),
        Pair(None, "p1", 0.0, "unaligned"),
    )


def test_headings_are_no_paragraphs() -> None:
    """A heading is not aligned."""
    release = build.release("one", "text")
    with_heading = type(release)(
        release.head, (*release.blocks, type(release.blocks[0])("h1", "t"))
    )

    assert [one.id for one in paragraphs(with_heading, (), {})] == ["p1"]


@given(PARAGRAPHS, PARAGRAPHS)
def test_variants_are_a_matching(one: tuple[Paragraph, ...], two: tuple[Paragraph, ...]) -> None:
    """No paragraph has two variants or two mirror images; none is lost; parties never mix."""
    pairs = align(one, two)
    parties = {("one", each.id): each.party for each in one}
    parties |= {("two", each.id): each.party for each in two}

    for kind in ("variant", "mirror"):
        chosen = [each for each in pairs if each.kind == kind]
        assert len({each.one for each in chosen}) == len({each.other for each in chosen})
        assert len({each.one for each in chosen}) == len(chosen)
        for each in chosen:
            mine, theirs = parties["one", str(each.one)], parties["two", str(each.other)]
            differ = bool(mine and theirs and mine != theirs)
            assert differ == (kind == "mirror")
    assert {each.one for each in pairs if each.one} == {each.id for each in one}
    assert {each.other for each in pairs if each.other} == {each.id for each in two}


@given(PARAGRAPHS)
def test_a_release_answers_itself(one: tuple[Paragraph, ...]) -> None:
    """Each paragraph that has words which not all share is a variant of one with its words."""
    texts = {each.id: each.grams for each in one}

    for pair in align(one, one):
        if pair.kind == "variant" and pair.score == 1:
            assert set(texts[str(pair.one)]) == set(texts[str(pair.other)])
