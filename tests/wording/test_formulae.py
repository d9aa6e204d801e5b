"""Formulae: where they stand, when they came, and patterns that cannot be used."""

from __future__ import annotations

import pytest
import yaml

from generator.authority import Formula
from generator.model import Outlet, Rights
from generator.wording.patterns import Finder, fault
from tests import gold
from tests.wording import texts


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "matches any text"),
        (".*", "matches any text"),
        (".", "matches any text"),
        ("a|b?", "matches any text"),
        (r"\w+", "matches any text"),
        ("(", "cannot be read"),
        ("(?=ahead)", "cannot be read"),
        ("(a{1000}){1000}", "cannot be read"),
    ],
)
def test_a_pattern_that_finds_no_wording_is_told(pattern: str, why: str) -> None:
    """Everything, nothing, too large or unreadable."""
    assert why in (fault(pattern) or "")
    assert Finder([("x", pattern)]).find("a firm will") == []


def test_a_pattern_that_would_take_for_ever_takes_no_time() -> None:
    """Nested repetitions are searched in time linear in the text."""
    assert (
        Finder([("x", "(a+)+b"), ("y", "(x|xx)*y$")]).find("a" * 50_000 + " " + "x" * 5_000) == []
    )


def test_a_wording_is_found_in_any_case_and_typography_and_never_cut() -> None:
    """Dashes and apostrophes are one; words are whole; a particle may be glued to the end."""
    finder = Finder([("x", "one's all-round will")])

    assert len(finder.find("ONE’S all–round Will")) == 1
    assert finder.find("one's all-round willing") == []
    assert len(finder.find("one's all-round will을")) == 1


def test_each_formula_of_the_gold_that_recurs_is_found() -> None:
    """Curated or mined, in each place of the gold, and none broken at its edge."""
    if not gold.GOLD.is_dir():
        pytest.skip("../shared/gold is absent")
    wording = texts.seeds()
    places: dict[str, set[tuple[str, str, int, int]]] = {}
    for name, read in gold.readings().items():
        for one in read["formulae"]:
            at = (gold.IDS[name], one["block"], *one["at"])
            places.setdefault(one["formula"].removesuffix("s"), set()).add(at)
    recurring = {
        key: found for key, found in places.items() if len({each[0] for each in found}) > 1
    }
    held = {(u.release, u.block, u.start, u.end) for each in wording.uses.values() for u in each}

    assert len(recurring) >= 9
    assert {key: found - held for key, found in recurring.items() if found - held} == {}


def test_the_findings_on_the_first_releases_appear() -> None:
    """The words for the war, the relations, the cooperation, as an analyst knows them."""
    wording = texts.seeds()

    def where(formula: str) -> list[str]:
        return [one.release for one in wording.uses[formula]]

    quoted = {one.release: one.quoted for one in wording.uses["special-military-operation"]}
    assert quoted == {texts.REPORT: True, texts.JANUARY: False}
    assert texts.NOVEMBER not in where("strategic-and-tactical-cooperation")
    assert where("invincible-alliance") == [texts.JULY]
    assert texts.JANUARY in where("invincible-comradely-relations")


def test_what_is_new_carries_its_ground() -> None:
    """New in July, in an archive that holds four earlier releases, none of this kind."""
    news = texts.seeds().news(texts.JULY)

    assert news
    assert set(news.formulae) == {"invincible-alliance", "hostile-forces"}
    assert (news.ground.releases, news.ground.first) == (4, "2024-01-17")
    assert news.kind_ground.releases == 0


def test_nothing_is_new_in_the_first_release_or_in_one_without_a_date() -> None:
    """There is nothing to be new against."""
    formula = Formula(id="x", heading="firm will", patterns=("firm will",))
    undated = texts.release("2024-00-undated", "firm will", published=None)
    made = texts.wording(texts.release("2024-01-01-a", "firm will"), undated, entities=(formula,))

    assert made.news("2024-01-01-a") is None
    assert made.news("2024-00-undated") is None


def test_two_releases_of_one_day_are_both_the_first() -> None:
    """Which came first that day, nobody knows."""
    formula = Formula(id="x", heading="firm will", patterns=("firm will",))
    made = texts.wording(
        texts.release("2023-01-01-z", "Nothing."),
        texts.release("2024-01-01-a", "firm will"),
        texts.release("2024-01-01-b", "A firm will."),
        entities=(formula,),
    )
    news = [made.news(f"2024-01-01-{each}") for each in "ab"]

    assert [one.formulae for one in news if one] == [("x",), ("x",)]


def test_a_formula_beyond_what_may_be_shown_is_not_found() -> None:
    """Where only metadata may be shown, nothing is searched."""
    outlet = Outlet(id="gazette", name="G", kind="agency", rights=Rights(display="metadata"))
    formula = Formula(id="x", heading="firm will", patterns=("firm will",))
    made = texts.wording(
        texts.release("2024-01-01-a", "firm will"), entities=(formula,), outlets=(outlet,)
    )

    assert made.uses == {"x": ()}


def test_the_records_of_formulae_are_sound() -> None:
    """Each has patterns, and none of them a fault."""
    for path in sorted((texts.CONTENT / "authorities" / "formulae").glob("*.yml")):
        record = yaml.safe_load(path.read_text("utf-8"))
        assert [fault(pattern) for pattern in record["patterns"]] == [None] * len(
            record["patterns"]
        )
