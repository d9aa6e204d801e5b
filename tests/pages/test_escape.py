"""What people wrote stays text, character for character."""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import _HTMLHandler

from generator.pages import escape as escaping
from generator.pages.escape import AS_IT_IS, escape, escaped, shown
from tests.conftest import Golden

MARKED_UP = st.text(
    alphabet="ab1 \t\n\\`*_{}[]()<>#+-.!|&;:~=%$@\"'/^\x00\x02\x03\u202e\u2028\xa0я최"
)
"""Mostly characters that mean something to Markdown, HTML, YAML or a template."""
ANYTHING = st.one_of(st.text(), MARKED_UP, st.text(st.characters(), max_size=30))
FRAGMENTS = (
    "# a", "a #", "- a", "+ a", "* a", "1. a", "12) a", "> a", "```", "~~~ x", "---", "===", "a\n===",
    "    code", "\tcode", "a  \nb", "a\n\nb", "<b>x</b>", "<script>alert(1)</script>", "<![CDATA[", "<!--",
    "x<y and a > b, <unknown tag>", "&lt;", "&amp;amp;", "&#123;", "AT&T; &copy", "[a](javascript:x)",
    "[a]: http://x", "[^1]: note", "![a](b)", "wow!", "<http://x.org>", "{: onclick=x }", "{#p1}",
    "{{ 7*7 }}", "{% raw %}", "{# c #}", '--8<-- ".env"', "a | b\n--|--", ": definition", "::: text", "*[a]: b",
    "Date: 02/11/2024 | Source: X", "[TOC]", "==a==", "^^a^^", "~~a~~", ":smile:", "$x$", "---\ntitle: x\n---",
    "\x02wzxhzdk:0\x03", "\x02klzzwxh:0001\x03", "a\\", "\\", "\\\\*", " a ", "\xa0a\u3000", "", " ", "[[a]]",
)  # fmt: skip


def rendered(markdown: str) -> tuple[str, list[str]]:
    """Return the text content and the tags of Markdown rendered as the site renders it."""
    md = Markdown(extensions=["toc", "generator.pages.markdown"])
    reader = _Reader()
    reader.feed(md.convert(markdown))
    reader.close()
    return "".join(reader.text), reader.tags


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as HTMLParser calls it
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as HTMLParser calls it
        self.tags.append("!--")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_charref(self, name: str) -> None:
        self.text.append(html.unescape(f"&#{name};"))

    def handle_entityref(self, name: str) -> None:
        self.text.append(html.unescape(f"&{name};"))


def is_text(markdown: str, tags: list[str], text: str) -> bool:
    """Tell whether the Markdown gives just this text in just these elements."""
    return rendered(markdown) == (shown(text), tags)


@given(ANYTHING)
def test_a_paragraph_renders_as_its_text(text: str) -> None:
    """Whatever the text, the page shows it and makes nothing of it but a paragraph."""
    assert is_text(f"a{escape(text, opens=False)}", ["p"], f"a{text}")
    if text:
        assert is_text(str(escape(text)), ["p"], text)


@given(ANYTHING)
def test_a_heading_renders_as_its_text(text: str) -> None:
    """Whatever the text, a heading shows it, `#` at the end included."""
    assert is_text(f"## {escape('a' + text)}", ["h2"], f"a{text}")


@given(ANYTHING, ANYTHING)
def test_a_link_renders_as_its_words_between_its_neighbours(words: str, before: str) -> None:
    """Words in a link stay words, and no text before it turns it into something else."""
    line = f"x{escape(before)}[{escape('a' + words)}](b.md)"

    assert is_text(line, ["p", "a"], f"x{before}a{words}")


@pytest.mark.parametrize("text", FRAGMENTS)
def test_markup_of_strangers_is_text(text: str) -> None:
    """Each piece of markup that does something elsewhere is shown as it was written."""
    assert is_text(f"{escape(text)}\\.", ["p"], f"{text}.")
    assert rendered(f"| a |\n|---|\n| x{escape(text)} |")[1] == [
        "table",
        "thead",
        "tr",
        "th",
        "tbody",
        "tr",
        "td",
    ]


