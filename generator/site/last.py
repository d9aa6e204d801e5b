"""The pages of the last site: one whose Markdown has stayed the same is not made again.

A row may be used while everything else that the page was made from is the same too: settings,
templates, program (`Shelf`), and that every page to which it could link is still there. What a page
says to others lies apart from its row: it is asked for only when one of them has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.kept import FOLDER
from generator.kept.shelf import Nowhere, Shelf, pickled
from generator.site.ledger import State

_PAGES, _BOOK, _SAID = "pages", "book", "said-"


class Row(NamedTuple):
    """What is known of a page."""

    state: State | None
    """The state of its Markdown."""
    source: bytes
    """The digest of its Markdown."""
    page: str
    """The SHA-256 of its HTML."""
    changed: object
    """The field of its front matter that the sitemap reads."""


class Seen(NamedTuple):
    """What the inspection must know of a page in which nothing is wrong."""

    ids: str
    """A line each."""
    wanted: tuple[str, ...]
    """Addresses that must lead somewhere, as from the front page."""


class Said(NamedTuple):
    """What a page says that others must agree with."""

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


@dataclass(slots=True)
class Links:
    """What all pages of a site say to each other, without saying which of them wants what."""

    ids: dict[str, str] = field(default_factory=dict)
    """Page → its ids, a line each."""
    wanted: dict[str, AbstractSet[str]] = field(default_factory=dict)
    """What is linked to → parts of it, and an empty one for itself. Some may be wanted no more."""

    def loses(self, gone: Iterable[str], now: Mapping[str, str]) -> bool:
        """Return whether something that may be wanted is not there any more.

        Args:
            gone: What has been there.
            now: The ids of pages that have changed.
        """
        return any(path in self.wanted for path in gone) or any(
            not (set(self.ids.get(path, "").split("\n")) & self.wanted[path])
            <= set(ids.split("\n"))
            for path, ids in now.items()
            if path in self.wanted
        )

    def want(self, wanted: Mapping[str, AbstractSet[str]]) -> None:
        """Add what else is wanted."""
        for path, parts in wanted.items():
            self.wanted[path] = self.wanted.get(path, frozenset()) | parts

    def packed(self) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
        """Return both to be kept: the same parts, which many are wanted by, stand there once."""
        groups: dict[frozenset[str], frozenset[str]] = {}
        each = ((path, frozenset(parts)) for path, parts in self.wanted.items())
        return self.ids, {path: groups.setdefault(parts, parts) for path, parts in each}


@dataclass
class Book:
    """What is known of the pages of a site, in parts."""

    shelf: Nowhere
    usable: bool = False
    """Whether rows of the last site hold for this one."""
    sources: frozenset[str] = frozenset()
    """The pages to which those of the rows may link."""
    links: Links | None = None
    """What the pages of the last site say to each other, by their sources; None if not known."""
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Part → paths of its pages in the site."""

    def rows(self, part: str) -> dict[str, Row]:
        """Return what is known of the pages of a part, by their paths in the site."""
        return (self.shelf.get(part) or {}) if self.usable else {}

    def said(self, part: str) -> dict[str, tuple[str, Said]]:
        """Return the SHA-256 of the pages of a part, by their paths, and what they say."""
        return self.shelf.get(_SAID + part) or {}

    def put(self, part: str, rows: Mapping[str, Row], said: Mapping[str, Said] | None) -> None:
        """Keep what is known of the pages of a part; what they say only where it was looked at."""
        if said is not None:
            # A build that dies here leaves no row beside what another page said.
            self.shelf.put(part, pickled({}))
            told = {path: (rows[path].page, said[path]) for path in rows}
            self.shelf.put(_SAID + part, pickled(told))
        self.shelf.put(part, pickled(dict(rows)))

    def begin(self, sources: Collection[str]) -> None:
        """Keep that rows may be of these pages too; to be called before any is put."""
        self.shelf.put(_BOOK, pickled((self.sources | set(sources), None)))

    def close(self, links: Links) -> None:
        """Keep which pages there are, and their links; to be called when all rows are put."""
        self.shelf.put(_BOOK, pickled((frozenset(links.ids), links.packed())))


def opened(last: Last, settings: str, sources: Collection[str]) -> Book:
    """Return the book of a site that is going to be made of these pages.

    Args:
        last: The last site.
        settings: The name of whatever pages are made from besides their Markdown.
        sources: Every page's Markdown.
    """
    shelf = Shelf(last.out / FOLDER / _PAGES, f"{last.made_by} {settings}")
    before, told = shelf.get(_BOOK) or (None, None)
    if before is None or not before <= set(sources):
        return Book(shelf)
    links = Links(*told) if told else None
    return Book(shelf, usable=True, sources=before, links=links)


def name(contents: Iterable[bytes]) -> str:
    """Return one name for many contents."""
    whole = hashlib.blake2b(digest_size=16)
    for content in contents:
        whole.update(hashlib.blake2b(content, digest_size=16).digest())
    return whole.hexdigest()
