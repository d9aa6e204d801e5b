"""Citations are what the CSL processor makes of the work; the shortcut changes nothing."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.citing import styles
from generator.citing.styles import STYLES, citation, plain
from generator.citing.work import Author, Work

WORK = Work(
    "2024-talks",
    "Talks held",
    (Author("Bureau of News"),),
    "The Herald",
    "en",
    ((2024, 11, 2),),
    version="0123abcd",
)
GIVEN = ("https://a.example/releases/2024-talks/", "[day you read it]")


def cited(style: str, **fields: object) -> str:
    """Return a citation of the work with some of its facts changed."""
    changed = {name: getattr(WORK, name) for name in Work.__dataclass_fields__} | fields
    return plain(citation(Work(**changed), style), *GIVEN)


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("Chicago", "Bureau of News. “Talks held.” The Herald, November 2, 2024. Communiqué, version 0123abcd. Accessed [day you read it]. https://a.example/releases/2024-talks/."),
        ("APA", "Bureau of News. (2024, November 2). Talks held (Communiqué, version 0123abcd). The Herald. Retrieved [day you read it], from https://a.example/releases/2024-talks/"),
        ("MLA", "Bureau of News. “Talks held.” The Herald, 2 Nov. 2024. Communiqué, version 0123abcd, https://a.example/releases/2024-talks/. Accessed [day you read it]."),
    ],
)  # fmt: skip
def test_a_citation_reads_as_its_manual_says(style: str, line: str) -> None:
    """Author, title, outlet, date, archive with the version of the record, day of reading, address."""
    assert cited(style) == line


@pytest.mark.parametrize("style", STYLES)
def test_an_undated_release_says_so_or_nothing(style: str) -> None:
    """No date is made up; MLA leaves it out, the others write n.d."""
    line = cited(style, issued=())

    assert "2024," not in line
    assert ("n.d." in line) == (style != "MLA")


@pytest.mark.parametrize(
    ("style", "date"),
    [("Chicago", "[November 2, 2024]"), ("APA", "([2024, November 2])"), ("MLA", "[2 Nov. 2024]")],
)
def test_an_inferred_date_stands_in_brackets(style: str, date: str) -> None:
    """As archivists mark what they supply."""
    assert date in cited(style, issued_status="inferred")


@pytest.mark.parametrize(
    ("days", "date"),
    [
        (((2024,),), "2024"),
        (((2024, 5),), "May 2024"),
        (((2024, 1, 15), (2024, 1, 17)), "January 2024"),
        (((2024, 1, 15), (2024, 3, 15)), "2024"),
        (((2023, 12, 31), (2024, 12, 31)), "n.d"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(days: tuple[tuple[int, ...], ...], date: str) -> None:
    """Year, month or interval."""
    assert f"The Herald, {date}. " in cited("Chicago", issued=days)


def test_who_is_author_and_outlet_is_named_once() -> None:
    """APA leaves out the outlet, MLA the author."""
    twice = {"authors": (Author("The Herald"),)}

    assert cited("APA", **twice).count("The Herald") == 1
    assert cited("MLA", **twice).startswith("“Talks held.” The Herald")


@pytest.mark.parametrize("style", STYLES)
def test_a_title_may_hold_anything(style: str) -> None:
    """Markup, marks of other formats and 300 characters stay words."""
    title = "<i>Talks</i> {held} \\& “twice” 7777 28 November 11, 1111 " + "long " * 50 + "end?"
    pieces = citation(
        Work(**{**{n: getattr(WORK, n) for n in Work.__dataclass_fields__}, "title": title}), style
    )

    assert title.rstrip("?") in plain(pieces, *GIVEN)
    assert [piece.kind for piece in pieces].count("address") == 1


WORDS = st.text("abcé жу한 '’&,;:-()", min_size=1, max_size=30).map(
    lambda text: f"T{text.strip()}t"
)
DAYS = st.one_of(
    st.just(()),
    st.tuples(st.tuples(st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28))),
    st.tuples(st.tuples(st.integers(1900, 2030), st.integers(1, 12))),
    st.tuples(st.tuples(st.integers(1900, 2030))),
)


@given(
    st.builds(
        Work, st.just("id"), WORDS, st.tuples(st.builds(Author, WORDS)), WORDS, st.just("en"), DAYS
    )
)
def test_marks_and_words_give_the_same_citation(work: Work) -> None:
    """The words put at the marks are where the processor puts the words themselves."""
    for style in STYLES:
        twice = work.authors[0].whole == work.publication
        item: dict[str, object] = {
            "id": "it", "type": "article-newspaper", "title": html.escape(work.title, quote=False),
            "archive": "Communiqué", "version": work.version, "URL": "U", "accessed": {"date-parts": [[1111, 11, 11]]},
        }  # fmt: skip
        if not (twice and style == "APA"):
            item["container-title"] = html.escape(work.publication, quote=False)
        if not (twice and style == "MLA"):
            item["author"] = [{"literal": html.escape(work.authors[0].whole, quote=False)}]
        if work.issued:
            item["issued"] = {"date-parts": [list(day) for day in work.issued]}
        whole = html.unescape(re.sub("</?i>", "", styles.processed(item, style)))

        seen = "11 Nov. 1111" if style == "MLA" else "November 11, 1111"
        assert plain(citation(work, style), "U", seen) == whole


@pytest.mark.parametrize("file", sorted(styles.FOLDER.glob("*.csl")), ids=lambda file: file.stem)
def test_a_style_is_well_formed_and_ours(file: Path) -> None:
    """Its licence is the package's own."""
    root = etree.parse(file).getroot()

    assert root.get("version") == "1.0"
    assert "Ours (MIT)" in file.read_text("utf-8")
