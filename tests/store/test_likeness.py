"""Versions of one text at one address, told from other texts there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Block
from generator.store.likeness import Held, Texts, alike, held

GREETING = (
    "The president sent a message of greeting to the king of {} on its national day. He wished \
the king good health and the country prosperity."
)


def text(title: str | None, *paragraphs: str) -> Held:
    """Return a release of these paragraphs."""
    return held(title, tuple(Block(f"p{n}", one) for n, one in enumerate(paragraphs, start=1)))


@pytest.mark.parametrize(
    ("one", "other", "versions"),
    [
        (text("A", GREETING.format("X")), text("A", GREETING.format("Y")), True),
        (text("A", GREETING.format("X")), text("B", GREETING.format("Tuvalu and Kiribati")), False),
        (text("A", GREETING.format("X")), text("B", GREETING.format("X") + "."), True),
        (text("a  B", GREETING.format("X")), text("A b", GREETING.format("Tuvalu")), True),
        (text("A", GREETING.format("X")), text(None, GREETING.format("Tuvalu")), True),
        (text("A", GREETING.format("X")), text("[Message]", GREETING.format("Tuvalu")), True),
        (text("A", "Wheat was brought in."), text("A", GREETING.format("X")), False),
    ],
)
def test_texts_of_one_address_are_versions_by_title_and_likeness(
    one: Held,
    other: Held,
    versions: bool,  # noqa: FBT001 - a case
) -> None:
    """Greetings to two kings on one day's page differ in a word, and are two releases."""
    assert alike(one, other) is versions
    assert alike(other, one) is versions


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: Talks Held", "talks held"),
        ("title: {value: Talks Held, status: inferred}", "talks held"),
        ('title: {value: "[Talks held]", status: supplied}', None),
        ("id: a", None),
        ("- no mapping", None),
    ],
)
def test_a_release_file_is_read_for_its_title_and_blocks(
    front: str, title: str | None, tmp_path: Path
) -> None:
    """Whatever way its title is written."""
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---\nOne.\n\nTwo.\n", "utf-8")

    assert Texts().of(path) == Held(title, (Block("p1", "One."), Block("p2", "Two.")))


def test_a_file_that_is_no_release_holds_nothing(tmp_path: Path) -> None:
    """It is reported elsewhere; here it is like nothing."""
    path = tmp_path / "a.md"
    path.write_text("no front matter", "utf-8")

    assert Texts().of(path) == Held(None, ())


def test_what_is_noted_is_not_read_again(tmp_path: Path) -> None:
    """A release of this run has no file yet."""
    texts, one = Texts(), text("A", "One.")
    texts.note(tmp_path / "a.md", one)

    assert texts.of(tmp_path / "a.md") is one
