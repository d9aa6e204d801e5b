"""Whether the last build would be made again, file for file: then there is nothing to do.

Compared are the state (`kept.state`) of everything a site is made from, and the state of the site
that was made. The proof is as strong as Git's index: a file that was changed while its size, its
times and its number stayed the same passes for unchanged; `verify` reads every byte instead.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from generator.kept import FOLDER, state

NAME = "last-build"
LIVE = "site"
SETTINGS = Path("mkdocs.yml")
SOURCES = (Path(__file__).parents[1], Path("overrides"), SETTINGS)
"""What else than the content a site is made from: the program with its templates, and these."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]+")


def is_so(content: Path, out: Path) -> bool:
    """Return whether content, program, settings and live site are as the last build left them."""
    try:
        made_from, made = (out / FOLDER / NAME).read_text(encoding="ascii").split()
        found = [row for top in (content, *SOURCES) for row in state.rows(top)]
        return made_from == _inputs(found) and made == _site(state.rows(out / LIVE))
    except (OSError, ValueError):  # no record, a torn one, or files that come and go meanwhile
        return False


def begin(content: Path, out: Path) -> str | None:
    """Return what the site is going to be made from; to be called before any of it is read.

    Returns:
        A name of that state, or None if it cannot be trusted.
    """
    (out / FOLDER / NAME).unlink(missing_ok=True)
    found = state.settled((content, *SOURCES), out / FOLDER)
    return None if found is None else _inputs(found)


def end(inputs: str | None, out: Path) -> None:
    """Record that the live site was made from `inputs`; to be called when it stands."""
    made = state.settled([out / LIVE], out / FOLDER)
    if inputs is None or made is None:
        return
    record = out / FOLDER / NAME
    record.with_suffix(".new").write_text(f"{inputs} {_site(made)}\n", encoding="ascii")
    record.with_suffix(".new").replace(record)


def _inputs(found: list[state.Row]) -> str:
    words = "\n".join((state.digest(found), *versions(), *_options()))
    return state.name(words.encode())


def _site(found: Iterator[state.Row] | list[state.Row]) -> str:
    # Not the time of an entry: it changes when another name of the same file goes.
    return state.digest(
        (path, size, changed, 0, number) for path, size, changed, _, number in found
    )


def versions() -> Iterator[str]:
    """Yield what Python and libraries these are, by the names under which they are installed."""
    yield sys.version
    with os.scandir(sysconfig.get_path("purelib")) as installed:
        yield from sorted(one.path for one in installed if one.name.endswith("-info"))


def _options() -> Iterator[str]:
    """Yield what the settings take from the environment (`!ENV`)."""
    for line in SETTINGS.read_text(encoding="utf-8").splitlines():
        if "!ENV" in line:
            yield from (f"{name}={os.environ.get(name)}" for name in _VARIABLE.findall(line))
