"""An address in a page is written as MkDocs writes it, whoever asked before."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import get_relative_url

from generator.site.fast.addresses import Addresses
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


def test_what_is_no_page_is_not_known() -> None:
    """Nor an address in another form; what leads out of the site stays as it is."""
    seen = Addresses({"a.md": "a/"}).seen_from("a.md")

    assert seen.link("https://example.org/a") == "https://example.org/a"
    for address in ("b.md", "../a.md", "a.md?x", "a.md#A", "mailto:a@b.c", "/a.md"):
        with pytest.raises(Unknown):
            seen.link(address)
