"""Whether the last build would be made again, file for file: then there is nothing to do.

Compared are the state (`kept.state`) of every file that a site is made from, and of every folder of
the site that was made: a file that comes, goes or takes the place of another changes the time of
its folder. What the two miss is a file of the content that was changed with the same size, times
and number (Git misses it too), and a file of the site that something wrote into where it stands:
`verify` reads every byte of both.
"""

from __future__ import annotations

import os
import re
import site
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.kept import FOLDER, state

NAME = "last-build"
LIVE = "site"
SETTINGS = Path("mkdocs.yml")
SOURCES = (Path(__file__).parents[1], Path("overrides"), SETTINGS)
"""What else than the content a site is made from: the program with its templates, and these."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]+")


class Begun(NamedTuple):
    """What a build is made from."""

    rows: list[state.Row] | None
    """The state of all its files, before any was read; None if it cannot be trusted."""
    name: str | None
    """A name for it, with versions and settings."""


def is_so(content: Path, out: Path) -> bool:
    """Return whether content, program, settings and live site are as the last build left them."""
    try:
        recorded = (out / FOLDER / NAME).read_text(encoding="utf-8").split("\n")
        made_from, made, *folders = recorded
        return made_from == _inputs(_sources(content)) and made == _site(state.rows_of(folders))
    except (OSError, ValueError):  # no record, a torn one, or files that come and go meanwhile
        return False


def begin(content: Path, out: Path) -> Begun:
    """Forget the last build, and return what the site is going to be made from."""
    (out / FOLDER / NAME).unlink(missing_ok=True)
    return look(content, out)


def look(content: Path, out: Path) -> Begun:
    """Return what a site would be made from; to be called before any of it is read."""
    found = state.settled(lambda: _sources(content), out / FOLDER)
    return Begun(found, None if found is None else _inputs(found))


def end(begun: Begun, out: Path, paths: Iterable[str]) -> None:
    """Record what the live site was made from; to be called when it stands.

    Args:
        begun: That.
        out: The output folder.
        paths: Every file of the site, with `/`.
    """
    folders = sorted(state.folders(out / LIVE, paths))
    made = state.settled(lambda: state.rows_of(folders), out / FOLDER)
    if begun.name is None or made is None:
        return
    record = out / FOLDER / NAME
    written = "\n".join((begun.name, _site(made), *folders))
    record.with_suffix(".new").write_text(written, encoding="utf-8")
    record.with_suffix(".new").replace(record)


def _sources(content: Path) -> Iterator[state.Row]:
    return (row for top in (content, *SOURCES) for row in state.rows(top))


def _inputs(found: Iterable[state.Row]) -> str:
    words = "\n".join((state.digest(found), *versions(), *_options()))
    return state.name(words.encode())


def _site(found: Iterable[state.Row]) -> str:
    # Not the time of the entry: the site has been renamed since its folders were filled.
    return state.digest(
        (path, size, changed, 0, number) for path, size, changed, _, number in found
    )


def versions() -> Iterator[str]:
    """Yield what Python and libraries these are, by the names under which they are installed."""
    yield sys.version
    for folder in filter(os.path.isdir, site.getsitepackages()):
        with os.scandir(folder) as installed:
            yield from sorted(one.name for one in installed if one.name.endswith("-info"))


def _options() -> Iterator[str]:
    """Yield what the settings take from the environment (`!ENV`)."""
    for line in SETTINGS.read_text(encoding="utf-8").splitlines():
        if "!ENV" in line:
            yield from (f"{name}={os.environ.get(name)}" for name in _VARIABLE.findall(line))
