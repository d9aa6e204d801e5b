"""Addresses of pages as seen from a page: each is worked out once for all pages of a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mkdocs.utils import get_relative_url

from generator.site.fast.inline import Unknown

_OUTWARD = re.compile(r"https?://[^\s<>\"]+")
# In this form MkDocs has nothing to decode and nothing to warn of but a missing page.
_INWARD = re.compile(r"((?:[\w.-][\w./-]*)?)(?:#([a-z0-9-]+))?")
_FRONT, _ANY, _PAGE = "./", "\0", ".md"
MANY = 1 << 10
"""How many addresses and texts are remembered for a folder before memory is given back."""


class Way(NamedTuple):
    """Where an address leads from every page of a folder."""

    written: str
    """The address as these pages have it."""
    target: str = ""
    """The page, by its source; empty for the page itself, and out of the site."""
    anchor: str = ""
    url: str = ""
    """Of the target; empty where that is."""


class _Near(NamedTuple):
    """Another folder as pages of a folder see it."""

    begins: str
    """What the sources of its pages begin with, and as a rule their addresses."""
    written: str
    """What the way to them begins with."""


class Lately:
    """What became of the texts that pages of a folder had lately, and the ways in it."""

    def __init__(self, many: int = MANY) -> None:
        """Remember so many, and so many more that were met before those."""
        self._many = many
        self._now: dict[str, tuple[Any, tuple[Way, ...]]] = {}
        self._before: dict[str, tuple[Any, tuple[Way, ...]]] = {}

    def get(self, text: str) -> tuple[Any, tuple[Way, ...]] | None:
        """Return it, or None; what is asked for is kept."""
        found = self._now.get(text)
        if found is None and (found := self._before.get(text)):
            self._now[text] = found
        return found

    def put(self, text: str, made: Any, ways: tuple[Way, ...]) -> None:
        """Keep it, and give back what nobody asked for."""
        if len(self._now) > self._many:
            self._before, self._now = self._now, {}
        self._now[text] = made, ways


@dataclass(slots=True)
class Folder:
    """What the pages of a folder have in common: an address in them leads to the same page."""

    source: str
    """The folder of their Markdown."""
    base: str
    """The address of a page that stands for them."""
    ways: dict[str, Way] = field(default_factory=dict)
    near: dict[str, _Near] = field(default_factory=dict)
    texts: Lately = field(default_factory=Lately)


class Seen:
    """Addresses as seen from one page."""

    def __init__(self, urls: Mapping[str, str], folder: Folder, source: str) -> None:
        """Look from the page `source`, which is in `urls` and in `folder`."""
        self._urls, self._folder, self._ways = urls, folder, folder.ways
        self._source, self._own = source, urls[source]
        self.texts = folder.texts
        self.links: list[Way] = []
        """All that were asked for."""

    def link(self, address: str) -> str:
        """Return an address as the page has it.

        Raises:
            Unknown: Only the stock way knows it.
        """
        way = self._ways.get(address) or self._way(address)
        self.links.append(way)
        return self._to_itself(way) if way.url == self._own else way.written

    def shares(self, ways: Collection[Way]) -> bool:
        """Return whether these lead the same way from here as from the folder's other pages."""
        for way in ways:  # noqa: SIM110 - `all` takes three times as long, for every definition
            if way.url == self._own:
                return False
        return True

    def anchors(self, ids: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return the pages and ids that must be there, of a page that has these ids itself."""
        wanted = {(way.target or self._source, way.anchor) for way in self.links if way.anchor}
        own = {(self._source, name) for name in ids}
        return (*sorted(wanted - own),)

    def _to_itself(self, way: Way) -> str:
        written = str(get_relative_url(self._own, self._own))
        return f"{written}#{way.anchor}" if way.anchor else written

    def _way(self, address: str) -> Way:
        if len(self._ways) > MANY:
            self._ways.clear()
        way = self._ways[address] = self._found(address)
        return way

    def _found(self, address: str) -> Way:
        if _OUTWARD.fullmatch(address):
            return Way(address)
        found = _INWARD.fullmatch(address)
        if not found:
            raise Unknown(address)
        path, anchor = found[1], found[2] or ""
        if not path:
            return Way(address, "", anchor)
        folder, _, name = path.rpartition("/")
        near = self._folder.near.get(folder) or self._nearby(folder)
        target = near.begins + name
        if (url := self._urls.get(target)) is None:
            raise Unknown(path)
        written = self._relative(url, near, name)
        return Way(f"{written}#{anchor}" if anchor else written, target, anchor, url)

    def _nearby(self, folder: str) -> _Near:
        """Return a folder by the way to it that stands in Markdown."""
        source = posixpath.normpath(posixpath.join(self._folder.source, folder))
        begins = "" if source == "." else f"{source}/"
        written = str(get_relative_url(f"{begins}{_ANY}{_ANY}/", self._folder.base))
        near = _Near(begins, written.removesuffix(f"{_ANY}{_ANY}/"))
        self._folder.near[folder] = near
        return near

    def _relative(self, url: str, near: _Near, name: str) -> str:
        """Return the way to `url`, the address of the page `name` of a folder."""
        stem = name.removesuffix(_PAGE)
        base = self._folder.base
        if url == f"{near.begins}{stem}/" and not base.startswith(url):
            return f"{near.written}{stem}/"
        return str(get_relative_url(url, base))


class Addresses:
    """The pages of a site, by their path."""

    def __init__(self, urls: Mapping[str, str]) -> None:
        """Keep the address of each page by its source."""
        self._urls = urls
        self._above = {above for url in urls.values() for above in _above(url)}
        self._folders: dict[tuple[str, str], Folder] = {}

    def seen_from(self, source: str) -> Seen:
        """Return what resolves the addresses in the page `source`."""
        return Seen(self._urls, self._folder(source, self._urls[source]), source)

    def _folder(self, source: str, own: str) -> Folder:
        folder = posixpath.dirname(source)
        # From a page that others lie beneath the way to them is another one than from its neighbours.
        if own == _FRONT or own in self._above:
            return Folder(folder, own)
        key = folder, posixpath.dirname(own.rstrip("/"))
        if key not in self._folders:
            self._folders[key] = Folder(folder, f"{key[1]}/{_ANY}/")
        return self._folders[key]


def _above(url: str) -> set[str]:
    parts = url.split("/")[:-2]
    return {"/".join(parts[: end + 1]) + "/" for end in range(len(parts))}
