"""Two releases compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authority import AlignmentRuling, Series
from generator.changes import short_hash
from generator.model import Outlet, Rights
from generator.record import checked
from generator.wording import Wording
from generator.wording.compare import Comparison
from tests.wording import texts

ONE, OTHER = "2024-01-01-one", "2024-02-01-other"
SUPPORT = "They expressed full support for the measures taken by the harbour authorities"
TREATY = "Both sides reaffirmed the treaty on fishing that was signed in the old town"


def pairs(made: Comparison) -> list[tuple[str | None, str | None, str]]:
    """Return the aligned blocks with the kind of each pair."""
    return [(row.pair.one, row.pair.other, row.pair.kind) for row in made.rows]


def compared(one: tuple[str, ...], other: tuple[str, ...], *rulings: AlignmentRuling) -> Comparison:
    """Compare two releases with these paragraphs."""
    series = Series(id="talks", heading="Talks", alignments=rulings)
    made = texts.wording(texts.release(ONE, *one), texts.release(OTHER, *other), entities=(series,))
    return made.compare(ONE, OTHER)


def unruled() -> Wording:
    """Return the wording of the first releases as if nobody had confirmed anything."""
    held = texts.seeds()
    entities = {
        key: replace(one, alignments=()) if isinstance(one, Series) else one
        for key, one in held.archive.entities.items()
    }
    return Wording(replace(held.archive, entities=entities), held.mentions, held.relations)


def test_the_dialogues_are_aligned_as_a_careful_reader_would() -> None:
    """By rule alone: six true pairs, none false, and the two sides' support as mirror images."""
    found = pairs(unruled().compare(texts.NOVEMBER, texts.JULY))

    assert [each[:2] for each in found if each[2] == "variant"] == [
        ("p1", "p3"), ("p4", "p4"), ("p5", "p8"), ("p7", "p6"), ("p8", "p11"), ("p9", "p9"),
    ]  # fmt: skip
    assert [each[:2] for each in found if each[2] == "mirror"] == [("p7", "p7")]


def test_what_was_read_of_the_dialogues_is_confirmed_and_one_pair_mended() -> None:
    """The reader found a pair that no rule does; each says who read it."""
    made = texts.seeds().compare(texts.NOVEMBER, texts.JULY)
    rows = [row for row in made.rows if row.pair.kind != "unaligned"]

    assert ("p3", "p4", "variant") in pairs(made)
    assert {row.status for row in rows} == {"confirmed"}
    assert all(row.ruling and row.ruling.read_by and row.ruling.read_on for row in rows)
    assert made.stale == ()


def test_a_release_and_a_report_share_no_redline() -> None:
    """A news report beside a release is never set into it word by word."""
    made = texts.seeds().compare(texts.REPORT, texts.JANUARY)

    assert not [row for row in made.rows if row.collation and row.collation.near]


def test_who_is_named_in_one_only_is_told() -> None:
    """The third party of November is not named in July."""
    made = texts.seeds().compare(texts.NOVEMBER, texts.JULY)

    assert "united-states" in made.only_one
    assert "ukraine-war" in made.only_other
    assert made.people[1] == ("choe-son-hui", "sergei-lavrov")


@given(st.lists(st.sampled_from([SUPPORT, TREATY, "Other words.", ""]), max_size=5),
       st.lists(st.sampled_from([SUPPORT, TREATY, "Wholly different things"]), max_size=5))  # fmt: skip
def test_each_paragraph_is_shown(one: list[str], other: list[str]) -> None:
    """No paragraph of either release is lost, and none is alone and paired."""
    made = compared(tuple(one), tuple(other))

    assert {row.pair.one for row in made.rows} - {None} == {f"p{n + 1}" for n in range(len(one))}
    assert {row.pair.other for row in made.rows} - {None} == {f"p{n + 1}" for n in range(len(other))}  # fmt: skip


def test_identical_releases_have_no_mark() -> None:
    """Every paragraph answers itself and is kept."""
    made = compared((SUPPORT, TREATY), (SUPPORT, TREATY))

    assert pairs(made) == [("p1", "p1", "variant"), ("p2", "p2", "variant")]
    assert all(run.kind == "kept" for row in made.rows if row.collation for run in row.collation.runs)  # fmt: skip


def test_releases_with_nothing_in_common_stand_alone() -> None:
    """Nothing is aligned where nothing is shared."""
    made = compared(("Apples are red",), ("Солнце светит",))

    assert [each[2] for each in pairs(made)] == ["unaligned", "unaligned"]


@pytest.mark.parametrize(("few", "many"), [(1, 500), (500, 1)])
def test_one_paragraph_is_compared_with_five_hundred(few: int, many: int) -> None:
    """Length is no fault."""
    made = compared((SUPPORT,) * few, (SUPPORT,) * many)

    assert len(made.rows) == 500
    assert sum(row.pair.kind == "variant" for row in made.rows) <= 1


def ruling(kind: str, left: str, right: str, **fields: object) -> AlignmentRuling:
    """Return what a person says of the first paragraphs."""
    given = {"one": f"{ONE}#p1", "other": f"{OTHER}#p1", "kind": kind, "texts": (short_hash(left), short_hash(right))}  # fmt: skip
    return checked(AlignmentRuling, {**given, **fields})


def test_a_person_may_confirm_an_alignment() -> None:
    """What a rule does not find, a person may say, from either side; and the page says who did."""
    said = ruling("variant", "Apples are red", "Солнце светит")

    for one in (said, said.turned()):
        made = compared(("Apples are red",), ("Солнце светит",), one)
        assert [(row.pair.kind, row.status) for row in made.rows] == [("variant", "confirmed")]


def test_a_person_may_deny_an_alignment() -> None:
    """What a rule finds and a person denies is not shown as a pair."""
    made = compared((SUPPORT,), (SUPPORT,), ruling("none", SUPPORT, SUPPORT))

    assert set(pairs(made)) == {("p1", None, "unaligned"), (None, "p1", "unaligned")}


def test_a_ruling_on_a_paragraph_that_changed_is_told_and_not_used() -> None:
    """The person read other words."""
    said = ruling("none", "Older words", SUPPORT)

    made = compared((SUPPORT,), (SUPPORT,), said)

    assert pairs(made) == [("p1", "p1", "variant")]
    assert made.stale == (said,)


def test_no_more_is_compared_than_may_be_shown() -> None:
    """Of an excerpt, the rest is neither quoted nor aligned."""
    outlet = Outlet(id="gazette", name="G", kind="agency", rights=Rights(display="excerpt"))
    secret = "Secret words " * 40
    made = texts.wording(
        texts.release(ONE, SUPPORT, secret, secret), texts.release(OTHER, secret), outlets=(outlet,)
    ).compare(ONE, OTHER)

    assert sum(len(row.one) for row in made.rows) <= 300
    assert not made.one.whole
