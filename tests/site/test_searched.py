"""What the search is told of a page."""

from __future__ import annotations

from generator.site import searched

PAGE = """<!doctype html><html lang="en"><body><header>Menu</header>
<article class="page page-release" data-pagefind-body><h1>T</h1><p id="p1">Text</p>
<aside aria-label="About this page" class="part-margin" data-pagefind-ignore="all">Apparatus</aside>
<ul class="page-facets" data-pagefind-ignore="index" hidden>
  <li data-pagefind-filter="outlet">A &amp; B</li>
  <li data-pagefind-filter="year" data-pagefind-meta="year">2024</li>
  <li data-pagefind-filter="person">Bo</li><li data-pagefind-filter="person">Ann</li>
  <li data-pagefind-meta="date" data-pagefind-sort="date">2024-01-02</li>
  <li data-pagefind-meta="signs">qxbcd &lt;</li>
</ul></article><footer>End</footer></body></html>"""


def test_text_day_and_facets_are_taken() -> None:
    """The values as they are, not as HTML writes them; what is told of the page stays with the text."""
    found = searched.read(PAGE.encode())

    assert found
    assert found.date == "2024-01-02"
    assert found.facets == {"outlet": ("A & B",), "person": ("Ann", "Bo"), "year": ("2024",)}
    assert b'<p id="p1">Text</p>' in found.part
    assert b'<li data-pagefind-meta="signs">qxbcd &lt;</li>' in found.part
    assert not any(word in found.part for word in (b"Menu", b"Apparatus", b"End", b"filter"))


def test_only_what_is_told_counts() -> None:
    """Another margin is no other page for the search; another word, facet or day is."""
    known = searched.read(PAGE.encode())
    margin = searched.read(PAGE.replace("Apparatus", "Other").encode())
    others = [PAGE.replace(*each) for each in (("Text", "Texts"), ("Ann", "Anna"), ("01-02", "01-03"))]  # fmt: skip

    assert known
    assert margin
    assert known.digest == margin.digest
    assert len({known.digest, *(searched.read(each.encode()).digest for each in others)}) == 4  # type: ignore[union-attr]


def test_a_page_that_is_not_to_be_searched_is_left_out() -> None:
    """Lists and pages of records have no mark."""
    assert searched.read(PAGE.replace(" data-pagefind-body", "").encode()) is None
    assert searched.read(b"") is None


def test_a_page_without_apparatus_or_facets_is_searched_too() -> None:
    """Whatever the templates come to."""
    found = searched.read(b"<article data-pagefind-body><p>Text</p></article><p>Not this</p>")

    assert found
    assert b"<p>Text</p>" in found.part
    assert b"Not this" not in found.part
    assert (found.date, found.facets) == ("", {})
