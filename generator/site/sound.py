"""Whether a whole site is plainly sound: each page at a glance, each link looked up once.

It only ever says that nothing is wrong. What is wrong, and where, is for `inspect` to find, which
then reads every page as strictly as it can.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from sys import intern
from typing import NamedTuple

from generator.crew import Crew
from generator.site import links
from generator.site.glance import glance
from generator.site.last import Book, Seen
from generator.site.staged import Staged

BATCH = 32
"""Pages that a process takes at a time."""
_LOST = "404.html"
Read = Callable[[Path], tuple[Collection[str], Collection[str]] | None]
"""Reads a page strictly: its ids and its relative addresses, or None if something is wrong in it."""


_Batch = tuple[str, Sequence[str]]


def at_a_glance(path: str, content: bytes) -> Seen | None:
    """Return what must be known of the page at `path`; None if it must be read."""
    found = glance(content)
    return _seen(path, found.ids, found.addresses) if found else None


def _seen(path: str, ids: Collection[str], addresses: Collection[str]) -> Seen | None:
    wanted = [_from_root(path, address) for address in addresses]
    plain = tuple(each for each in wanted if each is not None)
    return Seen("\n".join(ids), plain) if len(plain) == len(wanted) else None


class Means(NamedTuple):
    """Who looks, and at what."""

    read: Read
    """Reads a page that a glance is not enough for."""
    crew: Crew
    """Who looks, on this machine."""
    book: Book | None = None
    """What is known of the pages since they were made."""


def is_so(staged: Staged, root: str, means: Means) -> bool:
    """Return whether every page is sound and every link leads somewhere.

    Args:
        staged: The site, with its data files and search index.
        root: The path under which the site is published.
        means: Who looks, and at what.
    """
    held: dict[str, str | None] = dict.fromkeys(staged.rows)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    look = partial(_look, means.read, means.book)
    for looked in means.crew.each(look, staged, _batches(staged.rows, means.book)):
        if looked is None:
            return False
        for path, seen in looked:
            held[path] = seen.ids
            for address in seen.wanted:
                target, _, fragment = address.partition("#")
                wanted[intern(target)].add(intern(fragment))
    site_ids = _Ids(held)
    return all(_leads(path, parts, root, site_ids) for path, parts in wanted.items())


def _batches(paths: Iterable[str], book: Book | None) -> Iterator[_Batch]:
    """Yield pages to look at: the parts of the book, and what is in none."""
    there = {path for path in paths if path.endswith(".html")}
    for part, held in book.parts.items() if book else ():
        yield part, [path for path in held if path in there]
        there.difference_update(held)
    left = sorted(there)
    yield from (("", left[at : at + BATCH]) for at in range(0, len(left), BATCH))


def _look(
    read: Read, book: Book | None, staged: Staged, batch: _Batch
) -> list[tuple[str, Seen]] | None:
    """Return what these pages say; None if something is wrong."""
    part, paths = batch
    known = book.said(part) if book and part else {}
    looked = []
    for path in paths:
        page, said = known.get(path, ("", None))
        seen = said.seen if said and page == staged.rows[path][0] else None
        seen = seen or at_a_glance(path, (staged.folder / path).read_bytes())
        if seen is None:
            found = read(staged.folder / path)
            seen = _seen(path, *found) if found else None
        if seen is None:
            return None
        looked.append((path, seen))
    return looked


def _from_root(page: str, address: str) -> str | None:
    """Return an address as the front page would write it; None if that is not plain.

    >>> _from_root("a/b/index.html", "../c/#d"), _from_root("a/index.html", "../../b")
    ('a/c/#d', None)
    """
    if address.startswith("/"):
        return address if page == _LOST else None
    if not address or address.startswith(("#", "?")):
        return page + address
    folder = posixpath.dirname(page)
    while address.startswith("../"):
        if not folder:
            return None
        folder, address = posixpath.dirname(folder), address[3:]
    return f"{folder}/{address}" if folder else address


def _leads(
    path: str, parts: Collection[str], root: str, ids: Mapping[str, Collection[str] | None]
) -> bool:
    target = path if path and not path.endswith("/") else f"{path}index.html"
    if target in ids and set(parts) - {""} <= set(ids[target] or ()):
        return True
    addresses = (f"{path}#{part}" if part else path for part in parts)
    return not any(
        fault for each in addresses for fault in links.faults("index.html", each, root, ids)
    )


class _Ids(Mapping[str, Collection[str] | None]):
    """The ids of each page by its path; None for a file that is no page."""

    def __init__(self, held: Mapping[str, str | None]) -> None:
        self._held = held

    def __getitem__(self, path: str) -> Collection[str] | None:
        ids = self._held[path]
        return None if ids is None else frozenset(ids.split("\n"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
