"""What may be shown of a release."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import rights
from generator.model import Block, Display, Outlet, Release, ReleaseHead, Rights

BLOCKS = (Block("p1", "one two " * 30), Block("p2", "three four " * 30), Block("p3", "five"))


def _release(own: Display | None) -> Release:
    head = ReleaseHead(
        id="r",
        outlet="o",
        kind="k",
        language="en",
        capture="o/c",
        rights=Rights(display=own, statement="own") if own else None,
    )
    return Release(head, BLOCKS)


def _outlets(display: Display) -> dict[str, Outlet]:
    return {"o": Outlet(id="o", name="O", kind="agency", rights=Rights(display=display))}


def test_the_rights_of_a_release_go_before_its_outlets() -> None:
    """And where neither says anything, the text is shown."""
    assert rights.of(_release("metadata"), _outlets("full")).display == "metadata"
    assert rights.of(_release(None), _outlets("excerpt")).display == "excerpt"
    assert rights.of(_release(None), {}).display == "full"


@pytest.mark.parametrize(
    ("display", "ids", "whole"),
    [("full", ["p1", "p2", "p3"], True), ("excerpt", ["p1", "p2"], False), ("metadata", [], False)],
)
def test_what_is_held_back_is_not_there(display: Display, ids: list[str], *, whole: bool) -> None:
    """`full` shows all blocks, `excerpt` those that begin the text, `metadata` none."""
    shown = rights.shown(_release(display), {})

    assert [block.id for block in shown.blocks] == ids
    assert shown.whole is whole


TEXTS = st.lists(st.text(max_size=20), max_size=5)


@given(TEXTS, st.integers(0, 60))
def test_an_excerpt_begins_the_text_and_is_never_too_long(texts: list[str], longest: int) -> None:
    """Every block of it is the beginning of the block of that name, and only the last is cut."""
    blocks = tuple(Block(f"p{number}", text) for number, text in enumerate(texts, 1))

    found = rights.excerpt(blocks, longest)

    assert sum(len(block.text) for block in found) <= longest
    given_texts = {block.id: block.text for block in blocks}
    assert all(given_texts[block.id].startswith(block.text) for block in found)
    assert all(given_texts[block.id] == block.text for block in found[:-1])
