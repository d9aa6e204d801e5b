"""The rules that hold for every text."""

from __future__ import annotations

import pytest

from generator.clean.edited import Edited, undone
from generator.clean.tidy import tidy

CASES = [
    ("a space before a comma", "Kim , who", "Kim, who", ["text.space-before-punctuation"]),
    ("a space before the last stop", "for Kim .", "for Kim.", ["text.space-before-punctuation"]),
    ("after a bracket", "(a) , b", "(a), b", ["text.space-before-punctuation"]),
    ("single letters", "A , B , C .", "A, B, C.", ["text.space-before-punctuation"] * 3),
    ("quotes", 'a ," b ,"', 'a," b,"', ["text.space-before-punctuation"] * 2),
    ("a decimal stays", "costs .5 now", "costs .5 now", []),
    ("dots of omission stay", "and so . . . on", "and so . . . on", []),
    ("three dots stay", "and so ... on", "and so ... on", []),
    ("French stays", "Bonjour ! Pourquoi ?", "Bonjour ! Pourquoi ?", []),
    ("commas of a scraper stay", "end. , , ,", "end. , , ,", []),
    ("no-break spaces", "a\u00a0\u00a0b", "a  b", ["text.nbsp"]),
    ("a no-break space before a comma", "Kim\u00a0, who", "Kim, who",
     ["text.space-before-punctuation"]),
    ("a byte order mark", "\ufeffText", "Text", ["text.bom"]),
    ("control characters", "a\x1b[31mb\x00", "a[31mb", ["text.control-character"] * 2),
    ("a form feed is a space", "a\x0cb", "a b", ["text.control-character"]),
    ("what is bared at the ends goes", "\x00 a \x00", "a", ["text.control-character"] * 2),
    ("a tab stays", "a\tb", "a\tb", []),
    ("letters in two parts", "cafe\u0301 x", "café x", ["text.nfc"]),
    ("Hangul in parts", "\u1112\u1161\u11ab", "한", ["text.nfc"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "rules"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_a_text_is_tidied(text: str, wanted: str, rules: list[str]) -> None:
    """Only spacing and unseen characters change, each under its rule, and each can be undone."""
    line = tidy(Edited(text))

    assert line.text == wanted
    assert [one.rule for one in line.changes] == rules
    assert undone(line.text, line.changes) == text


def test_time_grows_with_the_length_of_the_text_only() -> None:
    """A line of a hundred thousand places to change is done in one go."""
    line = tidy(Edited("Kim , " * 100_000 + "end"))

    assert line.text.count("Kim, ") == 100_000


def test_white_space_that_an_edit_bares_goes_with_the_last_edit() -> None:
    """At the end of a line it is the last that bared it, at the beginning the first."""
    one = tidy(Edited("One \x01"))
    two = tidy(Edited("\x01 Ann , he \x02"))

    assert [(change.at, change.before, change.rule) for change in one.changes] == [
        (3, " \x01", "text.control-character")
    ]
    assert [(change.at, change.before, change.rule) for change in two.changes] == [
        (0, "\x01 ", "text.control-character"),
        (3, " ", "text.space-before-punctuation"),
        (7, " \x02", "text.control-character"),
    ]
