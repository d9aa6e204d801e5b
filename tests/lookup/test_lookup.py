"""Keys and signs: what a name is looked up by, in Python and in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lookup import day_sign, days, key, sign

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "expected"), VECTORS["keys"])
def test_a_key_is_what_the_browser_makes_too(text: str, expected: str) -> None:
    """The answers that `tests/browser/test_search_keys.py` holds the other twin to."""
    assert key(text) == expected


@pytest.mark.parametrize(("date", "expected"), VECTORS["days"])
def test_the_sign_of_a_day_is_what_the_browser_makes_too(date: str, expected: str) -> None:
    """As with keys."""
    assert day_sign(date) == expected


@given(st.text(max_size=30))
def test_the_key_of_a_key_is_itself(text: str) -> None:
    """Whatever the text."""
    assert key(key(text)) == key(text)


@given(st.text(max_size=20), st.text(alphabet=" -‐–'’.,·()", max_size=5), st.text(max_size=20))
def test_signs_and_spaces_do_not_count(before: str, between: str, after: str) -> None:
    """Neither in a name nor around it."""
    assert key(f" {before} {between} {after}.") == key(f"{before} {after}")


@given(st.lists(st.text(min_size=1), unique=True, max_size=20))
def test_no_sign_begins_another(identifiers: list[str]) -> None:
    """The index finds words by their beginning, so a sign must be the beginning of itself alone."""
    signs = [sign(each) for each in identifiers]
    signs += [day_sign(each) for each in ("2024", "2024-11", "2024-11-02")]

    assert len(set(signs)) == len(signs)
    assert not [(a, b) for a in signs for b in signs if a != b and b.startswith(a)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", ("2024",)),
        ("2024-06/2024-07-02", ("2024", "2024-06", "2024-07", "2024-07-02")),
        ("undated", ()),
    ],
)
def test_a_date_lies_in_its_month_and_year(text: str, expected: tuple[str, ...]) -> None:
    """An interval is found by both of its ends."""
    assert days(text) == expected
