"""The search index is Pagefind's, and always the same for the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Refused
from generator.site import indexer, manifest, search, stable


def _site(folder: Path) -> Path:
    for number in range(40):
        page = folder / "releases" / f"r{number}" / "index.html"
        page.parent.mkdir(parents=True)
        words = " ".join(f"word{number * step % 97}" for step in range(60))
        page.write_text(
            f'<!doctype html><html lang="en"><body data-pagefind-body><h1>R{number}</h1>'
            f'<p data-pagefind-filter="year">{2000 + number % 7}</p><p data-pagefind-filter="outlet">o{number % 3}</p><p data-pagefind-filter="kind">k{number % 2}</p><p data-pagefind-meta="outlet">o{number % 3}</p><p data-pagefind-meta="place">o{number % 5}</p><p data-pagefind-sort="date">{number}</p><p data-pagefind-sort="title">x{number}</p><p>{words}</p></body></html>'
        )
    return folder


def test_the_same_pages_give_the_same_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, in another folder, time zone and with settings of Pagefind about."""
    one, other = _site(tmp_path / "one"), _site(tmp_path / "other")

    search.index(one)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("PAGEFIND_VERBOSE", "true")
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    search.index(other)

    assert manifest.digests(one) == manifest.digests(other)
    assert (one / "pagefind" / "pagefind.js").is_file()


def test_pages_that_are_no_releases_are_not_searched(tmp_path: Path) -> None:
    """Also where no page has a part that is marked for search: an archive without releases."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text("<!doctype html><html lang=en><p>Words</p>")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "index.html").write_text("<!doctype html><html lang=en><p>List</p>")

    search.index(tmp_path)

    assert (tmp_path / "search" / "order.json").read_text() == "[]"


@pytest.mark.parametrize("program", ["true", "false", "cat", "nowhere"])
def test_a_failure_of_pagefind_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """Whether it ends, fails, talks nonsense or is not there."""
    monkeypatch.setattr(indexer, "get_executable", lambda: program)

    with pytest.raises(Refused, match="the search index was not made"):
        search.index(tmp_path)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"pagefind-entry.json": b"{}"},
        {"pagefind-entry.json": b'{"languages": {"en": {"hash": "en_1"}}}'},
        {
            "pagefind-entry.json": b'{"languages": {"en": {"hash": "en_1"}}}',
            "pagefind.en_1.pf_meta": b"pagefind_dcd\x80",
        },
        {
            "pagefind-entry.json": b'{"languages": {"en": {"hash": "en_1"}}}',
            "pagefind.en_1.pf_meta": b"pagefind_dcd\x98\x06\x00\x00\x00\x80\x80\x80",
        },
    ],
    ids=["nothing", "no languages", "no index", "another form", "not the shortest form"],
)
def test_an_index_of_another_form_is_never_passed_on(files: dict[str, bytes]) -> None:
    """A later Pagefind may write another one; then nobody is left without search unawares."""
    with pytest.raises((ValueError, LookupError)):
        stable.ordered(files)
