"""The manifest of a site: the SHA-256 of every file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.crew import Alone, Crew
from generator.errors import Problem, visible
from generator.site.staged import Staged

NAME = "MANIFEST.sha256"
FRESH = "take a fresh copy of the site, or build it again: `make build`"
_BATCH = 256
"""Files that a process reads at a time."""
_ALONE = Alone()
_LINE = re.compile(rb"([0-9a-f]{64})  ([^\n]+)")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a manifest says."""

    where: str
    """The manifest's own path or address."""
    digests: Mapping[str, str]
    lines: Mapping[str, int]
    problems: tuple[Problem, ...]
    """What is no line of a manifest."""


def files(site: Path) -> Iterator[str]:
    """Yield the path of every file under `site`, relative and with `/`, in the order of paths."""
    yield from sorted(_walked(str(site)))


def _walked(site: str) -> Iterator[str]:
    for top, _, names in os.walk(site):
        folder = top[len(site) + 1 :].replace(os.sep, "/")
        yield from (f"{folder}/{name}" for name in names) if folder else names


def digests(site: Path, crew: Crew = _ALONE) -> dict[str, str]:
    """Return the SHA-256 of every file under `site` but the manifest, by its path.

    What is no regular file (a link, a pipe) is never opened; it has an empty digest.
    """
    paths = [path for path in files(site) if path != NAME]
    batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]
    return {path: digest for part in crew.each(_digests, site, batches) for path, digest in part}


def _digests(site: Path, paths: Sequence[str]) -> list[tuple[str, str]]:
    return [(path, _digest(f"{site}/{path}")) for path in paths]


def _digest(path: str) -> str:
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return ""
    with open(path, "rb") as file:  # noqa: PTH123 - tens of thousands of times
        return hashlib.file_digest(file, "sha256").hexdigest()


def text(found: Mapping[str, str]) -> str:
    r"""Return the manifest of these digests, sorted by path.

    >>> text({"b": "22", "a": "11"})
    '11  a\n22  b\n'
    """
    return "".join(f"{found[path]}  {path}\n" for path in sorted(found))


def write(staged: Staged) -> None:
    """Put the manifest of a finished site into it; no file is read for it."""
    found = {path: row[0] for path, row in staged.rows.items() if path != NAME}
    staged.put(NAME, (text(found).encode(),))


def read(data: bytes, where: str) -> Stated:
    """Return what the bytes of a manifest say; a single bit that is wrong in them is told."""
    found: dict[str, str] = {}
    numbers: dict[str, int] = {}
    problems = []
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        match = _LINE.fullmatch(line)
        path = match[2].decode("utf-8", "surrogateescape") if match else ""
        if match and path not in found:
            found[path], numbers[path] = match[1].decode(), number
        else:
            told = visible(line.decode("utf-8", "replace"))
            problems.append(_torn(where, number, f"`{told}` is no line of a manifest"))
    if not data.endswith(b"\n"):
        problems.append(_torn(where, len(numbers) + 1, "the manifest ends within a line"))
    elif list(found) != sorted(found):
        problems.append(_torn(where, 1, "the manifest is not in the order of paths"))
    return Stated(where, found, numbers, tuple(problems))


def _torn(where: str, line: int, message: str) -> Problem:
    return Problem(where, line, message, FRESH)


def faults(site: Path) -> Iterator[Problem]:
    """Yield a fault for every file of `site` that differs from its manifest, is missing or extra."""
    where = site / NAME
    try:
        data = where.read_bytes()
    except FileNotFoundError:
        yield Problem(str(where), 1, "no manifest", "build the site: `make build`")
        return
    stated = read(data, str(where))
    yield from stated.problems
    yield from differences(stated, digests(site))


def differences(stated: Stated, found: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a fault for each path whose digest is not the one stated, in the order of paths.

    Args:
        stated: The manifest.
        found: The digest of each file that is there.
    """
    for path in sorted(stated.digests.keys() | found.keys()):
        if path not in found:
            why = "is missing"
        elif path not in stated.digests:
            why = "is not in the manifest"
        elif found[path] != stated.digests[path]:
            why = "differs from the manifest"
        else:
            continue
        line = stated.lines.get(path, 1)
        yield Problem(stated.where, line, f"`{visible(path, 300)}` {why}", FRESH)
