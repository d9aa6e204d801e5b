"""What holds of mentions whatever the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.authority import Formula, Place
from generator.model import Mention, Release
from generator.resolve import prepare, resolve
from generator.resolve.needed import needed
from tests.resolve.cases import archive, entities, gazetteer, release, resolved

WORDS = (
    "Kim Jong Un", "Kim", "Putin", "Vladimir Putin", "President", "the", "The", "DPRK", "-", "Russia",
    "Russian", "Republic of Korea", "Democratic People’s Republic of Korea", "foreign ministers",
    "and", "of", "second", "strategic dialogue", "visit to", "in", "in June 2024", "both sides",
    "side", "Kremlin", "said", "University", "DPRK-Russia summit", "treaty on comprehensive",
    "strategic partnership", "between", "US", "us", ",", ".", "’s", "최선희", "는", "Путина", "\u00ad",
    "Serguei\u0301", "  ", "the visit", "north", "Ivan", "leaders of", "her",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
RELEASES = st.builds(
    lambda blocks, title, day: release(*blocks, title=title or None, day=day),
    st.lists(TEXTS, max_size=4),
    TEXTS,
    st.sampled_from([None, "2011-05-05", "2024-01-20", "2024-11-02", "2025"]),
)


def _texts(one: Release) -> dict[str, str]:
    title = {"title": one.head.title.value} if one.head.title else {}
    return title | {block.id: block.text for block in one.blocks}


def _overlap(one: Mention, other: Mention) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


@given(RELEASES)
def test_a_mention_is_the_text_at_its_span(one: Release) -> None:
    """Every mention's words stand where it says, and are not empty."""
    texts = _texts(one)

    for found in resolve(one, gazetteer()):
        assert found.text
        assert texts[found.block][found.start : found.end] == found.text


@given(RELEASES)
def test_named_mentions_never_overlap(one: Release) -> None:
    """Of two named mentions one ends before the other begins; so links can be set."""
    named = [each for each in resolve(one, gazetteer()) if each.layer == "named"]

    assert not any(_overlap(a, b) for at, a in enumerate(named) for b in named[:at])


@given(RELEASES)
def test_an_inner_mention_lies_in_a_longer_one_or_in_a_name_without_record(one: Release) -> None:
    """What is inner is inside a named mention, or said to be part of an unknown name."""
    found = resolve(one, gazetteer())
    named = [each for each in found if each.layer == "named"]

    for inner in (each for each in found if each.layer == "inner"):
        assert inner.rule == "part-of-longer-name" or any(_overlap(inner, each) for each in named)


@given(RELEASES)
def test_mentions_come_in_the_order_of_the_text(one: Release) -> None:
    """Blocks in order, and within a block by where they begin."""
    order = list(_texts(one))
    places = [(order.index(each.block), each.start) for each in resolve(one, gazetteer())]

    assert places == sorted(places)


@given(RELEASES)
def test_an_unrelated_record_changes_nothing(one: Release) -> None:
    """A record none of whose names is in the text leaves all mentions as they were."""
    more = entities() | {"zanzibar": Place(id="zanzibar", heading="Zanzibar")}

    assert resolve(one, prepare(archive(entities=more))) == resolve(one, gazetteer())


@given(RELEASES)
def test_nothing_else_of_the_records_is_looked_at(one: Release) -> None:
    """Notes, links between records and formulae change no mention."""
    said = {key: replace(each, note="Noted.", see_also=("x",)) for key, each in entities().items()}
    whole = said | {"peace": Formula(id="peace", heading="the second visit", patterns=("of",))}

    assert needed(whole) == needed(entities())
    assert resolve(one, prepare(archive(entities=needed(whole)))) == resolve(one, gazetteer())


@given(RELEASES)
def test_a_mention_is_settled_or_says_between_which(one: Release) -> None:
    """A mention has entities, or candidates, never both and never neither."""
    for found in resolve(one, gazetteer()):
        assert bool(found.entities) != bool(found.candidates)
        assert found.rule


def test_a_release_without_a_mention_has_none() -> None:
    """A text that names nobody is no fault."""
    assert resolved("Nothing of note happened.") == ()
    assert resolved() == ()


def test_a_release_of_five_thousand_mentions_is_resolved_whole() -> None:
    """Each of many names is found."""
    found = resolved(*["Moscow, Pyongyang and Wonsan: Kim Jong Un spoke."] * 1250)

    assert len(found) == 5000


def test_five_thousand_records_are_as_good_as_ten() -> None:
    """Among many records the right one is found."""
    many = {f"city-{at}": Place(id=f"city-{at}", heading=f"Polis{at}") for at in range(5000)}
    prepared = prepare(archive(entities=many))

    (found,) = resolve(release("They met in Polis4711."), prepared)

    assert found.entities == ("city-4711",)


def test_an_archive_without_records_has_no_mentions() -> None:
    """Without authorities nothing can be named."""
    assert resolve(release("Moscow"), prepare(archive(entities={}))) == ()
