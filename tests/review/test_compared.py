"""What a branch changes for readers."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.changes import Withdrawal
from generator.model import Archive, Block, Mention, Relation, Release
from generator.review.compared import State, compared
from generator.review.words import marked
from tests.pages import made
from tests.pages.made import LATER, REPORT, TALKS


def state(archive: Archive = made.ARCHIVE, **parts: Any) -> State:
    """Return the made-up archive's state, with some parts otherwise."""
    given: dict[str, Any] = {
        "mentions": made.MENTIONS,
        "relations": made.RELATIONS,
        "pages": frozenset({"index.md", "data.md"}),
    }
    return State(archive, **{**given, **parts})


def archive(release: str, *blocks: Block, **head: Any) -> Archive:
    """Return the made-up archive with one release otherwise."""
    old = made.ARCHIVE.releases[release]
    new = Release(dataclasses.replace(old.head, **head), blocks or old.blocks)
    return dataclasses.replace(made.ARCHIVE, releases={**made.ARCHIVE.releases, release: new})


def told(after: State, before: State | None = None) -> dict[str, tuple[str, ...]]:
    """Return the review as its headings and lines."""
    return {part.heading: part.lines for part in compared(before or state(), after)}


def test_nothing_is_said_of_what_stays() -> None:
    """Two equal states have an empty review."""
    assert told(state()) == {}


def test_a_text_is_shown_word_by_word() -> None:
    """The paragraph that changed, one that came and one that went; no other."""
    first, heading, hostile, last = made.ARCHIVE.releases[TALKS].blocks
    after = archive(
        TALKS,
        dataclasses.replace(first, text=first.text.replace("Harbour", "Port")),
        heading,
        hostile,
        Block("p3", "Something else altogether, with other words."),
    )

    assert told(state(after))[f"Release {TALKS}"] == (
        "p1: Ann Example met B. Sample in [-Harbour-]{+Port+}. They spoke of the Charter.",
        f"p3: {marked(last.text, 'Something else altogether, with other words.')}",
    )


def test_paragraphs_that_come_and_go_are_whole() -> None:
    """Those around them have other numbers and say the same."""
    blocks = made.ARCHIVE.releases[TALKS].blocks
    more = archive(TALKS, Block("p1", "New."), *blocks)

    assert told(state(more))[f"Release {TALKS}"] == ("p1: {+New.+}",)
    assert told(state(), state(more))[f"Release {TALKS}"] == ("p1: [-New.-]",)


def test_metadata_links_and_relations_are_told() -> None:
    """By field, by the words that link, by the release at the other end."""
    mentions = {**made.MENTIONS, LATER: (), REPORT: (*made.MENTIONS[REPORT], mention())}
    after = state(
        archive(TALKS, kind="report"),
        mentions=mentions,
        relations=(*made.RELATIONS, Relation("refers-to", LATER, TALKS)),
    )

    found = told(after)
    assert found[f"Release {TALKS}"] == ("kind: [-statement-]{+report+}",)
    assert found[f"Release {REPORT}"] == ("link appears: p1 “spoke” → charter",)
    assert found[f"Release {LATER}"] == (
        "link vanishes: p1 “Ann Example” → ann-example",
        f"relation appears: refers-to → {TALKS}",
    )


def mention() -> Mention:
    """Return a mention that was not there."""
    return Mention(REPORT, "p1", 12, 17, "spoke", ("charter",), "named", "r")


def test_pages_that_appear_and_vanish_are_listed_by_address() -> None:
    """An address that was published should lead somewhere: the reviewer sees each."""
    after = state(pages=frozenset({"index.md", "people/index.md", "people/a.md"}))

    assert told(after)["Pages"] == (
        "appears: /people/a/",
        "appears: /people/",
        "vanishes: /data/",
    )


def test_records_tombstones_and_pages_are_told() -> None:
    """New ones with what they say, changed ones by field, gone ones as gone."""
    entities = {**made.ARCHIVE.entities}
    ann = entities.pop("ann-example")
    harbour = dataclasses.replace(entities["harbour"], heading="Port")
    stone = Withdrawal(id=LATER, date="2024-07-01", why="It named a child.")
    releases = {key: one for key, one in made.ARCHIVE.releases.items() if key != LATER}
    after = dataclasses.replace(
        made.ARCHIVE,
        releases=releases,
        entities={**entities, "harbour": harbour},
        withdrawn={LATER: stone},
        pages={**made.ARCHIVE.pages, "about.md": "# About\n\nSee [[talks|the papers]].\n"},
        captures={},
    )

    found = told(state(after, mentions={**made.MENTIONS, LATER: ()}))
    assert found["Record ann-example"] == ("gone",)
    assert found["Record harbour"] == ("heading: [-Harbour-]{+Port+}",)
    assert found[f"Release {LATER}"][0] == "withdrawn"
    assert found[f"Tombstone {LATER}"] == (
        "new",
        "date: {+2024-07-01+}",
        "why: {+It named a child.+}",
    )
    assert found["Captures"] == ("gazette/abc123: gone",)
    assert (
        "[-talks-]" in found["Hand-written pages"][0]
        or "{+papers+}" in found["Hand-written pages"][0]
    )
    assert ann.heading


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_both_wordings_can_be_read_from_the_marks(before: list[str], after: list[str]) -> None:
    """What stands between the marks, taken out or put in, gives either text back."""
    whole = marked(" ".join(before), " ".join(after))

    assert re.sub(r"\{\+.*?\+\}", "", whole).replace("[-", "").replace("-]", "") == " ".join(before)
    assert re.sub(r"\[-.*?-\]", "", whole).replace("{+", "").replace("+}", "") == " ".join(after)


def test_a_long_text_is_not_compared_word_by_word() -> None:
    """That would take minutes: both wordings stand one after the other."""
    one, other = "a " * 6000, "b " * 6000

    assert marked(one, other) == f"[-{one}-]{{+{other}+}}"


def test_far_from_a_change_the_text_is_left_out() -> None:
    """A reader wants the change in its sentence, not the page."""
    words = [f"w{number}" for number in range(100)]
    found = marked(" ".join(words), " ".join([*words[:50], "new", *words[51:]]))

    assert "[-w50-]{+new+}" in found
    assert len(found) < 120
