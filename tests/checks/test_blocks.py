"""Blocks, lines and passages that records name."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.blocks import misplaced, unsourced
from tests.checks.small import capture, entity, release, subject, told


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"title": {"value": "A", "evidence": ["p1", "p3"]}}, "title.evidence.1: `p3` is no block"),
        ({"title": {"value": "A", "evidence": ["l6"]}}, "title.evidence.0: `l6` is no line of the"),
        (
            {"emendations": [{"block": "h1", "at": 0, "from": "a", "to": "b", "reason": "c"}]},
            "emendations.0.block: `h1` is no block",
        ),
        ({"rulings": [{"block": "p9", "text": "a"}]}, "rulings.0.block: `p9` is no block"),
        ({"rulings": [{"block": "p1", "text": "zz"}]}, "rulings.0.text: `zz` does not stand in p1"),
        ({"rulings": [{"block": "p1", "text": "e"}]}, "rulings.0.text: `e` stands 3 times in p1"),
        (
            {"rulings": [{"block": "p1", "text": "met", "at": "0-3"}]},
            "rulings.0.at: at 0-3 of p1 stands `The`",
        ),
    ],
)
def test_what_is_not_there_is_found(fields: dict[str, Any], found: str) -> None:
    """A block, a line or words that a release names must be in it or in its capture."""
    (message,) = told(misplaced(subject(release(**fields), capture())))

    assert message.startswith(f"talks {found}")


@pytest.mark.parametrize(
    "fields",
    [
        {"title": {"value": "A", "evidence": ["p1", "l1", "l5", "url", "person"]}},
        {"rulings": [{"block": "title", "text": "Talks"}, {"block": "p1", "text": "met"}]},
        {"rulings": [{"block": "p1", "text": "e", "at": "2-3"}]},
    ],
)
def test_what_is_there_is_not_spoken_of(fields: dict[str, Any]) -> None:
    """Evidence of every form, and words in their place, are no findings."""
    assert told(misplaced(subject(release(**fields), capture()))) == []


def test_the_block_of_a_source_is_looked_up() -> None:
    """A person's source names a paragraph that exists; a title is one too."""
    sources = [{"release": "talks", "block": block} for block in ("p1", "p3", "title")]
    whole = subject(release(), capture(), entity("people", "b", sources=sources))

    assert told(unsourced(whole)) == ["b sources.1.block: `p3` is no block of `talks`"]
