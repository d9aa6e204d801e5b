"""Archive → files: the page tree and the data files, part by part, written as they are made.

What belongs to one release is made by whoever is in the crew, a part of the releases at a time,
and no text stays in memory once it is written. What is made of all releases is one more part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from generator import tree
from generator.citing.formats import Kept
from generator.crew import Crew, parts
from generator.exports import release_files, whole_files
from generator.pages.holdings import Holdings
from generator.pages.whole import other_pages, release_pages
from generator.site.ledger import Row
from generator.site.staged import Staged

Part = tuple[str, ...] | None
"""Ids of some releases; None for what is made of all of them."""
File = tuple[str, Iterable[bytes]]
"""A path, and what is to stand there, in pieces that are made as they are asked for."""
Make = Callable[[Holdings, Part], Iterator[File]]
W = TypeVar("W")
Write = Callable[[Iterable[File]], W]
"""Writes files; tells what became of them."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """What became of one part."""

    paths: tuple[str, ...]
    """All its files."""
    written: tuple[str, ...]
    """Those that were not there, or differed."""


def write_tree(holdings: Holdings, folder: Path, crew: Crew) -> tuple[tree.Action, ...]:
    """Make `folder` the page tree, touching only what differs; return what was done.

    Raises:
        Refused: A hand-written page links to no record, or stands in the way of a generated one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    present = list(tree.files(folder))
    wrote = list(_each(page_files, partial(_written, folder), holdings, crew))
    wanted = {path for one in wrote for path in one.paths}
    written = sorted(path for one in wrote for path in one.written)
    return tree.done(tree.sweep(folder, present, wanted), written)


def write_data(holdings: Holdings, kept: Kept, staged: Staged, crew: Crew) -> None:
    """Write the data files into a site."""
    for rows in _each(partial(data_files, kept), partial(_placed, staged), holdings, crew):
        staged.rows.update(rows)


def page_files(holdings: Holdings, part: Part) -> Iterator[File]:
    """Yield pages: those of some releases, or all others."""
    made = other_pages(holdings) if part is None else release_pages(holdings, part)
    return ((path, (page,)) for path, page in made)


def data_files(kept: Kept, holdings: Holdings, part: Part) -> Iterator[File]:
    """Yield data files: those of some releases, or all others."""
    if part is None:
        return iter(whole_files(holdings, kept))
    return ((path, (content,)) for path, content in release_files(holdings, kept, part))


def _found_once(holdings: Holdings) -> None:
    """Find whatever is found once for all parts, before workers share it."""
    for owner in (holdings, holdings.wording):
        known = (vars(each) for each in type(owner).__mro__)
        names = (name for each in known for name in each if isinstance(each[name], cached_property))
        for name in sorted(set(names)):
            getattr(owner, name)


def _each(make: Make, write: Write[W], holdings: Holdings, crew: Crew) -> Iterator[W]:
    _found_once(holdings)
    of_releases = [part for _, part in parts(holdings.archive.releases)]
    put = partial(_put, make, write)
    if crew.here is crew:
        # The longest first: while one worker makes it, the others make the rest.
        yield from crew.each(put, holdings, (None, *of_releases))
        return
    yield from crew.here.each(put, holdings, (None,))
    for made in crew.each(partial(_listed, make), holdings, of_releases):
        yield write((path, (content,)) for path, content in made)


def _put(make: Make, write: Write[W], holdings: Holdings, part: Part) -> W:
    return write(make(holdings, part))


def _listed(make: Make, holdings: Holdings, part: Part) -> list[tuple[str, bytes]]:
    return [(path, b"".join(pieces)) for path, pieces in make(holdings, part)]


def _written(folder: Path, files: Iterable[File]) -> Wrote:
    paths, written = [], []
    for path, pieces in files:
        paths.append(path)
        if tree.write(folder, path, pieces):
            written.append(path)
    return Wrote(tuple(paths), tuple(written))


def _placed(staged: Staged, files: Iterable[File]) -> dict[str, Row]:
    with staged.apart() as rows:
        for path, pieces in files:
            staged.put(path, pieces)
    return rows
