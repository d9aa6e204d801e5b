"""Whether a whole site is plainly sound: each page at a glance, each link looked up once.

It only ever says that nothing is wrong. What is wrong, and where, is for `inspect` to find, which
then reads every page as strictly as it can.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from sys import intern
from typing import NamedTuple

from generator.crew import Alone, Crew
from generator.kept.shelf import Nowhere, pickled
from generator.site import links, manifest
from generator.site.glance import glance
from generator.site.last import Book, Links, Seen
from generator.site.staged import Staged

BATCH, FEW = 32, 200
"""Pages that a process takes at a time; those for which no process is started."""
_NAME = "inspected"
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
    shelf: Nowhere = Nowhere()
    """Where it is kept what pages say to each other: of this program."""


def is_so(staged: Staged, root: str, means: Means) -> bool:
    """Return whether every page is sound and every link leads somewhere.

    Where all was so in the last site, only what is new is looked at, unless something is gone that
    others may link to.

    Args:
        staged: The site, with its data files, search index and manifest.
        root: The path under which the site is published.
        means: Who looks, and at what.
    """
    pages = [path for path in staged.rows if path.endswith(".html")]
    before = _before(staged, root, means.shelf)
    found = _looked(staged, [path for path in pages if not _is_known(staged, before, path)], means)
    if found and before and not _still_leads(staged, before, found):
        before, found = None, _looked(staged, pages, means)
    if found is None:
        return False
    before = before or Links()
    ids = {path: found.ids[path] if path in found.ids else before.ids[path] for path in pages}
    site_ids = _Ids(staged.rows, ids)
    if not all(_leads(path, parts, root, site_ids) for path, parts in found.wanted.items()):
        return False
    before.want(_resolved(found, root, site_ids))
    _keep(staged, root, Links(ids, before.wanted), means.shelf)
    return True


def _keep(staged: Staged, root: str, links: Links, shelf: Nowhere) -> None:
    if manifest.NAME in staged.rows:
        site = staged.rows[manifest.NAME][0]
        shelf.put(_NAME, pickled((site, root, *links.packed())))


def _before(staged: Staged, root: str, shelf: Nowhere) -> Links | None:
    """Return what the pages of the last site say to each other, if all was right with it."""
    site, under, ids, wanted = shelf.get(_NAME) or ("", "", {}, {})
    if not site or (site, under) != (staged.before.digest(manifest.NAME), root):
        return None
    return Links(ids, wanted)


def _is_known(staged: Staged, before: Links | None, path: str) -> bool:
    return before is not None and path in before.ids and staged.has_stayed(path)


def _still_leads(staged: Staged, before: Links, found: Links) -> bool:
    gone = (path for path in staged.before.rows if path not in staged.rows)
    return not before.loses(gone, found.ids)


def _looked(staged: Staged, paths: Sequence[str], means: Means) -> Links | None:
    """Return what pages say to each other, by addresses; None if something is wrong in one."""
    ids: dict[str, str] = {}
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    crew = means.crew if len(paths) > FEW else Alone()
    look = partial(_look, means.read, means.book)
    for looked in crew.each(look, staged, _batches(paths, means.book)):
        if looked is None:
            return None
        for path, seen in looked:
            ids[path] = seen.ids
            for address in seen.wanted:
                target, _, fragment = address.partition("#")
                wanted[intern(target)].add(intern(fragment))
    return Links(ids, {**wanted})


def _batches(paths: Sequence[str], book: Book | None) -> Iterator[_Batch]:
    """Yield pages to look at: the parts of the book, and what is in none."""
    there = set(paths)
    for part, held in book.parts.items() if book and len(paths) > FEW else ():
        yield part, [path for path in held if path in there]
        there.difference_update(held)
    left = sorted(there)
    yield from (("", left[at : at + BATCH]) for at in range(0, len(left), BATCH))


def _resolved(
    found: Links, root: str, ids: Mapping[str, Collection[str] | None]
) -> dict[str, set[str]]:
    """Return what is wanted by the files and ids that it leads to."""
    made: defaultdict[str, set[str]] = defaultdict(set)
    for address, parts in found.wanted.items():
        for part in parts:
            whole = f"{address}#{part}" if part else address
            path, fragment = links.target("index.html", whole, root)
            if path is not None:
                made[path if path in ids else f"{path}/index.html"].add(intern(fragment))
    return made


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

    def __init__(self, files: Collection[str], ids: Mapping[str, str]) -> None:
        self._files, self._ids = files, ids

    def __getitem__(self, path: str) -> Collection[str] | None:
        if path not in self._files:
            raise KeyError(path)
        return frozenset(self._ids[path].split("\n")) if path in self._ids else None

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
