"""Records as YAML text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Capture, ReleaseHead
from generator.record import checked
from generator.store import yamlfile, yamltext
from generator.store.validate import validate

# Everything but lone surrogates, which no UTF-8 file can hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
# What other readers take for something else is rare in random text, so it is given a share.
WORDS = [
    "no",
    "Yes",
    "on",
    "OFF",
    "y",
    "~",
    "null",
    "true",
    "1",
    "0x1f",
    "1_000",
    "1e3",
    ".5",
    ".inf",
    "0o17",
    "12:30",
    "2024-11-02",
    "2024-11",
    "2024/..",
    "<<",
    "=",
    "-",
    "?",
    ":",
    "a:",
    ":a",
    "a:b",
    "#a",
    "a#b",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "{a}",
    "[a]",
    "a,",
    "|a",
    ">a",
    "'a",
    '"a',
    "---",
    "...",
    "26-138",
]
SPACED = (
    "",
    " ",
    " a",
    "a ",
    "a: b",
    "a #b",
    "a\nb",
    "\ta",
    "a\u202eb",
    "e\u0301",
    "\ufeff",
    "\x85",
)
TRICKY = st.sampled_from([*WORDS, *SPACED])
SCALARS = TEXTS | TRICKY
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3),
    max_leaves=10,
)
RECORDS = st.dictionaries(SCALARS, TREES, min_size=1, max_size=3)


def depth(value: Any) -> int:
    """Return how deep lists and mappings stand in each other."""
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(RECORDS.filter(lambda record: depth(record) <= 6))
def test_what_is_dumped_reads_back_the_same(record: dict[str, Any]) -> None:
    """Any mapping of any strings is read back by our reader, which has nothing to say of it."""
    read = yamlfile.parse(yamltext.dump(record))

    assert read.data == record
    assert read.faults == ()


@given(st.dictionaries(SCALARS, SCALARS, min_size=1))
def test_other_readers_see_the_same_strings(record: dict[str, str]) -> None:
    """A reader of YAML with implicit types takes no string for a date, a number or a truth value."""
    assert yaml.safe_load(yamltext.dump(record)) == record


@given(st.from_regex(r"\A[^\W\d_][\w.:+/ -]{5,12}\Z"))
def test_a_longer_word_that_begins_with_a_letter_is_text_to_every_reader(text: str) -> None:
    """So that `yamlfile` need not ask of each."""
    assert len(text) > yamlfile._LONGEST_OTHER
    assert yamltext.means_other(text) is None


@given(SCALARS)
def test_a_scalar_is_one_printable_line(text: str) -> None:
    """Whatever the string, nobody can hide a line break or an unseen character in a diff."""
    assert yamltext.scalar(text).isprintable()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"bytes": 3, "state": True, "kept": 0.5}, "bytes: 3\nstate: true\nkept: 0.5\n"),
        ({"note": None, "id": "a"}, "id: a\n"),
        ({"events": [], "sets": {}}, "events: []\nsets: {}\n"),
        ({"events": ["a", "2024-11-02-b"]}, "events: [a, 2024-11-02-b]\n"),
        ({"blocks": [{"id": "p1", "at": "0-9"}]}, "blocks:\n  - {id: p1, at: 0-9}\n"),
        ({"offices": [{"title": "a", "of": ["x" * 99]}]}, None),
        ([{"id": "a"}, {"id": "b"}], "- {id: a}\n- {id: b}\n"),
        ({}, "{}\n"),
        ([], "[]\n"),
    ],
)
def test_style_follows_what_is_short(value: Any, text: str | None) -> None:
    """Short lists and mappings stand in one line; long ones have a line for each entry."""
    expected = text or f"offices:\n  - title: a\n    of:\n      - {'x' * 99}\n"

    assert yamltext.dump(value) == expected


def test_what_is_no_scalar_of_a_record_is_an_error() -> None:
    """A value of a type that records do not have is never written as its Python form."""
    with pytest.raises(TypeError, match="bytes is no scalar"):
        yamltext.dump({"text": b"a"})


def test_a_claim_of_which_only_the_value_is_said_is_that_value() -> None:
    """A stated title is a bare string; an inferred date keeps its mapping."""
    head = checked(
        ReleaseHead,
        {
            "id": "a",
            "title": "Talks",
            "outlet": "gazette",
            "kind": "press-release",
            "language": "en",
            "published": {"value": "2024-01-20", "status": "inferred", "evidence": ["p1"]},
            "capture": "gazette/a1",
        },
    )

    assert yamltext.record(head) == (
        "id: a\ntitle: Talks\noutlet: gazette\nkind: press-release\nlanguage: en\n"
        'published: {value: "2024-01-20", status: inferred, evidence: [p1]}\n'
        "capture: gazette/a1\n"
    )


def test_a_sidecar_reads_back_as_the_same_record() -> None:
    """Spans, numbers and aliased fields survive the way to the file and back."""
    capture = checked(
        Capture,
        {
            "accession": "1e10",
            "file": "1e10.txt",
            "sha256": "0" * 64,
            "bytes": 10,
            "encoding": "utf-8",
            "release": "2024-11-02-a",
            "blocks": [{"id": "p1", "at": (0, 9), "line": 1}],
            "edits": [
                {"block": "p1", "at": 3, "from": "\u00ad ,", "to": ",", "rule": "text.stray"}
            ],
            "cuts": [{"at": "9-10", "lines": "2", "rule": "x.tail", "reason": "no: more"}],
        },
    )

    read = validate(Capture, yamlfile.parse(yamltext.record(capture)))

    assert read.faults == ()
    assert read.value == capture
