"""Edits of a line: undone from last to first they give the line back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.clean.edited import Edited, Swap, undone
from generator.clean.undo import undone as undone_edits

TEXT = st.text("ab ,.", min_size=1, max_size=20)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Swap]]]:
    """Return a text, and rounds of changes that fit the text as it is then."""
    text = draw(TEXT)
    line, found = Edited(text), []
    for number in range(draw(st.integers(1, 4))):
        marks = sorted(draw(st.lists(st.integers(0, len(line.text)), max_size=6)))
        swaps = [
            (first, last, draw(st.sampled_from(["", "x", "yz"])))
            for first, last in zip(marks[::2], marks[1::2], strict=False)
        ]
        swaps = [swap for i, swap in enumerate(swaps) if i == 0 or swaps[i - 1][1] < swap[0]]
        found.append(swaps)
        line = line.changed(swaps, f"rule.{number}")
    return text, found


def _all(text: str, changes: list[list[Swap]]) -> Edited:
    line = Edited(text)
    for number, swaps in enumerate(changes):
        line = line.changed(swaps, f"rule.{number}")
    return line


@given(rounds())
def test_undoing_gives_the_line_back(case: tuple[str, list[list[Swap]]]) -> None:
    """However many changes meet, the record of them leads back to the first text."""
    text, changes = case

    line = _all(text, changes)

    assert undone(line.text, line.changes) == text
    assert undone_edits(line.text, line.edits("p1")) == text


@given(rounds())
def test_changes_lie_apart_and_in_order(case: tuple[str, list[list[Swap]]]) -> None:
    """No two records touch, so that the order of undoing is never in doubt."""
    changes = _all(*case).changes

    for first, second in pairwise(changes):
        assert first.end < second.at


def test_offsets_are_those_of_the_final_text() -> None:
    """A change is told where it stands when all changes are done."""
    line = Edited("Kim , of X .").changed([(3, 4, ""), (10, 11, "")], "text.space")

    assert line.text == "Kim, of X."
    assert [change.at for change in line.changes] == [3, 9]


def test_a_change_that_meets_an_earlier_one_takes_it_up() -> None:
    """Two rules at one place become one record, under the later rule."""
    line = Edited("a\u00a0b").changed([(1, 2, " ")], "text.nbsp").changed([(1, 2, "")], "text.gap")

    assert [(one.before, one.after, one.rule) for one in line.changes] == [
        ("\u00a0", "", "text.gap")
    ]


def test_a_change_that_changes_nothing_is_no_change() -> None:
    """Neither a swap for the same characters nor one that undoes another leaves a record."""
    line = Edited("ab").changed([(0, 1, "a")], "rule.same")
    there = line.changed([(0, 1, "x")], "rule.there").changed([(0, 1, "a")], "rule.back")

    assert line.changes == ()
    assert (there.text, there.changes) == ("ab", ())
