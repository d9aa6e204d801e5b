"""HTML → lines: as a browser lays them out, always the same, and never more than it can bear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.html import (
    DEEPEST,
    LARGEST,
    VERSION,
    Parts,
    declared_encoding,
    extract,
    looks_like_html,
    read_html,
)
from generator.errors import Refused

TOKENS = ["<p>", "</p>", "<b>", "<br>", "<div>", "</div>", "<ul>", "<li>", "one", "two"]
CASES = {
    "blocks become lines": ("<div>One<div>Two</div>Three</div>", "One\nTwo\nThree"),
    "paragraphs stand apart": ("<p>One<p>Two", "One\n\nTwo"),
    "headings stand apart": ("<h2>Talks</h2><div>One</div>", "Talks\n\nOne"),
    "a br ends a line": ("One<br>Two<br/>Three", "One\nTwo\nThree"),
    "two br make a blank line": ("One<br><br>Two", "One\n\nTwo"),
    "inline elements do not part words": ("Com<b>mun</b>iqu<i>é</i>", "Communiqué"),
    "white space is collapsed": ("<p>  One \n\t two\r\n  <b> three</b> </p>", "One two three"),
    "no-break spaces stay": ("One&nbsp;&nbsp;two", "One\u00a0\u00a0two"),
    "preformatted lines stay": ("<pre>One\n  two\n\nthree</pre>", "One\ntwo\n\nthree"),
    "list items are lines": ("<ul><li>One<li>Two</ul>", "One\nTwo"),
    "cells are parted by tabs": (
        "<table><tr><td>One<td>Two<tr><th>Three</table>",
        "One\tTwo\nThree",
    ),
    "scripts and styles are no text": (
        "<style>p{}</style><p>One<script>alert('x')</script></p><noscript>Two</noscript>",
        "One",
    ),
    "menus are no text": ("<nav><a href=/>Home</a></nav><p>One", "One"),
    "hidden elements are no text": ("<p hidden>One</p><template>Two</template><p>Three", "Three"),
    "what is hidden until found is text": ("<p hidden=until-found>One", "One"),
    "words on buttons are text": ("<h3><button>Results</button></h3><p>One", "Results\n\nOne"),
    "formulae are text": ("<p>a <math><mi>x</mi></math> b", "a x b"),
    "what stands behind a hidden element stays": ("<div><script>x</script> One</div>", "One"),
    "a menu between two lines keeps them apart": ("One<nav>Menu</nav>Two", "One\n\nTwo"),
    "comments are no text, what follows them is": ("One<!-- two --> three", "One three"),
    "entities are characters": ("One &amp; &#8220;two&#8221; &eacute;", "One & “two” é"),
    "an unknown entity stays as printed": ("One &zzz; two", "One &zzz; two"),
    "bad nesting loses no text": ("<p>One<b>two<p>three</i>four", "Onetwo\n\nthreefour"),
    "letters at the beginning of a line stay": ("<p>XX one<p> X<b>X</b>", "XX one\n\nXX"),
    "comments in preformatted lines are no text": ("<pre>One<!-- x -->\n two</pre>", "One\ntwo"),
    "figures have their caption as a line": (
        "<figure><img alt=x><figcaption>A bridge</figcaption></figure>One",
        "A bridge\n\nOne",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lines_are_what_a_browser_shows(case: str) -> None:
    """Each case is one rule of how blocks, spaces and hidden parts are read."""
    source, lines = CASES[case]

    assert read_html(source, "a.html").text == lines


def test_a_selector_takes_one_part_of_the_page() -> None:
    """The first selector that finds anything is used; the extraction says which."""
    source = "<div>Menu</div><article>One<p>Two</article><article>Three</article>"

    page = read_html(source, "a.html", Parts(select=("main", "article")))

    assert page.text == "One\n\nTwo\n\nThree"
    assert page.extraction == f"{VERSION} from article"
    assert page.selected


def test_elements_inside_a_selected_one_are_not_taken_twice() -> None:
    """Nested finds are one."""
    page = read_html("<div class=a>One<div class=a>Two</div></div>", "a", Parts(select=(".a",)))

    assert page.text == "One\nTwo"


def test_a_selector_that_finds_nothing_takes_the_whole_page_and_says_so() -> None:
    """A changed layout loses no line."""
    page = read_html("<p>One</p>", "a.html", Parts(select=("article",)))

    assert (page.text, page.extraction, page.selected) == ("One", VERSION, False)


def test_elements_can_be_left_out_of_a_part() -> None:
    """What follows the dropped element stays."""
    parts = Parts(select=("article",), drop=(".share", "aside"))

    page = read_html(
        "<article>One<p class=share>Share</p> two<aside>x</aside></article>", "a", parts
    )

    assert page.text == "One\n\ntwo"
    assert page.extraction == f"{VERSION} from article without .share, aside"


@pytest.mark.parametrize(
    "parts",
    [Parts(), Parts(select=("article",)), Parts(drop=("b",)), Parts(("article",), (".a", "b"))],
)
def test_a_recorded_extraction_gives_the_same_lines_again(parts: Parts) -> None:
    """What the sidecar records is all that is needed to prove the text."""
    source = "<p>Menu</p><article>One <b>two</b><p class=a>three</p></article>"
    page = read_html(source, "a.html", parts)

    assert extract(source, page.extraction, "a.html") == page.text


def test_an_extraction_of_another_version_is_refused() -> None:
    """Lines are never made by rules that did not make them."""
    with pytest.raises(Refused, match="`html-lines/9` is no extraction known here"):
        extract("<p>One", "html-lines/9", "a.html")


def test_a_profile_s_fields_are_read_where_it_says() -> None:
    """Selectors are tried in order; `css@attribute` reads an attribute."""
    source = '<title>x</title><h1 id=e></h1><h1> The\n talks </h1><time datetime="2031-05-03">3 May</time>'
    fields = {
        "title": ("#none", "h1"),
        "published": ("time@datetime",),
        "author": (".byline",),
    }

    page = read_html(source, "a.html", Parts(fields=fields))

    assert {name: one.value for name, one in page.fields.items()} == {
        "title": "The talks",
        "published": "2031-05-03",
    }


def test_lines_that_the_page_marks_as_headings_are_told() -> None:
    """Their 0-based numbers, for the rules that look for headings."""
    page = read_html("<h1>Talks</h1><p>One<h3>Results <i>so far</i></h3>Two", "a.html")

    assert page.text.split("\n")[4] == "Results so far"
    assert page.headings == {0, 4}


@pytest.mark.parametrize("selector", ["a[", "::before(", "p::", "a:unknown-class"])
def test_a_selector_that_is_none_is_a_fault_of_the_profile(selector: str) -> None:
    """The message quotes it."""
    with pytest.raises(Refused, match="is no CSS selector"):
        read_html("<p>One", "a.html", Parts(select=(selector,)))


@pytest.mark.parametrize("source", ["", "  \n", "<!-- nothing -->"])
def test_a_page_without_elements_is_refused(source: str) -> None:
    """There is nothing to extract."""
    with pytest.raises(Refused, match="no element"):
        read_html(source, "a.html")


@pytest.mark.parametrize("depth", [DEEPEST, 1000, 100_000])
def test_nesting_too_deep_is_refused_and_never_cut_short(depth: int) -> None:
    """The parser stops at 256 levels; what lies below would be lost without a word."""
    with pytest.raises(Refused, match="nested more than 250 deep"):
        read_html("<div>" * depth + "One", "a.html")


def test_elements_side_by_side_do_not_hide_the_depth_of_others() -> None:
    """Each that ends takes back its own level and no more."""
    beside = "<p></p>" * 300

    with pytest.raises(Refused, match="nested more than 250 deep"):
        read_html(beside + "<div>" * 253 + "x", "a.html")


def test_too_many_elements_are_refused() -> None:
    """A page of a million elements is no release."""
    with pytest.raises(Refused, match="more than 200,000 elements"):
        read_html("<b></b>" * 200_001, "a.html")


def test_a_page_too_large_is_refused_before_it_is_parsed() -> None:
    """The parser would drop a run of text above ten million bytes."""
    with pytest.raises(Refused, match="is the most"):
        read_html("<p>" + "x" * LARGEST, "a.html")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!doctype HTML>", True),
        ("  <!-- x -->\n<html lang=en>", True),
        ("<head><title>", True),
        ("<body>", True),
        ("if x<y and a > b", False),
        ("<unknown tag> Press release", False),
        ("The headline <header> of the day", False),
        ("x" * 3000 + "<html>", False),
    ],
)
def test_html_is_known_by_its_first_characters(text: str, html: bool) -> None:  # noqa: FBT001 - a case
    """Text that quotes a tag is text."""
    assert looks_like_html(text) is html


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META HTTP-EQUIV=content-type CONTENT='text/html; charset=KOI8-R'>", "KOI8-R"),
        (b"<meta name=charset content=x>", None),
        (b"<p>charset=utf-8</p>", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_a_page_s_own_declaration_of_its_encoding_is_found(
    data: bytes, encoding: str | None
) -> None:
    """In a `meta` element near the beginning, and nowhere else."""
    assert declared_encoding(data) == encoding


@given(st.text(max_size=300))
def test_any_characters_are_read_without_a_crash_and_always_the_same(text: str) -> None:
    """Two readings agree, and no line has white space at its ends."""
    source = f"<body>{text}</body>"
    try:
        first = read_html(source, "a.html")
    except Refused:
        return

    assert read_html(source, "a.html") == first
    assert all(line == line.strip(" \t\r\n\f") for line in first.text.split("\n"))


@given(st.lists(st.sampled_from(TOKENS)))
def test_no_word_is_lost_and_none_is_added(parts: list[str]) -> None:
    """Whatever the nesting, the words of the source come out in their order."""
    page = read_html("<body>" + " ".join(parts) + ".</body>", "a.html")

    words = [part for part in parts if not part.startswith("<")]
    assert page.text.replace(".", " ").split() == words
