"""Addresses of pages as seen from a page: each is worked out once for all pages of a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs.utils import get_relative_url

from generator.site.fast.inline import Unknown
from generator.site.fast.joined import Block

_OUTWARD = re.compile(r"https?://[^\s<>\"]+")
# In this form MkDocs has nothing to decode and nothing to warn of but a missing page.
_INWARD = re.compile(r"((?:[\w.-][\w./-]*)?)(?:#([a-z0-9-]+))?")
_FRONT, _ANY = "./", "\0"
MANY = 1 << 10
"""How many addresses and blocks are remembered for a folder before memory is given back."""


class _Way(NamedTuple):
    """Where an address leads from every page of a folder."""

    target: str
    """The page, by its source; empty for the page itself, and out of the site."""
    anchor: str
    url: str
    """Of the target; empty where that is."""
    written: str


@dataclass(slots=True)
class Folder:
    """What the pages of a folder have in common: an address in them leads to the same page."""

    source: str
    """The folder of their Markdown."""
    url: str
    """The folder of their HTML; of the front page its own address, for it has none."""
    ways: dict[str, _Way] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)
    """Blocks of text and what became of them (`direct`)."""


class Seen:
    """Addresses as seen from one page."""

    def __init__(self, urls: Mapping[str, str], folder: Folder, source: str) -> None:
        """Look from the page `source`, which is in `urls` and in `folder`."""
        self._urls, self._folder = urls, folder
        self._source, self._own = source, urls[source]
        self.anchors: set[tuple[str, str]] = set()
        """Pages and ids that must be there."""

    @property
    def blocks(self) -> dict[str, Block]:
        """What became of blocks in other pages of the folder."""
        if len(self._folder.blocks) > MANY:
            self._folder.blocks.clear()
        return self._folder.blocks

    def link(self, address: str) -> str:
        """Return an address as the page has it.

        Raises:
            Unknown: Only the stock way knows it.
        """
        way = self._folder.ways.get(address) or self._way(address)
        if way.anchor:
            self.anchors.add((way.target or self._source, way.anchor))
        if way.url.startswith(self._own):
            # Beneath the page itself the way is another one than from its neighbours.
            relative = get_relative_url(way.url, self._own)
            return f"{relative}#{way.anchor}" if way.anchor else relative
        return way.written

    def same(self, addresses: Iterable[str]) -> bool:
        """Return whether these lead the same way from here as from the folder's other pages."""
        ways = [self._folder.ways.get(each) or self._way(each) for each in addresses]
        self.anchors.update((way.target or self._source, way.anchor) for way in ways if way.anchor)
        return not any(way.url.startswith(self._own) for way in ways)

    def _way(self, address: str) -> _Way:
        ways = self._folder.ways
        if len(ways) > MANY:
            ways.clear()
        way = ways[address] = self._found(address)
        return way

    def _found(self, address: str) -> _Way:
        if _OUTWARD.fullmatch(address):
            return _Way("", "", "", address)
        found = _INWARD.fullmatch(address)
        if not found:
            raise Unknown(address)
        path, anchor = found[1], found[2] or ""
        if not path:
            return _Way("", anchor, "", address)
        target = posixpath.normpath(posixpath.join(self._folder.source, path))
        if (url := self._urls.get(target)) is None:
            raise Unknown(path)
        written = self._relative(url)
        return _Way(target, anchor, url, f"{written}#{anchor}" if anchor else written)

    def _relative(self, url: str) -> str:
        """Return the way to `url`, as from a page of the folder that it is not beneath."""
        parent, _, name = url.rstrip("/").rpartition("/")
        folder = self._folder.url
        if parent and parent == folder and url.endswith("/"):
            return f"../{name}/"
        return str(get_relative_url(url, folder if folder == _FRONT else f"{folder}/{_ANY}/"))


class Addresses:
    """The pages of a site, by their path."""

    def __init__(self, urls: Mapping[str, str]) -> None:
        """Keep the address of each page by its source."""
        self._urls = urls
        self._folders: dict[tuple[str, str], Folder] = {}

    def seen_from(self, source: str) -> Seen:
        """Return what resolves the addresses in the page `source`."""
        own = self._urls[source]
        above = own if own == _FRONT else posixpath.dirname(own.rstrip("/"))
        key = posixpath.dirname(source), above
        folder = self._folders.get(key) or self._folders.setdefault(key, Folder(*key))
        return Seen(self._urls, folder, source)
