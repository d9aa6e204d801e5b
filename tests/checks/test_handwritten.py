"""Hand-written pages."""

from __future__ import annotations

import pytest

from generator.checks.handwritten import faulty
from tests.checks.small import entity, release, subject, told

PAGES = {"method/index.md": "# Method\n", "about.md": "# About\n"}


def of(text: str, page: str = "index.md") -> list[str]:
    """Return what is told of a page with a title and `text`, which begins in line 3."""
    whole = subject(
        release(), entity("people", "anna"), pages={**PAGES, page: f"# Title\n\n{text}\n"}
    )
    return [message.removeprefix(f"pages/{page} ") for message in told(faulty(whole))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[ana]]", "3: `[[ana]]` leads nowhere"),
        ("\n[[ana|her]]", "4: `[[ana]]` leads nowhere"),
        ("[a](metod/index.md)", "3: the link `metod/index.md` leads nowhere"),
        ("[a](releases/tlks.md)", "3: the link `releases/tlks.md` leads nowhere"),
        ("[a](releases/talks.md#p3)", "3: the link `releases/talks.md#p3` leads to no block"),
        ("[a](../../secret.md)", "3: the link `../../secret.md` leads nowhere"),
        ("![a](picture.png)", "3: the link `picture.png` leads nowhere"),
        ("[a](/etc/passwd)", "3: the link `/etc/passwd` is not relative"),
        ("[a](//evil.example)", "3: the link `//evil.example` is not relative"),
        ("[a]()", "3: a link without an address"),
        ("[a](javascript:alert(1))", "3: a link to `javascript:alert(1)`"),
        ("[a](JAVASCRIPT:x)", "3: a link to `JAVASCRIPT:x`"),
        ("[a](java&Tab;script:x)", "3: a link to `java&Tab;script:x`"),
        ("[a](&#106;avascript:x)", "3: a link to `&#106;avascript:x`"),
        ("[a](<javascript:x>)", "3: a link to `javascript:x`"),
        ("<javascript:x>", "3: a link to `javascript:x`"),
        ("[a]: vbscript:x", "3: a link to `vbscript:x`"),
        ("[a](data:text/html,x)", "3: a link to `data:text/html,x`"),
        ("[a](file:///etc/passwd)", "3: a link to `file:///etc/passwd`"),
        ("<script>x</script>", "3: raw HTML: `<script>`"),
        ("<img src=x onerror=y>", "3: raw HTML: `<img src=x onerror=y>`"),
        ("<svg/onload=x>", "3: raw HTML: `<svg/onload=x>`"),
        ("<!-- x -->", "3: raw HTML: `<!`"),
        ("<![CDATA[x]]>", "3: raw HTML: `<!`"),
        ("<?php ?>", "3: raw HTML: `<?`"),
        ("text\n{: onclick=x }", "4: an attribute list: `{:`"),
        ("# A {.wide}", "3: an attribute list: `{.wide}`"),
        ("# A {#a .b}", "3: an attribute list: `{#a .b}`"),
        ("# A {onclick=x}", "3: an attribute list: `{onclick=x}`"),
        ("{{ config }}", "3: a template mark: `{{`"),
        ("{% raw %}", "3: a template mark: `{%`"),
        ('--8<-- ".git/config"', "3: a mark that includes a file"),
    ],
)
def test_what_leads_nowhere_or_could_act_is_told(text: str, found: str) -> None:
    """Each is told with its line."""
    assert [message for message in of(text) if message.startswith(found)], of(text)


@pytest.mark.parametrize(
    "text",
    [
        "[[anna]] and [[talks|the talks]] and [[gazette]]",
        "[a](method/index.md) [b](about.md#the-parts) [c](releases/talks.md#p1) [d](#here)",
        "[a](people/anna.md) [b](outlets/gazette.md) [c](people/index.md)",
        "<https://example.org/> [a](https://example.org/a_(b)) [c](mailto:a@example.org)",
        "`<script>` and `` {{ ` }} `` and `[[nothing]]`",
        "```\n<script>\n{{ x }}\n```",
        "~~~ html\n```\n<b>\n~~~",
        "x<y and a > b, 3 < 4",
        "## A {#a}",
        "{a, b} and {1}",
    ],
)
def test_plain_writing_is_not_spoken_of(text: str) -> None:
    """Links that lead somewhere, and code that shows how things are written, are well."""
    assert of(text) == []


def test_links_are_followed_from_the_pages_own_folder() -> None:
    """A page in a folder writes `../` to leave it, and the nearest page is proposed so."""
    assert of("[a](../about.md) [b](index.md)", "method/rights.md") == []

    whole = subject(pages={**PAGES, "method/rights.md": "# R\n\n[a](../abot.md)\n"})
    (finding,) = faulty(whole)

    assert finding.fix == "write `../about.md`"


@pytest.mark.parametrize(
    ("page", "text", "found"),
    [
        ("a.md", "Text.\n", "the page does not begin with its title"),
        ("a.md", "---\ntitle: x\n---\n# A\n", "the page begins with front matter"),
        ("people.md", "# A\n", "the address `people` belongs to pages that are made"),
        ("releases/talks.md", "# A\n", "the address `releases` belongs to pages that are made"),
    ],
)
def test_a_page_as_a_whole(page: str, text: str, found: str) -> None:
    """A page has a title and no front matter, and takes no record's address."""
    (message,) = told(faulty(subject(pages={page: text})))

    assert found in message


@pytest.mark.parametrize("unit", ["[", "](", "[a](", "<a ", "{=", "`a", "``a", "[[a", "](("])
def test_a_hostile_line_is_read_to_its_end(unit: str) -> None:
    """Ten thousand times the same sign; what is told of it, if anything, is told of its line."""
    assert all(fault.startswith("3: ") for fault in of(unit * 10_000))
