"""What each kind of rule of a profile takes, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.clean.built import cleaned, cuts, rule, site, texts

TITLE = rule("title", "^(?P<title>.+)$")
CASES: list[tuple[str, dict[str, Any], str, list[str], list[str]]] = [
    (
        "a slot takes the next line",
        {"header": [TITLE]},
        "Talks\nIt began.",
        ["It began."],
        ["1-1 page.title"],
    ),
    (
        "a slot whose look-ahead fails takes nothing",
        {"header": [{**TITLE, "followed_by": "^Date"}]},
        "Talks\nIt began.",
        ["Talks", "It began."],
        [],
    ),
    (
        "a slot looks ahead as far as it says",
        {"header": [{**TITLE, "followed_by": "^Date", "reach": 2}]},
        "Talks\nmore\nDate",
        ["more", "Date"],
        ["1-1 page.title"],
    ),
    (
        "a slot may pass over lines, which stay",
        {"header": [rule("day", "^May", within=2)]},
        "Top\nMay 3\nIt began.",
        ["Top", "It began."],
        ["2-2 page.day"],
    ),
    (
        "a slot that follows another waits for it",
        {"header": [rule("day", "^May"), {**TITLE, "follows": "day"}]},
        "Talks\nIt began.",
        ["Talks", "It began."],
        [],
    ),
    (
        "a line longer than a slot allows stays",
        {"header": [{**TITLE, "longest": 3}]},
        "Talks\nIt began.",
        ["Talks", "It began."],
        [],
    ),
    (
        "a breadcrumb runs into the title below it",
        {"header": [rule("crumb", "^Home(?P<section>.+)$", ends_with_next=True)]},
        "HomeNewsTalks\n\nTalks\nIt began.",
        ["Talks", "It began."],
        ["1-1 page.crumb"],
    ),
    (
        "a line equal to the next is no breadcrumb",
        {"header": [rule("crumb", "^", ends_with_next=True)]},
        "Talks\nTalks",
        ["Talks", "Talks"],
        [],
    ),
    (
        "a last line is no breadcrumb",
        {"header": [rule("crumb", "^", ends_with_next=True)]},
        "Talks",
        ["Talks"],
        [],
    ),
    (
        "the first line is the title where a profile says so",
        {"title": "first-line"},
        "Talks\nIt began.",
        ["It began."],
        ["1-1 page.title"],
    ),
    ("a lone line is never the title", {"title": "first-line"}, "Talks", ["Talks"], []),
    (
        "a title in a slot leaves the first line",
        {"title": "first-line", "header": [TITLE]},
        "Talks\nOne.\nTwo.",
        ["One.", "Two."],
        ["1-1 page.title"],
    ),
    (
        "a tail is cut to the end",
        {"tail": [rule("more", "^More")]},
        "One.\nMore\nx\ny",
        ["One."],
        ["2-4 page.more"],
    ),
    (
        "a tail that is not confirmed stays",
        {"tail": [rule("more", "^More", confirm="^May")]},
        "One.\nMore came.\nTwo.",
        ["One.", "More came.", "Two."],
        [],
    ),
    (
        "a tail of one line needs no confirming",
        {"tail": [rule("more", "^More", confirm="^May")]},
        "One.\nMore",
        ["One."],
        ["2-2 page.more"],
    ),
    (
        "a tail ends before a line",
        {"tail": [rule("more", "^More", until="^End")]},
        "One.\nMore\nx\nEnd.",
        ["One.", "End."],
        ["2-3 page.more"],
    ),
    (
        "a tail whose end is absent goes to the end",
        {"tail": [rule("more", "^More", until="^End")]},
        "One.\nMore\nx",
        ["One."],
        ["2-3 page.more"],
    ),
    (
        "lines are dropped anywhere",
        {"drop": [rule("also", "^Also:")]},
        "One.\nAlso: x\nTwo.\nAlso: y",
        ["One.", "Two."],
        ["2-2 page.also", "4-4 page.also"],
    ),
    (
        "lines are dropped from the top down",
        {"drop": [rule("top", "^(?:A|B)$", position="first")]},
        "A\nB\nOne.\nA",
        ["One.", "A"],
        ["1-1 page.top", "2-2 page.top"],
    ),
    (
        "lines are dropped from the foot up",
        {"drop": [rule("foot", "^A$", position="last"), rule("end", "^B$", position="last")]},
        "A\nOne.\nA\nB",
        ["A", "One."],
        ["3-3 page.foot", "4-4 page.end"],
    ),
    (
        "a doubled line is a caption",
        {"captions": {"id": "caption", "reason": "twice"}},
        "One.\nIt's x\nIt’s x\nTwo.",
        ["One.", "Two."],
        ["2-3 page.caption"],
    ),
    (
        "a refrain set apart is no caption",
        {"captions": {"id": "caption", "reason": "twice"}},
        "One.\n\nOne.",
        ["One.", "One."],
        [],
    ),
    (
        "a long doubled line is no caption",
        {"captions": {"id": "caption", "reason": "twice", "longest": 3}},
        "Long\nLong",
        ["Long", "Long"],
        [],
    ),
    (
        "of three equal lines two are a caption",
        {"captions": {"id": "caption", "reason": "twice"}},
        "x\nx\nx",
        ["x"],
        ["1-2 page.caption"],
    ),
    (
        "a name twice above a note is the author",
        {"author_note": {"id": "bio", "reason": "note", "bio": "^ is an? "}},
        "One.\nJo\nJo\nJo is a writer.",
        ["One."],
        ["2-4 page.bio"],
    ),
    (
        "a name twice above something else stays",
        {"author_note": {"id": "bio", "reason": "note", "bio": "^ is an? "}},
        "One.\nJo\nJo\nJo left.",
        ["One.", "Jo", "Jo", "Jo left."],
        [],
    ),
    (
        "a part of a line is cut, its body kept",
        {"inline": [rule("head", r"^News (?P<title>\w+) (?P<body>It .*?) \d+:\d+ ")]},
        "News Talks It began. 10:10 They met.",
        ["It began.", "They met."],
        ["1-1 page.head", "1-1 page.head"],
    ),
    (
        "a part in the middle divides the line",
        {"inline": [rule("box", " See also [^.]* 2031")]},
        "They met. See also Talks 2031 They left.",
        ["They met.", "They left."],
        ["1-1 page.box"],
    ),
    (
        "only the `at` of a match is cut",
        {"inline": [rule("end", r"\.(?P<at>(?: ,)+)$", lines="last")]},
        "One. ,\nTwo. , ,",
        ["One. ,", "Two."],
        ["2-2 page.end"],
    ),
    (
        "an `at` that is not there cuts nothing",
        {"inline": [rule("end", "x(?P<at>y)?")]},
        "x.",
        ["x."],
        [],
    ),
    (
        "only the first line is looked at",
        {"inline": [rule("top", "^X ", lines="first")]},
        "X One.\nX Two.",
        ["One.", "X Two."],
        ["1-1 page.top"],
    ),
    (
        "one body part inside another counts once",
        {"inline": [rule("in", "<(?P<body>a(?P<body1>b))>")]},
        "x <ab> y",
        ["x", "ab", "y"],
        ["1-1 page.in", "1-1 page.in"],
    ),
    (
        "a body part may open its line",
        {"inline": [rule("ad", r"(?P<body>It \w+\.) Ad")]},
        "It began. Ad\nIt ended. Ad",
        ["It began.", "It ended."],
        ["1-1 page.ad", "2-2 page.ad"],
    ),
    (
        "a mark ends a paragraph",
        {"split": [rule("mark", r"\.(?P<at>, ,\s+)")]},
        "One., ,  Two., ,  Three.",
        ["One.", "Two.", "Three."],
        ["1-1 page.mark", "1-1 page.mark"],
    ),
    (
        "a mark of white space is no cut",
        {"split": [rule("mark", "  +")]},
        "One.  Two.",
        ["One.", "Two."],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "text", "kept", "cut"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_a_rule_takes_what_it_says(
    parts: dict[str, Any], text: str, kept: list[str], cut: list[str]
) -> None:
    """What is left is the body, what is cut is told with its lines and its rule."""
    made = cleaned(text, site(**parts), as_one=True)

    assert texts(made) == kept
    assert cuts(made) == cut


def test_patterns_see_every_space_as_a_plain_one() -> None:
    """What a page lays out with no-break spaces is found as if it were typed."""
    page = site(header=[rule("date", "^Date: (?P<title>.+) [|] ", followed_by="^It began")])

    made = cleaned("Date:\u00a0Talks\u202fheld\u00a0| x\nIt\u00a0began.", page)

    assert texts(made) == ["It began."]
    assert made.fields.title is not None
    assert made.fields.title.value == "Talks held"


def test_the_newest_date_of_a_tail_bounds_the_capture() -> None:
    """Teasers are never older than the day on which the page was taken."""
    newest = {"pattern": "^(?P<captured>May .*)$", "dates": ["Month D, YYYY", "Month D"]}
    profile = site(tail=[rule("more", "^More", newest=newest)])

    made = cleaned("One.\nMore\nMay 4, 2031\nMay 6, 2031\nMay 5, 2031\nMay 7", profile)

    assert made.fields.captured is not None
    found = made.fields.captured
    assert (found.value, found.precision, found.status, found.evidence) == (
        "2031-05-06", "not-before", "inferred", ("l4",),
    )  # fmt: skip


def test_a_tail_without_a_date_bounds_nothing() -> None:
    """Where no line is a date there is no claim."""
    newest = {"pattern": "^(?P<captured>May .*)$", "dates": ["Month D, YYYY"]}

    made = cleaned("One.\nMore\nx", site(tail=[rule("more", "^More", newest=newest)]))

    assert made.fields.captured is None


def test_a_caption_is_kept_as_the_profile_says() -> None:
    """The first or the last of the two lines is the caption's text."""
    rules = {"id": "caption", "reason": "twice"}
    text = "One.\nIt's x\nIt’s x\nTwo."

    first = cleaned(text, site(captions={**rules, "keep": "first"})).captions
    last = cleaned(text, site(captions=rules)).captions

    assert (first[0].text, last[0].text) == ("It's x", "It’s x")
    assert last[0].lines == (2, 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\n\nPart two\n\nTwo is longer.", ["One.", "## Part two", "Two is longer."]),
        ("Part one\n\nOne is longer.", ["Part one", "One is longer."]),
        ("One.\n\nPart two", ["One.", "Part two"]),
        ("One.\n\nPart two:\n\nTwo is longer.", ["One.", "Part two:", "Two is longer."]),
        ("One.\n\nPart two\n\nTwo", ["One.", "Part two", "Two"]),
        (
            "One.\n\nA part of many\nx y z\n\nTwo is.",
            ["One.", "A part of many", "x y z", "Two is."],
        ),
        ("One.\nPart two\nTwo is longer.", ["One.", "## Part two", "Two is longer."]),
        ("One.\n\nNever this\n\nTwo is longer.", ["One.", "Never this", "Two is longer."]),
        ("One.\n\n" + "x" * 21 + "\n\n" + "y" * 30, ["One.", "x" * 21, "y" * 30]),
    ],
)
def test_a_heading_is_short_unfinished_and_apart(text: str, wanted: list[str]) -> None:
    """Everything else that is short stays a paragraph."""
    assert texts(cleaned(text, site(headings={"longest": 20, "never": "^Never"}))) == wanted


