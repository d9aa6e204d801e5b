"""Archive → page tree: a page that would come out as it stands is neither made nor read.

What pages are made from has a name (`pages.whole.Sheaf`). If they were made from the same the last
time, and their files are in the state in which they were left, nothing is to be done. Whatever is
kept of that may be lost: then pages are made, and compared with the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator import tree
from generator.crew import Crew, parts
from generator.kept.shelf import Nowhere, pickled
from generator.pages import whole
from generator.pages.holdings import Holdings
from generator.pages.whole import Sheaf
from generator.site.ledger import State, state
from generator.writing import found_once

Part = tuple[str, tuple[str, ...]]
"""A name for the part, and the names of its sheaves."""
_SHEAVES: dict[str, Callable[[Holdings, Iterable[str]], Iterator[Sheaf]]] = {
    "releases": whole.of_releases,
    "entities": whole.of_entities,
    "others": whole.of_all,
}
_nowhere = Nowhere()


class Kept(NamedTuple):
    """A sheaf as it was left."""

    made_of: str
    files: tuple[tuple[str, State | None], ...]
    """Its pages, each with the state of its file."""


class Wrote(NamedTuple):
    """What became of a part."""

    paths: tuple[str, ...]
    """All its files."""
    written: tuple[str, ...]
    """Those that were not there, or differed."""


def write_tree(
    holdings: Holdings, folder: Path, crew: Crew, shelf: Nowhere = _nowhere
) -> tuple[tree.Action, ...]:
    """Make `folder` the page tree, touching only what differs; return what was done.

    Args:
        holdings: What the pages are made from.
        folder: The folder of the tree.
        crew: Who makes them.
        shelf: Where it is kept what the last ones were made from.

    Raises:
        Refused: A hand-written page links to no record, or stands in the way of a generated one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    present = list(tree.files(folder))
    found_once(holdings)
    wrote = list(_generated(holdings, folder, crew, shelf))
    pages = whole.written_pages(holdings, {path for one in wrote for path in one.paths})
    wrote.append(_written(folder, pages.items()))
    wanted = {path for one in wrote for path in one.paths}
    written = sorted(path for one in wrote for path in one.written)
    return tree.done(tree.sweep(folder, present, wanted), written)


def _generated(holdings: Holdings, folder: Path, crew: Crew, shelf: Nowhere) -> Iterator[Wrote]:
    # The longest first: while one worker makes them, the others make the rest.
    others: list[Part] = [("others", (name,)) for name in whole.OTHERS]
    others += _parts("entities", whole.by_themselves(holdings))
    releases = _parts("releases", holdings.archive.releases)
    put = partial(_put, folder, shelf)
    if crew.here is crew:
        yield from crew.each(put, holdings, (*others, *releases))
        return
    yield from crew.here.each(put, holdings, others)
    for made in crew.each(_listed, holdings, releases):
        yield _written(folder, made)


def _parts(kind: str, names: Iterable[str]) -> list[Part]:
    return [(f"{kind}-{part}", inside) for part, inside in parts(names)]


def _sheaves(holdings: Holdings, part: Part) -> Iterator[Sheaf]:
    name, names = part
    return _SHEAVES[name.partition("-")[0]](holdings, names)


def _put(folder: Path, shelf: Nowhere, holdings: Holdings, part: Part) -> Wrote:
    """Let the files of a part stand as they are to be."""
    name = f"pages-{part[0]}"
    before: dict[str, Kept] = shelf.get(name) or {}
    kept: dict[str, Kept] = {}
    written: list[str] = []
    for sheaf in _sheaves(holdings, part):
        row = before.get(sheaf.name)
        if not (row and sheaf.made_of and row.made_of == sheaf.made_of and _stands(folder, row)):
            made = _written(folder, sheaf.pages().items())
            row = _kept(folder, sheaf, made)
            written += made.written
        kept[sheaf.name] = row
    if kept != before and part[0] != "others":
        shelf.put(name, pickled(kept))
    return Wrote(tuple(path for row in kept.values() for path, _ in row.files), tuple(written))


def _stands(folder: Path, row: Kept) -> bool:
    return all(left and state(f"{folder}/{path}") == left for path, left in row.files)


def _kept(folder: Path, sheaf: Sheaf, made: Wrote) -> Kept:
    files = ((path, state(f"{folder}/{path}")) for path in made.paths)
    return Kept(sheaf.made_of, tuple(files))


def _listed(holdings: Holdings, part: Part) -> list[tuple[str, bytes]]:
    return [page for sheaf in _sheaves(holdings, part) for page in sheaf.pages().items()]


def _written(folder: Path, pages: Iterable[tuple[str, bytes]]) -> Wrote:
    paths, written = [], []
    for path, page in pages:
        paths.append(path)
        if tree.write(folder, path, (page,)):
            written.append(path)
    return Wrote(tuple(paths), tuple(written))
