"""What is no release, or more than one, is refused with its reason."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import Refused
from tests.clean.built import agency, cleaned, rule, site, texts

WIRE = agency(dateline=[{"pattern": r"^\w+, (?P<date>\w+ \d+) \(WIRE\) -- ", "dates": ["Month D"]}])
FRONT = "\n".join(f"Minister opens bridge number {number}" for number in range(12))
TWO = "Geneva, May 3 (WIRE) -- It began.\n\nIt ended.\n\nGeneva, May 4 (WIRE) -- It rained."


@pytest.mark.parametrize(
    ("text", "profiles", "line", "told"),
    [
        ("Page 1\nOne.\nPage 2\nTwo.",
         (site(guards=[rule("two", "^Page", most=1, reason="two pages in one capture")]),),
         3, "two pages in one capture"),
        (TWO, (WIRE,), 5, "a second dateline: these are 2 releases in one capture"),
        (FRONT, (), 1, "an index or front page"),
        ("Menu", (site(drop=[rule("menu", "Menu")]),), 1, "nothing is left of the capture"),
        ("\ufeff\n\x01", (), 1, "nothing is left of the capture"),
    ],
    ids=["a guard", "two datelines", "a list", "nothing", "nothing but marks"],
)  # fmt: skip
def test_it_is_refused_with_line_and_reason(
    text: str, profiles: tuple[Any, ...], line: int, told: str
) -> None:
    """The problem names the capture, the line that shows it, and the way on."""
    with pytest.raises(Refused) as refused:
        cleaned(text, *profiles, path="saved/a.txt")

    problem = refused.value.problems[0]
    assert (problem.path, problem.line) == ("saved/a.txt", line)
    assert told in problem.message
    assert problem.fix


def test_a_person_may_say_that_it_is_one_all_the_same() -> None:
    """`as_one` takes several, or a list, as one text; the first dateline is lifted."""
    made = cleaned(TWO, WIRE, as_one=True)

    assert texts(made) == ["It began.", "It ended.", "Geneva, May 4 (WIRE) -- It rained."]
    assert len(cleaned(FRONT, as_one=True).blocks) == 12


def test_a_profile_that_finds_nothing_of_its_layout_does_not_vouch_for_a_page() -> None:
    """The front page of a known site is a front page too."""
    with pytest.raises(Refused, match="front page"):
        cleaned(FRONT, site(drop=[rule("foot", "^Foot$")]))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Minister opens bridge number {number}" for number in range(11)),
        FRONT + "\n" + "A sentence that is long enough to be one, and that ends as it should. " * 9,
    ],
    ids=["few lines", "with sentences"],
)
def test_short_lines_alone_are_no_list(text: str) -> None:
    """A short list, and a list within a text, are releases."""
    assert cleaned(text).blocks
