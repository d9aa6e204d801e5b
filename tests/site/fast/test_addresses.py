"""An address in a page is written as MkDocs writes it, whoever asked before."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from generator.site.fast.addresses import Addresses, Seen
from generator.site.fast.direct import direct
from generator.site.fast.inline import Unknown
from generator.site.fast.leaves import Leaf

NAMES = st.sampled_from(["a", "b", "index", "Ж", "c.d"])
SOURCES = st.lists(NAMES, min_size=1, max_size=4).map(lambda names: "/".join(names) + ".md")


@given(st.sets(SOURCES, min_size=1, max_size=12), st.sampled_from(["", "#p1"]))
def test_any_page_is_reached_from_any_other(sources: set[str], anchor: str) -> None:
    """From neighbours, from above and beneath, and from itself."""
    urls = {source: Leaf(source, "").url or "./" for source in sorted(sources)}
    addresses = Addresses(urls)

    for source, own in urls.items():
        seen = addresses.seen_from(source)
        for target, url in urls.items():
            address = posixpath.relpath(target, posixpath.dirname(source) or ".")
            assert seen.link(address + anchor) == get_relative_url(url, own) + anchor
        assert set(seen.anchors(["p1"])) == {
            (target, "p1") for target in urls if target != source and anchor
        }


@given(
    st.sets(st.sampled_from(["a.md", "b.md", "b/c.md", "b/d.md", "index.md", "b/index.md"])),
    st.lists(
        st.lists(
            st.sampled_from(["a.md", "b.md", "c.md", "../b.md", "index.md#x", "#y"]), max_size=2
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_what_pages_have_in_common_is_the_same_as_alone(
    sources: set[str], parts: list[list[str]]
) -> None:
    """Text with the same addresses in several pages of a folder, whichever comes first."""
    urls = {source: Leaf(source, "").url or "./" for source in sorted(sources)}
    linked = [" ".join(f"[w]({address})" for address in part) or "w" for part in parts]
    text = "".join(f"::: text\n\nTerm\n:   {words}\n\n{words}\n\n:::\n\n" for words in linked)
    together = Addresses(urls)

    for source in sources:
        assert made(text, together.seen_from(source)) == made(
            text, Addresses(urls).seen_from(source)
        )


def made(text: str, seen: Seen) -> tuple[str, object]:
    try:
        return direct(text, seen).html, seen.anchors(())
    except Unknown:
        return "unknown", None


def test_what_is_no_page_is_not_known() -> None:
    """Nor an address in another form; what leads out of the site stays as it is."""
    seen = Addresses({"a.md": "a/"}).seen_from("a.md")

    assert seen.link("https://example.org/a") == "https://example.org/a"
    for address in ("b.md", "../a.md", "a.md?x", "a.md#A", "mailto:a@b.c", "/a.md"):
        with pytest.raises(Unknown):
            seen.link(address)
