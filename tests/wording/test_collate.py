"""Two paragraphs set into each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.collate import NEAR, collate, words

TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(["the", "a", "firm", "will,", "full", "support.", "지지", "하다", "دعم", "支持する", "\n"])).map(" ".join),
)  # fmt: skip


@given(TEXT)
def test_the_words_of_a_text_are_the_text(text: str) -> None:
    """Nothing is lost or added by taking a text apart."""
    assert "".join(words(text)) == text


@given(TEXT, TEXT)
def test_without_its_marks_a_collation_is_each_of_its_texts(one: str, other: str) -> None:
    """Kept and removed are the first, kept and added the second."""
    made = collate(one, other)

    if made.runs:
        assert "".join(run.text for run in made.runs if run.kind != "added") == one
        assert "".join(run.text for run in made.runs if run.kind != "removed") == other


@given(TEXT)
def test_a_text_compared_with_itself_is_kept_whole(text: str) -> None:
    """Identical paragraphs have no mark."""
    assert all(run.kind == "kept" for run in collate(text, text).runs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("a", ""),
        ("nothing in common here", "всё другое сказано иначе"),
        ("a b c d e f", "a u v w x y"),
    ],
)
def test_texts_that_are_not_near_are_not_set_into_each_other(one: str, other: str) -> None:
    """Below the threshold there are no marks."""
    made = collate(one, other)

    assert made.near == (made.ratio >= NEAR and bool(one or other))


@pytest.mark.parametrize(
    ("one", "other", "added"),
    [
        ("확고한 의지를 재확인하였다", "확고한 립장을 재확인하였다", " 립장을"),
        ("أعرب الجانبان عن دعم كامل", "أعرب الجانبان عن دعم راسخ", " راسخ"),
        ("双方表示全面支持", "双方表示坚决支持", "坚决"),
    ],
)
def test_other_scripts_are_compared_by_their_words(one: str, other: str, added: str) -> None:
    """Hangul by word, right-to-left in the order of the text, scripts without spaces by sign."""
    assert [run.text for run in collate(one, other).runs if run.kind == "added"] == [added]


def test_a_small_equal_run_between_changes_is_part_of_the_change() -> None:
    """`of the` between two changes does not cut them in pieces."""
    runs = collate(
        "They reaffirmed a will of the state to act at once and for all time in peace",
        "They reaffirmed a stand of the people to act at once and for all time in peace",
    ).runs

    assert [run.text for run in runs if run.kind != "kept"] == [" will of the state", " stand of the people"]  # fmt: skip


def test_a_paragraph_of_a_book_is_not_searched() -> None:
    """Two texts too long to be compared in reasonable time are set side by side."""
    assert not collate("a b " * 2000, "a c " * 2000).near
