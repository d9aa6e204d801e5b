"""Our Markdown: nothing runs, paragraphs can be cited, headings keep their anchors."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.pages.escape import escape
from generator.pages.markdown import allowed


def convert(text: str) -> str:
    """Return the HTML of a page."""
    return Markdown(extensions=["toc", "generator.pages.markdown"]).convert(text)


def test_a_numbered_paragraph_has_an_anchor_and_its_number() -> None:
    """`{#p7}` is the paragraph's id; its number links to it and is no part of the search index."""
    assert convert("Text. {#p7}") == (
        '<p id="p7"><a class="number" data-pagefind-ignore="" href="#p7">7</a>Text.</p>'
    )


@pytest.mark.parametrize(
    "written",
    [
        "{: onclick=x }",
        "{#__config}",
        "{#P7}",
        "{#a b}",
        "{.red}",
        "{#a .red}",
        "{#site-main}",
        "{#-a}",
        "\\{#p7}",
    ],
)
def test_nothing_else_in_braces_is_an_attribute(written: str) -> None:
    """Attribute lists, ids of another form and ids of the theme stay text."""
    html = convert(f"Text. {written}")

    assert html == f"<p>Text. {written.removeprefix(chr(92))}</p>"


def test_a_second_paragraph_cannot_take_an_id() -> None:
    """Of two paragraphs that claim one id, the first has it."""
    assert convert("a {#x}\n\nb {#x}") == '<p id="x">a</p>\n<p>b</p>'


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("How texts are cleaned", "how-texts-are-cleaned"),
        ("조선의 외무상", "조선의-외무상"),
        ("Визит в Москву", "визит-в-москву"),
        ("Élysée & *co*", "élysée-co"),
        ("p7", "s-p7"),
        ("2024", "s-2024"),
        ("site-main", "s-site-main"),
        ("!?", "s"),
        ("Given {#other}", "other"),
    ],
)
def test_a_heading_keeps_its_anchor(heading: str, anchor: str) -> None:
    """An anchor is made of the heading's own letters, so other headings do not move it."""
    assert f'<h2 id="{anchor}">' in convert(f"## {heading}")


def test_equal_headings_have_different_anchors() -> None:
    """The second of two equal headings is numbered, and a given id is not taken from its owner."""
    html = convert("## A\n\n## A\n\n## B {#a}")

    assert ['id="a_1"' in html, 'id="a_2"' in html, '<h2 id="a">B</h2>' in html] == [
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:x", "\x01javascript:x", "java&#115;cript:x",
        "javascript&colon;x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "//evil.example", "\\\\evil.example",
        "/\\evil.example", "&#x6A;avascript:x", "blob:x", " javascript:x", "ftp://x.org", "view-source:x",
    ],
)  # fmt: skip
def test_an_address_that_could_run_or_mislead_is_refused(address: str) -> None:
    """Only http, https, mailto and relative addresses are links, however they are spelled."""
    assert not allowed(address)
    for page in (
        f"[a](<{address}>)",
        f"![a](<{address}>)",
        f"[a][b]\n\n[b]: <{address}>",
        f"<{address}>",
    ):
        html = convert(page)
        assert "href=" not in html
        assert "src=" not in html


@pytest.mark.parametrize(
    "address",
    ["https://x.org/a?b=1&c=2", "http://x", "mailto:a@b.c", "../a.md#p7", "a.md", "#p1", ""],
)
def test_an_ordinary_address_is_a_link(address: str) -> None:
    """Addresses of the web, of mail and of this site stay links."""
    assert allowed(address)
    assert "<a href=" in convert(f"[a]({address})")


@pytest.mark.parametrize(
    "written",
    ["<b>x</b>", "<script>alert(1)</script>", "<div>\n\nx\n\n</div>", "<!-- x -->", "<![CDATA[x]]>", "<?php x ?>",
     "<me@x.org>", "<textarea>", "</main>", "<a href=javascript:x>"],
)  # fmt: skip
def test_raw_html_is_text(written: str) -> None:
    """A tag is shown, not obeyed."""
    assert "<" not in convert(written).replace("<p>", "").replace("</p>", "")


def test_code_shows_markup_as_it_is() -> None:
    """Code blocks and code words show declarations and braces untouched."""
    html = convert("```\n<![CDATA[ {#x}\n```\n\n`<![x`")

    assert "<code>&lt;![CDATA[ {#x}\n</code>" in html
    assert "<code>&lt;![x</code>" in html


def test_a_part_of_the_page_is_one_of_a_closed_list() -> None:
    """`::: text` opens a part; parts lie within parts; an unknown one is text."""
    assert convert("::: text\n\na\n\n::: fold What *was* cut\n\nb\n\n:::\n\n:::") == (
        '<div class="part-text">\n<p>a</p>\n<details class="part-fold" data-pagefind-ignore="all">\n'
        "<summary>What <em>was</em> cut</summary>\n<p>b</p>\n</details>\n</div>"
    )
    assert convert("::: script\n\na\n\n:::") == "<p>::: script</p>\n<p>a</p>\n<p>:::</p>"


def test_a_part_never_closed_is_text() -> None:
    """A part without an end takes nothing in."""
    assert convert("::: text\n\na") == "<p>::: text</p>\n<p>a</p>"


@given(
    st.lists(st.sampled_from(["::: text", ":::", "::: fold x", "a", "## b", "- c", "<![", "{#p1}"]))
)
def test_any_mix_of_parts_is_rendered(blocks: list[str]) -> None:
    """However parts are opened and closed, a page comes out."""
    assert convert("\n\n".join(blocks)) is not None


class _Seen(Treeprocessor):
    """Keeps the first block's text as the inline patterns are about to see it."""

    text = ""

    def run(self, root: Element) -> None:
        self.text = root[0].text or ""


@pytest.mark.parametrize("character", ["[", "<", "&", "\\", "*", "a*", "\u202e"])
def test_a_long_line_of_marks_is_settled_in_one_pass(character: str) -> None:
    """Escaped marks leave no work to the inline patterns, which copy the text for each."""
    md = Markdown(extensions=["toc", "generator.pages.markdown"])
    seen = _Seen(md)
    md.treeprocessors.register(seen, "seen", 21)

    md.convert(escape(character * 500))

    assert not set("\\<&*[`") & set(seen.text)


@given(st.text(alphabet="\\`*_[]{}<&;#ab1lt p"))
def test_settling_escapes_early_changes_nothing(text: str) -> None:
    """Hand-written Markdown gives the same HTML as with the stock patterns alone."""
    ours = Markdown(extensions=["generator.pages.markdown"])
    plain = Markdown(extensions=["generator.pages.markdown"])
    plain.treeprocessors.deregister("escapes")

    assert ours.convert(text) == plain.convert(text)


def test_a_cell_says_its_alignment_by_class() -> None:
    """A style is against the policy of the pages, and HTML has dropped the attribute."""
    made = convert("| a | b |\n|---|--:|\n| 1 | 2 |")

    assert '<td class="right">2</td>' in made
    assert "align=" not in made
