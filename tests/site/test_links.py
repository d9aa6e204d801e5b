"""Links inside a site lead somewhere, wherever it is published."""

from __future__ import annotations

import pytest

from generator.site import links

IDS = {
    "index.html": frozenset({"top-of-all"}),
    "a/index.html": frozenset({"p1", "абв"}),
    "a/b/index.html": frozenset(),
    "404.html": frozenset(),
    "data/releases.jsonl": None,
    "a/b.png": None,
}


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("a/index.html", ""),
        ("a/index.html", "#p1"),
        ("a/index.html", "#top"),
        ("a/index.html", ".."),
        ("a/index.html", "../"),
        ("a/index.html", "./"),
        ("a/index.html", "b/"),
        ("a/index.html", "b"),
        ("a/index.html", "../#top-of-all"),
        ("a/index.html", "../data/releases.jsonl"),
        ("a/index.html", "b.png?v=1"),
        ("a/b/index.html", "../#p1"),
        ("a/b/index.html", "../#%D0%B0%D0%B1%D0%B2"),
        ("a/b/index.html", "../#p1:~:text=words"),
        ("404.html", "/archive/a/#p1"),
        ("404.html", "/archive/"),
    ],
)
def test_an_address_where_something_is_has_no_fault(page: str, address: str) -> None:
    """Pages, parts of pages, files, folders with and without their slash."""
    assert list(links.faults(page, address, "/archive/", IDS)) == []


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("a/index.html", "#p2"),
        ("a/index.html", "../../"),
        ("a/index.html", "../../etc/passwd"),
        ("a/index.html", "../nope/"),
        ("a/index.html", "b/index.htm"),
        ("a/index.html", "../data/"),
        ("a/index.html", "../data/releases.jsonl#p1"),
        ("404.html", "/a/"),
        ("404.html", "/archive/nope"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(page: str, address: str) -> None:
    """A page, a part or a file that is not there; a way out of the site."""
    assert len(list(links.faults(page, address, "/archive/", IDS))) == 1