def test_edits_apply_where_they_say() -> None:
    """To the first block, the last, or every one; to the match or its `at`."""
    profile = site(
        edit=[
            rule("first", "^X ", where="first"),
            rule("last", " -0-$", where="last"),
            rule("any", "a(?P<at>)s", to=" "),
            rule("maybe", "q(?P<at>z)?"),
        ]
    )

    made = cleaned("X as -0-\nX as q -0-", profile)

    assert texts(made) == ["a s -0-", "X a s q"]
    assert [(edit.block, edit.rule) for edit in made.edits] == [
        ("p1", "page.first"), ("p1", "page.any"), ("p2", "page.any"), ("p2", "page.last"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule_"),
    [
        ("One.\n-0-", "page.end"),
        ("\ufeff\nOne.", "text.bom"),
        ("One.\n\x01", "text.control-character"),
    ],
)
def test_a_line_of_which_edits_leave_nothing_is_cut(text: str, rule_: str) -> None:
    """Its cut has the edit's rule and reason; no block is empty."""
    profile = site(edit=[rule("end", "-0-$", where="last")])

    made = cleaned(text, profile)

    assert texts(made) == ["One."]
    assert [cut.rule for cut in made.cuts] == [rule_]
    assert made.edits == ()


def test_constants_and_page_defaults_give_fields() -> None:
    """A rule's `sets` are its line's evidence, a profile's are its own."""
    profile = site(sets={"kind": "news-report"}, drop=[rule("by", "^By", sets={"section": "Wire"})])

    fields = cleaned("By us\nIt began.", profile).fields

    assert fields.kind is not None
    assert (fields.kind.value, fields.kind.evidence) == ("news-report", ("profile:page",))
    assert fields.section is not None
    assert (fields.section.value, fields.section.evidence) == ("Wire", ("l1",))