@given(ANYTHING)
def test_one_look_finds_only_texts_that_need_no_marks(text: str) -> None:
    """What is returned as it is, is what all the steps of escaping return."""
    for opens, closes in product((False, True), repeat=2):
        slowly = escaping._with_marks(text, opens=opens, closes=closes)
        assert escaped(text, opens=opens, closes=closes) == slowly


def test_each_character_of_that_look_is_seen_and_stays() -> None:
    """Not one of them is hidden, a space of another kind, or written otherwise inside a text."""
    every = re.findall(f"[{AS_IT_IS}]", "".join(map(chr, range(sys.maxunicode + 1))))

    for one in every:
        inside = f"a{one}a"
        assert escaping._with_marks(inside, opens=True, closes=True) == inside == shown(inside)
        assert one == " " or not one.isspace()


@given(ANYTHING)
def test_no_templating_or_markup_delimiter_is_left(text: str) -> None:
    """What is written holds nothing that Jinja, attribute lists, tables or HTML could begin with."""
    written = str(escape(text))

    assert not set("{<|\n\t") & set(written)


@given(ANYTHING)
def test_mkdocs_reads_any_page_without_a_crash(text: str) -> None:
    """MkDocs feeds a page's source to an HTML parser, which finds nothing to stop at."""
    handler = _HTMLHandler()
    handler.feed(str(escape(text)))
    handler.close()

    assert handler.present_anchor_ids == set()


@pytest.mark.parametrize(
    "character", "\u202e\u2066\u200b\u00ad\ufeff\x00\x1b\x85\ud800\ue000\ufffe\u3164\U000e0041"
)
def test_a_character_nobody_sees_is_shown_by_its_number(character: str) -> None:
    """Bidirectional overrides, zero widths, controls and broken code points are made visible."""
    assert shown(f"a{character}b") == f"a[U+{ord(character):04X}]b"


@pytest.mark.parametrize("character", "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff")
def test_a_code_point_that_is_no_character_is_shown_by_its_number(character: str) -> None:
    """The last two of each plane, and thirty-two in the middle of the first."""
    assert shown(f"a{character}\u202eb") == f"a[U+{ord(character):04X}][U+202E]b"


@pytest.mark.parametrize("character", "\ufdcf\ufdf0\ufffd")
def test_its_neighbours_are_shown_as_they_are(character: str) -> None:
    """They are letters and signs."""
    assert shown(f"a{character}\u202eb") == f"a{character}[U+202E]b"


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_visible_text_is_shown_as_it_is(text: str) -> None:
    """Letters, figures, marks and spaces of any script are never replaced, fillers apart."""
    plain = "".join(
        character for character in text if "FILLER" not in unicodedata.name(character, "")
    )

    assert shown(plain) == plain


def test_ordinary_prose_is_left_readable() -> None:
    """A sentence without markup is the same on the page's source."""
    prose = "“The two sides” discussed – in depth – the treaty's articles (KCNA) at 10:30."

    assert escape(prose) == prose


def test_each_piece_of_markup_is_escaped_as_little_as_it_needs(golden: Golden) -> None:
    """What is written for it stands in a file: in a line of its own, and within a line."""
    within = (
        "a!",
        "a##",
        " *a* ",
        "  *a*  ",
        " ",
        "  ",
        "a  ",
        "12345678901. x",
        "1) a",
        "\ta\n",
        "=a",
        "~",
    )
    lines = (
        f"{text!a}\n  {escape(text)}\n  {escape(text, opens=False, closes=False)}\n"
        for text in (*FRAGMENTS, *within)
    )

    golden("".join(lines), Path(__file__).parent / "golden" / "escaped.txt")


@pytest.mark.parametrize("text", ["- a", " a", "a ", "a"])
def test_what_is_joined_by_others_is_escaped_as_on_a_line_of_its_own(text: str) -> None:
    """Unless they say that it neither opens nor closes one."""
    assert escaped(text) == str(escape(text))
