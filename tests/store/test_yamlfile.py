"""Strict reading of YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store.yamlfile import parse

HOSTILE = [
    ("a colon in a value", "id: x\ntitle: Press: on talks\n", 2, "mapping values are not allowed"),
    ("an at sign", "title: @x\n", 1, "cannot start any token"),
    ("a per cent sign", "title: %x\n", 1, "cannot start any token"),
    ("a directive", "%YAML 1.1\n---\na: b\n", 1, "a `%` directive"),
    ("an unknown directive", "%x\n---\na: b\n", 1, "this is no YAML"),
    ("a tag of Python", "a: !!python/object/apply:os.system [x]\n", 1, "is a tag"),
    ("a tag of our own", "a: !x y\n", 1, "`!x` is a tag"),
    ("an anchor", "a: &x y\n", 1, "`&x` makes an anchor"),
    ("an alias", "a: b\nc: *x\n", 2, "`*x` is an alias"),
    ("a merge key", "a: b\n<<: {c: d}\n", 2, "`<<` merges another mapping"),
    ("a key written twice", "a: b\nb: c\na: d\n", 3, "`a` is written twice, first in line 1"),
    ("a key written twice inside", "a: {b: c, b: d}\n", 1, "`b` is written twice"),
    ("a key that is a list", "? [a]\n: b\n", 1, "a key that is no word"),
    ("a key that is a date", "2024-01-20: b\n", 1, "`2024-01-20` is no name of a field"),
    ("an unquoted date", "a: 2024-01-20\n", 1, "may take for a date"),
    ("an unquoted month", "a: 2024-11\n", 1, "may take for a date"),
    ("an unquoted time", "a: 12:30:45\n", 1, "may take for a time"),
    ("a tilde", "a: ~\n", 1, "may take for nothing"),
    ("no value", "a:\nb: c\n", 1, "`a` has no value"),
    ("two documents", "a: b\n---\nc: d\n", 2, "a second document"),
    ("nothing but a comment", "# a\n", 1, "there is no record in it"),
    ("an open bracket", "a: [b, c\n", 2, "did not find expected ',' or"),
    ("an open quote", 'a: "b\n', 2, "unexpected end of stream"),
    ("a wrong indentation", "a: b\n  c: d\n", 2, "mapping values are not allowed"),
    ("seven lists in each other", "a: [[[[[[[b]]]]]]]\n", 1, "more than 6 deep"),
    ("seven hyphens", "- - - - - - - a\n", 1, "more than 6 deep"),
    ("30,000 brackets", "a: " + "[" * 30_000, 1, "more than 6 deep"),
    ("30,000 braces over lines", "a: " + "{\n" * 30_000, 51, "more than 6 deep"),
    ("a lone surrogate", 'a: "\\ud800"\n', 1, "invalid Unicode character escape"),
]


@pytest.mark.parametrize(("_name", "text", "line", "message"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_a_hostile_text_is_told_with_its_line(
    _name: str, text: str, line: int, message: str
) -> None:
    """Each way in which YAML can surprise is a fault of one line, and nothing worse."""
    found = [(fault.line, fault.message) for fault in parse(text).faults]

    assert [one for one in found if one[0] == line and message in one[1]], found


def test_aliases_that_would_explode_do_not_unfold() -> None:
    """Nine levels of ten aliases each are read as what was written: a few short lists."""
    levels = ["a0: &a0 [x, x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)
    ]

    read = parse("\n".join(levels) + "\n")

    assert len(str(read.data)) < 1000
    assert len(read.faults) == 10 + 90


def test_every_scalar_is_the_string_that_was_written() -> None:
    """Numbers, truth values and dates stay text, and where they stand bare is noted."""
    read = parse("a: 0123\nb: true\nc: 1.10\nd: 'no'\ne: NO\n")

    assert read.data == {"a": "0123", "b": "true", "c": "1.10", "d": "no", "e": "NO"}
    assert [loc for loc, _ in read.bare] == [("a",), ("b",), ("c",), ("e",)]


def test_values_know_their_lines() -> None:
    """A list's entries and a mapping's values are found by where they stand; else what holds them."""
    read = parse("a:\n  - b: c\n    d: e\n  - {b: f}\n", first_line=2)

    assert read.line(("a", 0, "d")) == 4
    assert read.line(("a", 1, "b")) == 5
    assert read.line(("a", 1, "nothing")) == 5
    assert read.line(("nothing",)) == 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_is_a_crash(text: str) -> None:
    """Whatever is in the file, it is either data or a fault."""
    read = parse(text)

    assert read.data is not None or read.faults


@given(st.text("[]{},:-?&*!|>'\"%@` \na#", max_size=60))
def test_no_syntax_is_a_crash(text: str) -> None:
    """Whatever signs of YAML stand in a row, they are either data or a fault."""
    read = parse(text)

    assert read.data is not None or read.faults
