"""Lines that may be furniture are flagged, and stay."""

from __future__ import annotations

import pytest

from tests.clean.built import cleaned, rule, site

BODY = "The ministers met in the capital on the first day of the month, and spoke at length."


def _flags(text: str, *, known: bool = False) -> dict[int, str]:
    profiles = (site(drop=[rule("foot", "^Foot$")]),) if known else ()
    made = cleaned(f"{text}\nFoot" if known else text, *profiles, as_one=True)
    assert len(made.blocks) == len([line for line in text.split("\n") if line.strip()])
    return {flag.line: flag.why for flag in made.flags}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Read more", "leads to another page"),
        ("More from The Gazette", "leads to another page"),
        ("Читайте также", "leads to another page"),
        ("관련기사", "leads to another page"),
        ("Share this", "asks to share"),
        ("Follow us on Facebook", "asks to share"),
        ("© 2031 The Gazette", "a legal or technical note"),
        ("All rights reserved.", "a legal or technical note"),
        ("The ministers met in the …", "a teaser that breaks off"),
        ("May 4, 2031", "nothing but a date"),
        ("Monday, 4 May 2031, 10:30", "nothing but a date"),
        ("2031.05.04.", "nothing but a date"),
        ("04/05/2031", "nothing but a date"),
        ("a\u202eb", "marks of direction"),
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_a_plain_sign_is_flagged_with_or_without_a_profile(
    line: str, why: str, *, known: bool
) -> None:
    """What plainly belongs to a page is told, whoever's page it is."""
    assert why in _flags(f"{BODY}\n{line}\n{BODY}x", known=known)[2]


@pytest.mark.parametrize(
    "line",
    [
        "More came of it than anybody had hoped for, as the minister said on the next day.",
        "Home rule was the subject of the talks.",
        "On May 4, 2031 they met again.",
        "Share prices fell. The minister was asked why.",
        "He said: \"We will see.\"",
    ],
)  # fmt: skip
def test_a_sentence_is_not_flagged(line: str) -> None:
    """A sentence that begins like furniture is a sentence."""
    assert 2 not in _flags(f"{BODY}\n{line}\n{BODY}x")


def test_lines_that_are_there_twice_are_flagged() -> None:
    """Teasers are printed twice; the two may differ in the shape of a mark."""
    found = _flags(
        f"{BODY}\nIt's the first, of all of them, here.\nIt’s the first, of all of them, here."
    )

    assert found[3] == "is there more than once"
    assert 1 not in found


def test_a_run_of_short_lines_is_flagged_as_a_menu() -> None:
    """Four in a row are a menu; three may be names."""
    assert set(_flags(f"{BODY}\nNews\nSport\nCulture\nWeather\n{BODY}x")) == {2, 3, 4, 5}
    assert _flags(f"{BODY}\nJo Doe\nMax Roe\nAnn Lee\n{BODY}x") == {}


def test_a_profile_silences_statistics() -> None:
    """Where a layout was found, only the plainest signs are told."""
    assert _flags(f"Talks\nNews\nSport\nCulture\nWeather\n{BODY}\n{BODY}", known=True) == {}


@pytest.mark.parametrize(("length", "flagged"), [(60, {2, 3, 4, 5}), (61, set())])
def test_a_line_of_a_menu_has_sixty_characters_at_most(length: int, flagged: set[int]) -> None:
    """Longer ones without a full stop are headlines or verses."""
    lines = "\n".join(f"{letter * (length - 1)}x" for letter in "abcd")

    assert set(_flags(f"{BODY}\n{lines}\n{BODY}x")) == flagged


@pytest.mark.parametrize(("letters", "flagged"), [(38, True), (39, False)])
def test_a_date_of_more_than_fifty_characters_is_a_line_of_text(
    letters: int, *, flagged: bool
) -> None:
    """No weekday is so long."""
    line = f"{'m' * letters} May 4, 2031"

    assert (2 in _flags(f"{BODY}\n{line}\n{BODY}x")) is flagged


def test_a_flag_shows_eighty_characters_of_its_line() -> None:
    """Enough to find it again."""
    made = cleaned("\n".join(["Read more " + "x" * 69, "Read more " + "y" * 75, BODY]), as_one=True)

    assert [len(flag.text) for flag in made.flags] == [79, 80]
