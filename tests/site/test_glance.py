"""A glance at a page says nothing that reading it strictly would not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import inspect
from generator.site.glance import glance

PAGE = (
    '<!doctype html>\n<html lang="en"><head><meta name="a" content="b &amp; c">'
    '<link rel="alternate" type="text/plain" title="Plain" href="x.txt">'
    '<script src="../s.js"></script>'
    '<script type="application/ld+json">{"a":"b > c"}</script></head>'
    '<body data-search="../search/"><h1 id="title">A</h1><p id="p1">'
    '<a class="number" data-pagefind-ignore="" href="#p1-ddf5eecf" id="p1-ddf5eecf">1</a>'
    'Text <a href="../b/#p2">b</a> <a href="https://a.example/?b=c">c</a></p></body></html>'
)
PIECES = [
    "<", ">", '"', "'", "=", "&", "/", "<p>", "<script>", "</script>", "<style>", ' id="p1"', "//",
    ' ID="x"', " onclick=a", " id='p1'", 'href="javascript:a"', "<!--", "-->", "\x00", "\x0b", ":",
    "<svg>", "<iframe src=x>", ' href="../b/#p2"', "<base href=a>", ' http-equiv="refresh"', "__", " ",
    '<a id="title">', '<meta name="referrer" content="a">', '<link rel="stylesheet" href="//b">',
]  # fmt: skip


def agrees(page: str, folder: Path) -> bool:
    """Return whether a glance says nothing but what strict reading finds."""
    path = folder / "page.html"
    path.write_bytes(page.encode())
    strictly, seen = inspect._read(path), glance(page.encode())
    return seen is None or (
        not strictly.faults
        and sorted(seen.ids) == sorted(strictly.ids)
        and set(seen.addresses) == {address for address, _ in strictly.addresses}
    )


def test_a_plain_page_needs_no_more_than_a_glance(tmp_path: Path) -> None:
    """Its ids and its addresses within the site are seen."""
    seen = glance(PAGE.encode())

    assert seen is not None
    assert seen.ids == ("title", "p1", "p1-ddf5eecf")
    assert seen.addresses == ("x.txt", "../s.js", "#p1-ddf5eecf", "../b/#p2")
    assert agrees(PAGE, tmp_path)


@given(st.integers(0, len(PAGE)), st.sampled_from(PIECES), st.integers(0, 12))
def test_whatever_is_put_into_a_page_is_seen_or_read(
    tmp_path_factory: pytest.TempPathFactory, at: int, piece: str, instead: int
) -> None:
    """At any place, and in place of what stands there."""
    assert agrees(PAGE[:at] + piece + PAGE[at + instead :], tmp_path_factory.getbasetemp())


@given(st.lists(st.sampled_from([*PIECES, *PAGE.split(" ")]), max_size=12))
def test_whatever_a_page_is_made_of_is_seen_or_read(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    """In any order."""
    assert agrees("<!doctype html>" + "".join(pieces), tmp_path_factory.getbasetemp())


@pytest.mark.parametrize(
    "page",
    ["", "<p>", "<!doctype html>\xff", "<!doctype html><p>\x00", "<!doctype html><p id=a><p id=a>"],
)
def test_nothing_is_said_of_an_unusual_page(page: str) -> None:
    """It is to be read."""
    assert glance(page.encode("latin-1")) is None
