"""Lines of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.lines import line_of, lines

TEXTS = st.text(alphabet="ab\r\n\x85\u2028\u2029\x0b\x0c", max_size=40)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_mark_of_a_line_s_end_ends_a_line(end: str) -> None:
    """And is no part of it."""
    text = f"one{end}two{end}"

    assert [text[start:stop] for start, stop in lines(text)] == ["one", "two"]


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x1e"])
def test_other_separators_stand_inside_lines(mark: str) -> None:
    """Captures have form feeds in the middle of sentences."""
    assert len(list(lines(f"one{mark}two"))) == 1


@given(TEXTS)
def test_lines_and_their_ends_are_the_whole_text(text: str) -> None:
    """Between two lines stands one end mark and nothing else."""
    spans = list(lines(text))
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]

    assert all(gap == "\r\n" or len(gap) == 1 for gap in gaps)
    assert not spans or spans[0][0] == 0


@given(TEXTS)
def test_a_line_s_number_is_its_place_in_the_list(text: str) -> None:
    """Counting from 1, by any character of the line."""
    for number, (start, stop) in enumerate(lines(text), start=1):
        assert {line_of(text, at) for at in range(start, stop)} <= {number}
