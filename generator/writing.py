"""Archive → data files, part by part, written as they are made.

What belongs to one release is made by whoever is in the crew, a part of the releases at a time,
and no text stays in memory once it is written. What is made of all releases is one more part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial

from generator.citing.formats import Kept
from generator.crew import Crew, parts
from generator.exports import release_files, whole_files
from generator.pages.holdings import Holdings
from generator.site.ledger import Row
from generator.site.staged import Staged

Part = tuple[str, ...] | None
"""Ids of some releases; None for what is made of all of them."""
File = tuple[str, Iterable[bytes]]
"""A path, and what is to stand there, in pieces that are made as they are asked for."""


def write_data(holdings: Holdings, kept: Kept, staged: Staged, crew: Crew) -> None:
    """Write the data files into a site."""
    found_once(holdings)
    of_releases = [part for _, part in parts(holdings.archive.releases)]
    put = partial(_put, kept, staged)
    if crew.here is crew:
        # The longest first: while one worker makes it, the others make the rest.
        for rows in crew.each(put, holdings, (None, *of_releases)):
            staged.rows.update(rows)
        return
    for rows in crew.here.each(put, holdings, (None,)):
        staged.rows.update(rows)
    for made in crew.each(partial(_listed, kept), holdings, of_releases):
        staged.rows.update(_placed(staged, ((path, (content,)) for path, content in made)))


def data_files(kept: Kept, holdings: Holdings, part: Part) -> Iterator[File]:
    """Yield data files: those of some releases, or all others."""
    if part is None:
        return iter(whole_files(holdings, kept))
    return ((path, (content,)) for path, content in release_files(holdings, kept, part))


def found_once(holdings: Holdings) -> None:
    """Find whatever is found once for all parts, before workers share it."""
    for owner in (holdings, holdings.wording):
        known = (vars(each) for each in type(owner).__mro__)
        names = (name for each in known for name in each if isinstance(each[name], cached_property))
        for name in sorted(set(names)):
            getattr(owner, name)


def _put(kept: Kept, staged: Staged, holdings: Holdings, part: Part) -> dict[str, Row]:
    return _placed(staged, data_files(kept, holdings, part))


def _listed(kept: Kept, holdings: Holdings, part: Part) -> list[tuple[str, bytes]]:
    return [(path, b"".join(pieces)) for path, pieces in data_files(kept, holdings, part)]


def _placed(staged: Staged, files: Iterable[File]) -> dict[str, Row]:
    with staged.apart() as rows:
        for path, pieces in files:
            staged.put(path, pieces)
    return rows
