"""Records from trees of strings."""

from __future__ import annotations

from typing import Any

import pytest

from generator.authority import Event, Person
from generator.model import Capture, KindTerm, Outlet, ReleaseHead
from generator.store.validate import validate
from generator.store.yamlfile import parse

OUTLET = "id: gazette\nname: Gazette\nkind: newspaper\n"
HEAD = "id: a\noutlet: gazette\nkind: talk\nlanguage: en\ncapture: gazette/a1\n"
PERSON = "id: a\nheading: A\norder: given-first\n"
CAPTURE = "accession: a\nfile: a.txt\nencoding: utf-8\nrelease: a\nbytes: 1\n"
SHA = f'sha256: "{"0" * 64}"\n'
KINDS: Any = tuple[KindTerm, ...]

TOLD = [
    (Outlet, OUTLET + "labl: [x]\n", 4, "unknown field `labl`", "write `labels`"),
    (Outlet, OUTLET + "zzz: x\n", 4, "unknown field `zzz`", "delete it; known are id, name, kind"),
    (Outlet, OUTLET + "languages: en\n", 4, "`languages` is no list", "write `languages` as `[a, b]`"),
    (Outlet, OUTLET + "note: [a]\n", 4, "`note` is no single text", "write one value"),
    (Outlet, OUTLET + "rights: full\n", 4, "`rights` has no fields", "display, statement"),
    (Outlet, OUTLET + "rights: {display: al}\n", 4, "`display` is `al`", "write one of full, excerpt"),
    (Outlet, OUTLET.replace("gazette", "Gazétte"), 1, "`id` may only hold a-z, 0-9 and single hyphens between them: `Gazétte`", "write `gazette`"),
    (Outlet, OUTLET.replace("id: gazette", "id: ../etc"), 1, "may only hold", "write `etc`"),
    (Outlet, OUTLET.replace("id: gazette", "id: con"), 1, "keep for themselves", "write `con-1`"),
    (Outlet, OUTLET.replace("gazette", "g" * 300), 1, "300 characters long; 80 is", "write `ggg"),
    (Outlet, OUTLET.replace("gazette", "가제트"), 1, "may only hold a-z", "correct `id`"),
    (Outlet, "kind: newspaper\n", 1, "`id` is missing", "add a line `id: …`"),
    (Outlet, "- a\n", 1, "the record has no fields", "write its fields as"),
    (ReleaseHead, HEAD + 'published: "2024-02-30"\n', 6, "`2024-02-30` is no date", "write YYYY"),
    (ReleaseHead, HEAD + "published: 2024\n", 6, "is `2024` without quotes", 'write "2024"'),
    (ReleaseHead, HEAD + "title: no\n", 6, "may take for a truth value", 'write "no"'),
    (ReleaseHead, HEAD + 'title: ""\n', 6, "`title` is empty", "write it, or delete the line"),
    (ReleaseHead, HEAD + 'title: "a\\u200bb"\n', 6, "U+200B ZERO WIDTH SPACE", "delete it"),
    (ReleaseHead, HEAD + 'title: "a\\nb"\n', 6, "`title` holds a line break", "delete it"),
    (ReleaseHead, HEAD + "title: {value: a, status: sure}\n", 6, "`status` is `sure`", "one of stated"),
    (ReleaseHead, HEAD + "events:\n  - b\n  - C\n", 8, "entry 2 of `events` may only hold", "write `c`"),
    (ReleaseHead, HEAD + "events: [on]\n", 6, "entry 1 of `events` is `on` without", 'write "on"'),
    (Person, PERSON + "generate: Yes\n", 4, "`generate` is `Yes`", "write true or false"),
    (Person, PERSON + 'generate: "maybe"\n', 4, "`generate` is `maybe`", "write true or false"),
    (Event, "id: a\nheading: A\ndate: 2024-01-20\n", 3, "take for a date", 'write "2024-01-20"'),
    (Event, 'id: a\nheading: A\ndate: "2024"\nordinal: 0\n', 4, "`ordinal` is `0`", "correct"),
    (Event, 'id: a\nheading: A\ndate: "2024"\nordinal: 010\n', 4, "`ordinal` is `010`", "plain digits"),
    (Event, 'id: a\nheading: A\ndate: "2024"\nordinal: two\n', 4, "is `two`", "in digits"),
    (Event, 'id: a\nheading: A\ndate: "2024/2023"\n', 3, "ends before", "write the earlier date first"),
    (Capture, CAPTURE + "sha256: abc\n", 6, "`sha256` is `abc`", "write what fits"),
    (Capture, CAPTURE + SHA + "cuts:\n  - {at: 9-3, lines: 1-1, rule: a, reason: b}\n", 8, "9-3", "the smaller"),
    (Capture, CAPTURE + SHA + "cuts:\n  - {at: x, lines: 1-1, rule: a}\n", 8, "`reason` is missing", "add"),
    (KINDS, "- {id: a, label: b, level: 1, definition: c}\n- {id: b}\n", 2, "`label` is missing", "add"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "text", "line", "message", "fix"), TOLD)
def test_a_fault_is_told_with_field_line_and_remedy(
    declared: Any, text: str, line: int, message: str, fix: str
) -> None:
    """Each way to misspell a record is one sentence and one order."""
    checked = validate(declared, parse(text))

    assert checked.value is None
    assert [
        fault
        for fault in checked.faults
        if fault.line == line and message in fault.message and fix in fault.fix
    ], checked.faults


def test_all_faults_of_a_record_are_told_at_once() -> None:
    """A wrong value hides no unknown field, and neither hides what is missing."""
    checked = validate(Outlet, parse("id: A b\nkind: paper\nlabel: x\n"))

    assert sorted(fault.line for fault in checked.faults) == [1, 1, 2, 3]


@pytest.mark.parametrize(
    "line", ["bytes: 12", 'bytes: "12"', "note: a\\ntest", "generate: true", 'generate: "false"']
)
def test_numbers_and_truth_values_may_stand_bare_where_they_are_declared(line: str) -> None:
    """A number is a number with and without quotes if the record wants one."""
    if line.startswith("bytes"):
        checked: Any = validate(Capture, parse(CAPTURE.replace("bytes: 1", line) + SHA))
    else:
        checked = validate(Person, parse(f"{PERSON}{line}\n"))

    assert checked.faults == ()


def test_what_quotes_a_source_may_hold_its_unseen_characters() -> None:
    """An edit that removes a zero-width space has to name it; escaped, everyone sees it."""
    edit = 'edits:\n  - {block: p1, at: 0, from: "a\\u200b", to: a, rule: text.unseen}\n'

    assert validate(Capture, parse(CAPTURE + SHA + edit)).faults == ()
