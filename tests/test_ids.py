"""Identifiers: what one may look like, how one is proposed, when two collide."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import ids
from generator.errors import visible
from generator.record import _as_date, _as_span

FORM = "may only hold a-z, 0-9 and single hyphens between them"
KEPT = "is a name that file systems or the site keep for themselves"


@pytest.mark.parametrize(
    "text", ["a", "7", "2024-11-02-voice-of-korea", "a" * 80, "con-1", "com10", "lpt", "a-con"]
)
def test_what_is_an_id(text: str) -> None:
    """Letters, figures and single hyphens; up to 80."""
    assert ids.fault(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        *((text, FORM) for text in ("", "A", "a b", "-a", "a-", "a--b", "a_b", "a.b", "é", "a\n", "../a", "a/b", "٣")),
        *((text, KEPT) for text in ("con", "prn", "aux", "nul", "index", "404", "com0", "com9", "lpt0", "lpt9")),
        ("a" * 81, "is 81 characters long; 80 is the most"),
    ],
)  # fmt: skip
def test_what_is_no_id(text: str, why: str) -> None:
    """And why."""
    assert ids.fault(text) == why


@pytest.mark.parametrize(
    ("text", "longest", "made"),
    [
        ("Press release", 80, "press-release"),
        ("Talks—held, again", 80, "talks-held-again"),
        ("Élysée’s Ünïcode", 80, "elysees-unicode"),
        ('Korea\'s "Talks"', 80, "koreas-talks"),
        ("CON", 80, "con-1"),
        ("404", 80, "404-1"),
        ("최선희", 80, ""),
        ("  ", 80, ""),
        ("one two three", 7, "one-two"),
        ("one two three", 8, "one-two"),
        ("one two", 7, "one-two"),
        ("one two three", 6, "one"),
        ("abcdefgh", 5, "abcde"),
        ("abc defgh", 3, "abc"),
    ],
)
def test_the_id_nearest_to_a_text(text: str, longest: int, made: str) -> None:
    """Whole words while they fit; a first word that is too long is cut."""
    assert ids.slug(text, longest=longest) == made


@given(st.text(), st.integers(8, 80))
def test_a_slug_is_an_id_or_empty(text: str, longest: int) -> None:
    """Whatever the text."""
    made = ids.slug(text, longest=longest)

    assert not made or ids.fault(made) is None
    assert len(made) <= max(longest, len("index-1"))
    assert re.fullmatch(r"[a-z0-9-]*", made)


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    """So that an id that is proposed again stays."""
    assert ids.slug(ids.slug(text)) == ids.slug(text)


@given(st.text())
def test_what_collides_is_known_by_its_key(text: str) -> None:
    """Upper and lower case, composed and decomposed."""
    key = ids.collision_key(text)

    assert ids.collision_key(unicodedata.normalize("NFD", text)) == key
    assert ids.collision_key(key) == key
    assert ids.collision_key(text.casefold()) == key


def test_different_names_do_not_collide() -> None:
    """And alike ones do."""
    assert ids.collision_key("A.md") == ids.collision_key("a.md")
    assert ids.collision_key("a.md") != ids.collision_key("b.md")


@given(st.text(max_size=300), st.integers(2, 200))
def test_what_is_made_visible_is_one_printable_line(text: str, limit: int) -> None:
    """A terminal can act on nothing of it; a plain text is unchanged."""
    made = visible(text, limit)

    assert made.isprintable()
    if text.isprintable() and len(text) <= limit:
        assert made == text
    elif len(text) > limit:
        assert made.endswith("…")


@given(st.from_regex(r"\A\d{4}-\d{2}-\d{2}(/(\.\.|\d{4}))?\Z") | st.text(max_size=12))
def test_a_date_that_is_taken_is_in_ascii_and_unchanged(text: str) -> None:
    """Nothing is read into a date."""
    try:
        taken = _as_date(text)
    except ValueError:
        return
    assert taken == text
    assert text.isascii()
    assert re.fullmatch(r"[0-9./-]+", text)


@given(st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
def test_a_span_reads_as_it_is_written(one: int, other: int) -> None:
    """In either order of its numbers only one is a span."""
    first, last = sorted((one, other))

    assert _as_span(f"{first}-{last}") == (first, last)
    if first != last:
        with pytest.raises(ValueError, match="before it begins"):
            _as_span(f"{last}-{first}")
