"""The pages of the last site: one whose Markdown has stayed the same is not made again.

What is kept of a page is the digest of its HTML, and what other stages must know of it. The HTML
itself is taken from the last site, if it has that digest.

A row may be used while everything else that the page was made from is the same too: settings,
templates, program (`Shelf`), and that every page to which it could link is still there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.kept import FOLDER
from generator.kept.shelf import Nowhere, Shelf, pickled
from generator.site.swap import LIVE

_PAGES, _BOOK, _STATES = "pages", "book", "states-"


class Seen(NamedTuple):
    """What the inspection must know of a page in which nothing is wrong."""

    ids: str
    """A line each."""
    wanted: tuple[str, ...]
    """Addresses that must lead somewhere, as from the front page."""


class Row(NamedTuple):
    """What is known of a page."""

    source: bytes
    """The digest of its Markdown."""
    page: bytes
    """The digest of its HTML."""
    changed: object
    """The field of its front matter that the sitemap reads."""
    ids: str
    """The ids of its text, a line each."""
    anchors: tuple[tuple[str, str], ...]
    """Pages and ids to which its text links."""
    seen: Seen | None
    """None if it must be read to inspect it."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last site, and what is known of it."""

    out: Path
    """The output folder, in which both are."""
    made_by: str
    """The name of the program."""


State = tuple[int, int, int] | None


@dataclass
class Book:
    """The rows of a site, in parts."""

    live: Path
    shelf: Nowhere
    holds: bool
    """Whether pages of the last site may be used."""
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Part → paths of its pages in the site."""

    def rows(self, part: str) -> dict[str, Row]:
        """Return what is known of the pages of a part, by their paths in the site."""
        return (self.shelf.get(part) or {}) if self.holds else {}

    def page(self, row: Row, path: str) -> bytes | None:
        """Return the page at `path`; None if it is another than the one that was kept."""
        try:
            content = (self.live / path).read_bytes()
        except OSError:
            return None
        return content if digest(content) == row.page else None

    def put(
        self,
        part: str,
        before: Mapping[str, Row],
        rows: Mapping[str, Row],
        states: Mapping[str, State],
    ) -> None:
        """Keep what is known of the pages of a part, and the states of the files they now are."""
        if rows != before:
            self.shelf.put(part, pickled(rows))
        self.shelf.put(_STATES + part, pickled((seen_of(rows), states)))

    def close(self, sources: Collection[str]) -> None:
        """Keep which pages there are; to be called when all of them are written."""
        self.shelf.put(_BOOK, pickled(sorted(sources)))

    def seen(self, part: str, site: Path) -> dict[str, Seen]:
        """Return what was seen in the pages of a part, by path: of those that are as they were made."""
        held = self.shelf.get(_STATES + part)
        if held is None:
            return {}
        seen, states = held
        return {path: seen[path] for path in seen if state(site / path) == states.get(path)}


def seen_of(rows: Mapping[str, Row]) -> dict[str, Seen]:
    """Return what was seen in pages."""
    return {path: row.seen for path, row in rows.items() if row.seen}


def opened(last: Last, settings: str, sources: Collection[str]) -> Book:
    """Return the book of a site that is going to be made of these pages.

    Args:
        last: The last site.
        settings: The name of whatever pages are made from besides their Markdown.
        sources: Every page's Markdown.
    """
    shelf = Shelf(last.out / FOLDER / _PAGES, f"{last.made_by} {settings}")
    before: list[str] = shelf.get(_BOOK) or []
    return Book(last.out / LIVE, shelf, bool(before) and set(before) <= set(sources))


def digest(content: bytes) -> bytes:
    """Return the digest of a page."""
    return hashlib.blake2b(content, digest_size=16).digest()


def state(path: Path) -> State:
    """Return what tells whether a file is the one that was written."""
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of times
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def name(contents: Iterable[bytes]) -> str:
    """Return one name for many contents."""
    whole = hashlib.blake2b(digest_size=16)
    for content in contents:
        whole.update(hashlib.blake2b(content, digest_size=16).digest())
    return whole.hexdigest()
