"""Hand-written pages that would be long to read are refused before they are read."""

from __future__ import annotations

import pytest

from generator.checks import bounded
from generator.checks.bounded import too_much

PROSE = "A sentence with [a link](about.md) and *words*. " * 20


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("# A\n" * (bounded.LINES + 1), bounded.LINES, "the page has 1502 lines"),
        ("a\n:   b\n" * 300, 401, "more than 400 lines stand together"),
        (f"# A\n\n{'x' * 5000}\n", 3, "5001 characters with 0 brackets stand in one passage"),
        (f"# A\n\n{'[' * 101}\n", 3, "102 characters with 101 brackets stand in one passage"),
        ("# A\n\n" + "[[a]] [[b]]\n" * 30, 3, "360 characters with 120 brackets stand in one"),
        (f"# A\n\n- a\n{' ' * 61}- b\n", 4, "more than 60 spaces begin the line"),
    ],
)
def test_what_is_too_much_is_told_at_its_line(text: str, line: int, found: str) -> None:
    """With a remedy that a writer can follow."""
    (told,) = (one for one in too_much(text) if found in one[1])

    assert told[0] == line
    assert told[2]


@pytest.mark.parametrize(
    "text",
    [
        f"# A\n\n{PROSE}\n\n{PROSE}\n",
        "# A\n\n" + "- [[a-record]], [[another]]\n" * 150,
        "# A\n\n" + "| [a](b.md) | [c](d.md) |\n" * 300,
        "# A\n\n" + "para\n\n" * 500,
    ],
)
def test_what_people_write_is_not_too_much(text: str) -> None:
    """Long lists and tables of links are fine: each row is a passage of its own."""
    assert list(too_much(text)) == []
