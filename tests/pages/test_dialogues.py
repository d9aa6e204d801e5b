"""The pages on wording, whole, as a person accepted them; and what none of them may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Rights
from generator.pages.compare import compare_pages
from generator.pages.formula import extent, formula_pages
from generator.pages.holdings import Holdings
from generator.pages.levels import level_pages
from generator.pages.release import beside, release_page
from generator.pages.series import series_pages
from generator.pages.versions import version_pages
from tests.conftest import Golden
from tests.pages.dialogues import FIRST, LOST, REPORT, SECOND, holdings

GOLDEN = Path(__file__).parent / "golden" / "wording"


def tree(held: Holdings | None = None) -> dict[str, str]:
    """Return the pages on wording, and those of the releases, by path."""
    held = held or holdings()
    pages = {
        held.paths[one.id]: release_page(held, one, beside(held, one)) for one in held.releases
    }
    for made in (compare_pages, formula_pages, series_pages, version_pages, level_pages):
        pages |= made(held)
    return {path: page.decode() for path, page in pages.items()}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (f"compare/{FIRST}/{SECOND}.md", "compared.md"),
        (f"compare/{SECOND}/{REPORT}.md", "report.md"),
        (f"compare/{SECOND}/{LOST}.md", "lost.md"),
        (f"compare/{SECOND}/versions.md", "versions.md"),
        ("compare/index.md", "comparisons.md"),
        ("series/dialogue.md", "series.md"),
        ("formulae/firm-will.md", "formula.md"),
        ("levels.md", "levels.md"),
        (f"releases/{SECOND}.md", "release.md"),
    ],
)
def test_a_page_on_wording_is_as_a_person_accepted_it(path: str, name: str, golden: Golden) -> None:
    """Read the difference before you accept it."""
    golden(tree()[path], GOLDEN / name)


def part(page: str, heading: str) -> str:
    """Return a part of a page, from its heading to the next."""
    return page.partition(f"## {heading}")[2].partition("\n#")[0]


def test_of_a_text_that_is_not_whole_nothing_is_said_to_be_missing() -> None:
    """Not on its page, nor on those that hold another text against it."""
    lost = tree()[f"releases/{LOST}.md"]
    compared = tree()[f"compare/{SECOND}/{LOST}.md"]

    assert "is not whole here: its capture is not whole: its end is lost" in compared
    assert "Not said: its capture is not whole" in lost
    assert "Both releases directly before it" not in lost
    assert "Formulae only on 3 May 2025\n:   not said" in compared


def test_a_report_beside_an_incomplete_text_says_only_what_is_there() -> None:
    """What the report adds cannot be known."""
    page = tree()[f"compare/{REPORT}/{LOST}.md"]

    assert "Only in the report\n:   Not said: the other text is not whole here." in page
    assert "removed" not in part(page, "The news report beside the release")


def test_what_a_reader_read_of_other_words_is_told_and_not_used() -> None:
    """The comparison and the series each say it."""
    pages = tree()

    assert "(p4 and p1) is not used: a paragraph has changed since" in pages[f"compare/{FIRST}/{SECOND}.md"]  # fmt: skip
    assert (
        "1 label not used: the paragraph has changed since it was read"
        in pages["series/dialogue.md"]
    )


def test_proposed_and_confirmed_stand_on_one_page() -> None:
    """Who read what, and when; the rest is proposed by rule."""
    page = tree()[f"compare/{FIRST}/{SECOND}.md"]

    assert "confirmed by the editors, 2 January 2026" in page
    assert "; proposed; " in page
    assert "1 of the alignments is confirmed by reading" in page
    assert "1 of them confirmed by the editors, 2 January 2026" in tree()["series/dialogue.md"]


def test_no_page_quotes_more_than_may_be_shown() -> None:
    """Of an outlet that allows excerpts, the rest stands nowhere: not in slots, lines, or marks."""
    held = holdings()
    mirror = replace(held.archive.outlets["mirror"], rights=Rights(display="excerpt"))
    archive = replace(held.archive, outlets={**held.archive.outlets, "mirror": mirror})
    pages = tree(Holdings(archive, held.mentions, held.relations))

    assert any("each year" in page for page in tree().values())
    assert [path for path, page in pages.items() if "each year" in page] == []


def test_a_formula_that_no_release_uses_says_so() -> None:
    """Its page stands, and claims nothing."""
    assert extent(()) == "not seen in any release held"
