"""Further versions of a capture are proven by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.versions import unproven
from tests.checks.small import capture, release, subject, told

EDIT = {"block": "p1", "at": 4, "from": "ministers", "to": "envoys", "rule": "x.y"}
CUTS = [
    {"at": "0-14", "lines": "1-1", "rule": "x.head", "reason": "name"},
    {"at": "47-64", "lines": "4-4", "rule": "x.tail", "reason": "links"},
]


def _found(**fields: Any) -> list[str]:
    version = capture(accession="a2", file="a2.txt", **fields)
    return told(unproven(subject(release(), capture(), version)))


def test_a_version_that_accounts_for_every_letter_is_well() -> None:
    """Also one with edits, whose text no release has."""
    assert _found() == []
    assert _found(edits=[EDIT, {**EDIT, "block": "p2", "at": 0, "from": "They ", "to": ""}]) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"cuts": CUTS[:1]}, "line 4 of its text: neither kept nor cut: `More from Gazette`"),
        ({"cuts": [{**CUTS[0], "at": "0-20"}, CUTS[1]]}, "p1: two records claim character 15"),
        ({"edits": [{**EDIT, "at": 5}]}, "p1: edit `x.y` at 5 does not find `ministers`"),
        ({"edits": [EDIT, EDIT]}, "p1: edit `x.y` at 4 does not find `ministers`"),
        (
            {"edits": [{**EDIT, "block": "p9"}]},
            "line 1 of its text: an edit is of `p9`, which is no block",
        ),
    ],
)
def test_a_version_that_leaves_a_letter_out_is_told(fields: dict[str, Any], found: str) -> None:
    """In its sidecar, with the line of its text or the block."""
    assert _found(**fields) == [f"gazette/a2 : {found}"]


def test_the_capture_of_the_release_is_proven_by_the_release() -> None:
    """And not a second time here."""
    assert told(unproven(subject(release(), capture(cuts=CUTS[:1])))) == []
