"""The five seeds, read by our profiles, against a careful reading by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.clean.cleaning import clean
from generator.clean.result import Cleaned, Fields, Library, Source
from generator.clean.undo import restore
from generator.model import Capture
from generator.store.many import library
from tests.gold import SHARED, ours, readings

CONTENT = Path(__file__).resolve().parents[2] / "content"
NAMES = [
    "000_edff5feee0b5e415",
    "001_b3d7a488b788b6fb",
    "002_ead5845c8101bc53",
    "003_b1aa9356793e5793",
    "004_2764f9c59a526e05",
]

pytestmark = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the seeds lie in ../shared, which is not here"
)


@pytest.fixture(scope="module")
def shelves() -> Library:
    return library(CONTENT)


@pytest.fixture(scope="module", params=NAMES)
def seed(request: pytest.FixtureRequest, shelves: Library) -> tuple[Cleaned, dict[str, Any], str]:
    """Return what cleaning makes of a seed, its gold, and its text."""
    text = (SHARED / "seeds" / f"{request.param}.txt").read_bytes().decode()
    return clean(Source(text, request.param), shelves), readings()[request.param], text


Seed = tuple[Cleaned, dict[str, Any], str]


def _value(fields: Fields, name: str) -> str | None:
    found = getattr(fields, name)
    return found.value if found else None


def test_blocks_are_the_golds_to_the_letter(seed: Seed) -> None:
    """Every block has the gold's number, kind, line and text."""
    made, gold, _ = seed

    found = [
        (block.id, kept.line, block.text)
        for block, kept in zip(made.blocks, made.kept, strict=True)
    ]

    assert found == [(one["id"], one["line"], one["text"]) for one in gold["body"]]


def test_edits_are_the_golds(seed: Seed) -> None:
    """Every change of a kept line is the gold's, at its place and under its rule."""
    made, gold, _ = seed

    found = [(one.block, one.rule, one.at, one.before, one.after) for one in made.edits]

    wanted = [
        (block["id"], edit["rule"], edit["at"], edit["from"], edit["to"])
        for block in gold["body"]
        for edit in block.get("edits", ())
    ]
    assert found == wanted


def test_removed_lines_and_captions_are_the_golds(seed: Seed) -> None:
    """Exactly the lines that the gold removes are cut, under its rules; captions are kept apart."""
    made, gold, _ = seed

    assert [(list(cut.lines), cut.rule) for cut in made.cuts] == [
        (one["lines"], one["rule"]) for one in gold["removed"]
    ]
    assert [(one.text, list(one.lines)) for one in made.captions] == [
        (one["text"], one["lines"]) for one in gold["captions"]
    ]


def test_dates_are_the_golds(seed: Seed) -> None:
    """Publication and capture have the gold's day, status and precision."""
    made, gold, _ = seed
    for name, wanted in (("published", gold["date"]), ("captured", gold["captured"])):
        found = getattr(made.fields, name)
        if wanted is None:
            assert found is None
        else:
            told = (found.value, found.status, found.precision)
            assert told == (wanted["value"], wanted["status"], wanted["precision"])


def test_no_wrong_date_is_taken(seed: Seed) -> None:
    """No date that tempts an importer is the date of publication."""
    made, gold, _ = seed

    assert _value(made.fields, "published") not in gold["date"]["must_not_be"]


def test_outlet_aggregator_author_and_section_are_the_golds(seed: Seed) -> None:
    """Who published it, through whom it came, who wrote it, where it stood: as in the gold."""
    made, gold, _ = seed

    assert _value(made.fields, "outlet") == gold["outlet"]["id"]
    for name in ("aggregator", "agency"):
        wanted = gold[name] and gold[name]["id"]
        known = ours(wanted) if wanted and ":" in wanted else wanted
        assert _value(made.fields, name) == known
    for name in ("author", "section"):
        assert _value(made.fields, name) == (gold[name] and gold[name]["text"])


def test_datelines_are_the_golds(seed: Seed) -> None:
    """The dateline is lifted to the letter, its date completed."""
    made, gold, _ = seed
    line, wanted = made.fields.dateline, gold["dateline"]

    assert (line and (line.text, line.date)) == (wanted and (wanted["text"], wanted["date"]))


def test_titles_are_the_golds_or_supplied_from_the_text(seed: Seed) -> None:
    """A title that stands on the page is the gold's; one that was lost is made as the gold says."""
    made, gold, text = seed
    title = made.fields.title
    assert title is not None

    if gold["title"]["status"] == "source":
        assert (title.value, title.status) == (gold["title"]["text"], "stated")
    else:
        assert title.status == "supplied"
        assert title.value.startswith("[")
        assert title.value.endswith("]")
        assert len(title.value) <= 110
        assert title.value[1:-1] not in text.splitlines()
        assert "press release" in title.value.lower()
        assert "visit to the Russian Federation" in title.value


def test_kinds_and_languages_are_the_golds(seed: Seed) -> None:
    """The kind is proposed from the words; an article is told from a report by a person."""
    made, gold, _ = seed

    kind = (_value(made.fields, "kind") or "").replace("-", " ")
    assert kind == ("news report" if gold["genre"] == "article" else gold["genre"])
    assert _value(made.fields, "language") == gold["language"]


def test_nothing_is_flagged_or_doubted_in_the_seeds(seed: Seed) -> None:
    """What profiles read whole needs no second look."""
    made, _, _ = seed

    assert (made.flags, made.notes) == ((), ())


def test_undoing_gives_the_capture_back(seed: Seed) -> None:
    """Blocks with edits undone, and cuts, are the capture's text to the character."""
    made, _, text = seed
    sidecar = Capture(
        accession="a", file="a.txt", sha256="0" * 64, bytes=1, encoding="utf-8", release="r",
        blocks=made.kept, captions=made.captions, cuts=made.cuts, edits=made.edits,
    )  # fmt: skip

    assert restore(made.blocks, sidecar, text) == text
