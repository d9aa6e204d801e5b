"""Archive → data files, part by part, written as they are made.

What belongs to one release is made by whoever is in the crew, a part of the releases at a time,
and no text stays in memory once it is written; files of a release whose ground is what it was the
last time stay as they are. What is made of all releases is made beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from generator.citing.formats import Kept
from generator.crew import Crew, parts
from generator.exports import FOLDER, WHOLE, packaged, release_files
from generator.exports.package import RESOURCES, Fixity
from generator.kept.shelf import Nowhere, pickled
from generator.pages.holdings import Holdings
from generator.site.ledger import Row
from generator.site.staged import Staged

Part = tuple[str, tuple[str, ...]]
"""A name for the part, and the ids of its releases, or what of the whole it makes."""
Made = tuple[str, tuple[tuple[str, str], ...]]
"""What a release's files were made from, and each of them with its SHA-256."""
_WHOLE = "whole"
_nowhere = Nowhere()


def write_data(
    holdings: Holdings, kept: Kept, staged: Staged, crew: Crew, shelf: Nowhere = _nowhere
) -> None:
    """Write the data files into a site.

    Args:
        holdings: What they are made from.
        kept: Where the site is published.
        staged: The site.
        crew: Who makes them.
        shelf: Where it is kept what the last ones were made from.
    """
    found_once(holdings)
    for rows in _each(holdings, kept, staged, crew, shelf):
        staged.rows.update(rows)
    staged.put(*packaged(holdings, _fixities(staged)))


def _each(
    holdings: Holdings, kept: Kept, staged: Staged, crew: Crew, shelf: Nowhere
) -> Iterator[dict[str, Row]]:
    # The longest first: while one worker makes them, the others make the rest.
    whole: list[Part] = [(_WHOLE, (name,)) for name in WHOLE]
    releases = [(f"data-{part}", ids) for part, ids in parts(holdings.archive.releases)]
    put = partial(_put, kept, staged, shelf)
    if crew.here is crew:
        yield from crew.each(put, holdings, (*whole, *releases))
        return
    yield from crew.here.each(put, holdings, whole)
    for made in crew.each(partial(_listed, kept), holdings, releases):
        with staged.apart() as rows:
            for path, content in made:
                staged.put(path, (content,))
        yield rows


def _fixities(staged: Staged) -> dict[str, Fixity]:
    known = ((name, staged.rows.get(f"{FOLDER}/{name}")) for name in RESOURCES)
    return {name: Fixity(row[1], row[0]) for name, row in known if row}


def _put(
    kept: Kept, staged: Staged, shelf: Nowhere, holdings: Holdings, part: Part
) -> dict[str, Row]:
    """Let the files of a part stand in the site; return what is then known of them."""
    with staged.apart() as rows:
        if part[0] == _WHOLE:
            for name in part[1]:
                for path, pieces in WHOLE[name](holdings, kept):
                    staged.put(path, pieces)
        else:
            _put_releases(holdings, kept, staged, shelf, part)
    return rows


def _put_releases(
    holdings: Holdings, kept: Kept, staged: Staged, shelf: Nowhere, part: Part
) -> None:
    name, ids = part
    before: dict[str, Made] = shelf.get(name) or {}
    made: dict[str, Made] = {}
    for key in ids:
        known = holdings.made_of[key]
        made_of = f"{known} {kept.address}" if known else ""
        row = before.get(key)
        if not (made_of and row and row[0] == made_of and _stays(staged, row)):
            files = release_files(holdings, kept, key)
            row = made_of, tuple((path, staged.put(path, (content,))) for path, content in files)
        made[key] = row
    if made != before:
        shelf.put(name, pickled(made))


def _stays(staged: Staged, row: Made) -> bool:
    return all(staged.stays(path, digest) for path, digest in row[1])


def _listed(kept: Kept, holdings: Holdings, part: Part) -> list[tuple[str, bytes]]:
    return [file for key in part[1] for file in release_files(holdings, kept, key)]


def found_once(holdings: Holdings) -> None:
    """Find whatever is found once for all parts, before workers share it."""
    for owner in (holdings, holdings.wording):
        known = (vars(each) for each in type(owner).__mro__)
        names = (name for each in known for name in each if isinstance(each[name], cached_property))
        for name in sorted(set(names)):
            getattr(owner, name)
