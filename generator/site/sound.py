"""Whether a whole site is plainly sound: each page at a glance, each link looked up once.

It only ever says that nothing is wrong. What is wrong, and where, is for `inspect` to find, which
then reads every page as strictly as it can.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from sys import intern

from generator.crew import Crew
from generator.site import links
from generator.site.glance import glance

BATCH = 32
"""Pages that a process takes at a time."""
_LOST = "404.html"
Read = Callable[[Path], tuple[Collection[str], Collection[str]] | None]
"""Reads a page strictly: its ids and its relative addresses, or None if something is wrong in it."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What some pages say."""

    ids: tuple[tuple[str, str], ...]
    """Paths, and the ids of the page, a line each."""
    wanted: tuple[str, ...]
    """Addresses that must lead somewhere, as from the front page."""


def is_so(site: Path, paths: Sequence[str], root: str, read: Read, crew: Crew) -> bool:
    """Return whether every page is sound and every link leads somewhere.

    Args:
        site: The folder of HTML, data files and search index.
        paths: Every file of it.
        root: The path under which the site is published.
        read: Reads a page that a glance is not enough for.
        crew: Who looks.
    """
    held: dict[str, str | None] = dict.fromkeys(paths)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    pages = [path for path in paths if path.endswith(".html")]
    batches = [pages[at : at + BATCH] for at in range(0, len(pages), BATCH)]
    for looked in crew.each(partial(_look, read), site, batches):
        if looked is None:
            return False
        held.update(looked.ids)
        for address in looked.wanted:
            path, _, fragment = address.partition("#")
            wanted[intern(path)].add(intern(fragment))
    site_ids = _Ids(held)
    return all(_leads(path, parts, root, site_ids) for path, parts in wanted.items())


def _look(read: Read, site: Path, paths: Sequence[str]) -> _Looked | None:
    """Return what these pages say; None if something is wrong."""
    ids, wanted = [], set()
    for path in paths:
        seen = glance((site / path).read_bytes())
        found = (seen.ids, seen.addresses) if seen else read(site / path)
        if found is None:
            return None
        ids.append((path, "\n".join(found[0])))
        for address in found[1]:
            if (from_root := _from_root(path, address)) is None:
                return None
            wanted.add(from_root)
    return _Looked(tuple(ids), tuple(wanted))


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
