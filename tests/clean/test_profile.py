"""What a profile may declare, and how a faulty one is told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from tests.clean.built import agency, rule, site

FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("a pattern that is none", {"drop": [rule("x", "(")]}, "cannot be read"),
    ("a look-ahead", {"drop": [rule("x", "(?=a)")]}, "cannot be read"),
    ("an unknown group", {"drop": [rule("x", "(?P<colour>a)")]}, "unknown group `colour`"),
    ("a date without a format", {"drop": [rule("x", "(?P<published>a)")]}, "needs `dates`"),
    ("a format that is none", {"drop": [rule("x", "a", dates=["day"])]}, "no date format"),
    ("an unknown field", {"sets": {"colour": "red"}}, "unknown field `colour`"),
    ("an unknown field of a page", {"html": {"meta": {"colour": ["p"]}}}, "unknown field"),
    ("two rules of one id", {"drop": [rule("x", "a")], "edit": [rule("x", "b")]}, "two rules"),
    ("a dateline that floats", {"dateline": [{"pattern": "a", "dates": []}]}, "begins with `^`"),
    ("a dateline's group", {"dateline": [{"pattern": "^(?P<at>a)", "dates": []}]}, "unknown group"),
    ("an address's group", {"address": {"pattern": "(?P<at>a)"}}, "unknown group `at`"),
    ("an unknown key", {"colour": "red"}, "Unexpected keyword"),
    ("no id", {"id": "../x"}, "may only hold"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "told"), [case[1:] for case in FAULTS],
                         ids=[case[0] for case in FAULTS])  # fmt: skip
def test_a_faulty_profile_is_refused(parts: dict[str, Any], told: str) -> None:
    """The fault is named before any capture is cleaned."""
    with pytest.raises(ValidationError, match=re.escape(told)):
        site(**parts)


def test_an_agency_has_no_header() -> None:
    """What belongs to a page's layout cannot be declared of an agency."""
    with pytest.raises(ValidationError):
        agency(header=[rule("x", "a")])


def test_body_groups_may_be_numbered() -> None:
    """`body`, `body1` … `body9` are parts that stay."""
    profile = site(inline=[rule("x", "(?P<body>a)(?P<body2>b)")])

    assert profile.inline[0].id == "x"


def test_caption_and_author_rules_have_ids_of_their_own() -> None:
    """The ids of all rules of a profile are told apart."""
    with pytest.raises(ValidationError, match="two rules"):
        site(
            captions={"id": "x", "reason": "r"},
            author_note={"id": "x", "reason": "r", "bio": "^ is"},
        )
