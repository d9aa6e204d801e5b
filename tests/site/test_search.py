"""The search index is Pagefind's, and always the same for the same pages."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Refused
from generator.site import indexer, manifest, search, shards
from generator.site.staged import standing

PAGE = (
    '<!doctype html><html lang="en"><body><article data-pagefind-body><h1>R{0}</h1><p id="p1">{1}</p>'
    '<ul class="page-facets" data-pagefind-ignore="index"><li data-pagefind-filter="outlet">o{2}</li>'
    '<li data-pagefind-meta="outlet">o{2}</li><li data-pagefind-meta="date">{3}</li></ul></article></body></html>'
)


def _write(folder: Path, number: int, date: str, more: str = "") -> Path:
    page = folder / "releases" / f"r{number}" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    words = " ".join(f"word{number * step % 97}" for step in range(60))
    page.write_text(PAGE.format(number, words + more, number % 3, date))
    return page


def _site(folder: Path) -> Path:
    for number in range(40):
        _write(folder, number, f"2024-01-{1 + number % 28:02}" if number else "")
    return folder


def _list(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        zlib.decompress((site / "search" / search.LIST).read_bytes())
    )
    return found


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let shards be small."""
    monkeypatch.setattr(shards, "LEAST", 5)
    monkeypatch.setattr(shards, "MOST", 12)
    monkeypatch.setattr(shards, "_ONE_IN", 5)


@pytest.mark.usefixtures("small")
def test_the_same_pages_give_the_same_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, in another folder, time zone and with settings of Pagefind about."""
    one, other = _site(tmp_path / "one"), _site(tmp_path / "other")

    search.index(standing(one))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("PAGEFIND_VERBOSE", "true")
    monkeypatch.setenv("PAGEFIND_OUTPUT_SUBDIR", "elsewhere")
    search.index(standing(other))

    assert manifest.digests(one) == manifest.digests(other)
    assert (one / "pagefind/engine/wasm.en.pagefind").is_file()
    assert len(_list(one)["shards"]) > 3
    assert sum(len(shard["lengths"]) for shard in _list(one)["shards"]) == 40
    assert _list(one)["undated"] == 1


class _Counting:
    """Counts how often Pagefind is called, and for how many pages."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pages: list[int] = []
        made = indexer.files

        def files(pages: Any, lock: int | None = None) -> dict[str, bytes]:
            given = list(pages)
            self.pages.append(len(given))
            return made(given, lock)

        monkeypatch.setattr(indexer, "files", files)

    def since(self) -> list[int]:
        """Return the sizes of the shards made since it was asked last."""
        found, self.pages = self.pages, []
        return found


@pytest.mark.usefixtures("small")
def test_only_a_changed_shard_is_indexed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing for no change, one shard for one page, and always the bytes of a first build."""
    calls, kept = _Counting(monkeypatch), tmp_path / "kept"
    search.index(standing(_site(tmp_path / "one")), None, kept)
    first = calls.since()

    search.index(standing(_site(tmp_path / "two")), None, kept)
    assert calls.since() == []
    assert manifest.digests(tmp_path / "two") == manifest.digests(tmp_path / "one")

    changed = _site(tmp_path / "three")
    _write(changed, 7, "2024-01-08", " more")
    search.index(standing(changed), None, kept)
    again = calls.since()
    assert len(again) == 1 < len(first)

    _write(_site(tmp_path / "four"), 7, "2024-01-08", " more")
    search.index(standing(tmp_path / "four"))
    assert manifest.digests(changed) == manifest.digests(tmp_path / "four")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", ["pages.json", "engine", "shards", "all"])
def test_what_is_damaged_among_the_kept_is_made_anew(tmp_path: Path, damage: str) -> None:
    """It costs time and never bytes."""
    kept = tmp_path / "kept"
    search.index(standing(_site(tmp_path / "one")), None, kept)
    for path in [*kept.rglob("*")]:
        if path.is_file() and (
            damage == "all"
            or damage in path.parts
            or (damage == "shards" and "index" in path.suffix)
        ):
            # Not into the site, which shares the file.
            path.unlink()
            path.write_bytes(b"other")
    search.index(standing(_site(tmp_path / "two")), None, kept)

    assert manifest.digests(tmp_path / "two") == manifest.digests(tmp_path / "one")


def test_pages_that_are_no_releases_are_not_searched(tmp_path: Path) -> None:
    """Also where no page has a part that is marked for search: an archive without releases."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text("<!doctype html><html lang=en><p>Words</p>")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "index.html").write_text("<!doctype html><html lang=en><p>List</p>")

    search.index(standing(tmp_path))

    assert _list(tmp_path) == {"version": "1.5.2", "undated": 0, "shards": []}
    assert (tmp_path / "pagefind/engine/wasm.en.pagefind").is_file()


@pytest.mark.parametrize("program", ["true", "false", "cat", "nowhere"])
def test_a_failure_of_pagefind_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """Whether it ends, fails, talks nonsense or is not there."""
    monkeypatch.setattr(indexer, "get_executable", lambda: program)
    _write(tmp_path, 1, "")

    with pytest.raises(Refused, match="the search index was not made"):
        search.index(standing(tmp_path))
