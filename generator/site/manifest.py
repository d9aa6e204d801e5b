"""The manifest of a site: the SHA-256 of every file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import Problem, visible

NAME = "MANIFEST.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def files(site: Path) -> Iterator[str]:
    """Yield the path of every file under `site`, relative and with `/`, in the order of paths."""
    found = (
        Path(top, name).relative_to(site).as_posix()
        for top, _, names in os.walk(site)
        for name in names
    )
    yield from sorted(found)


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file under `site` but the manifest, by its path."""
    return {
        path: hashlib.sha256((site / path).read_bytes()).hexdigest()
        for path in files(site)
        if path != NAME
    }


def text(found: Mapping[str, str]) -> str:
    r"""Return the manifest of these digests, sorted by path.

    >>> text({"b": "22", "a": "11"})
    '11  a\n22  b\n'
    """
    return "".join(f"{found[path]}  {path}\n" for path in sorted(found))


def write(site: Path) -> None:
    """Write the manifest of `site` into it."""
    (site / NAME).write_text(text(digests(site)), encoding="utf-8", newline="\n")


def faults(site: Path) -> Iterator[Problem]:
    """Yield a fault for every file of `site` that differs from its manifest, is missing or extra."""
    where = site / NAME
    try:
        lines = where.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        yield Problem(str(where), 1, "no manifest", "build the site: `make build`")
        return
    stated = {}
    for number, line in enumerate(lines, start=1):
        if found := _LINE.fullmatch(line):
            stated[found[2]] = (number, found[1])
        else:
            told = f"`{visible(line)}` is no line of a manifest"
            yield Problem(str(where), number, told, "build the site again: `make build`")
    yield from _differences(site, stated, digests(site))


def _differences(
    site: Path, stated: Mapping[str, tuple[int, str]], found: Mapping[str, str]
) -> Iterator[Problem]:
    for path in sorted(stated.keys() | found.keys()):
        number, digest = stated.get(path, (1, ""))
        if path not in found:
            why = "is missing"
        elif path not in stated:
            why = "is not in the manifest"
        elif found[path] != digest:
            why = "differs from the manifest"
        else:
            continue
        fix = "take a fresh copy of the site, or build it again: `make build`"
        yield Problem(str(site / NAME), number, f"`{visible(path)}` {why}", fix)
