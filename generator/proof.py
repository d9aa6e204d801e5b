"""What can be proven: captures by their hashes, texts by their captures, a site by its manifest.

A site that was made from this very content has its data files proven too: they are made again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline, version
from generator.errors import Problem, Refused
from generator.site import manifest, remote
from generator.store.check import check

_PACKAGE = "data/datapackage.json"
_ROBOTS, _SITEMAP = "robots.txt", "Sitemap: "


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven, and every fault that was found."""

    captures: int
    releases: int
    files: int | None = None
    """Files of the site; None if there was none to prove."""
    data: int | None = None
    """Data files made again and found the same; None if the site is of another content."""
    problems: tuple[Problem, ...] = ()


def prove(content: Path, site: Path | str | None) -> Proof:
    """Prove captures against their hashes, releases against their captures, a site's files.

    Only faults of captures and releases are told: the rest of the content is `check`'s to judge.

    Args:
        content: The content folder; it may be absent, as beside a downloaded site.
        site: The folder of a site, or the address of a published one, if one is to be proven.

    Raises:
        Refused: Nothing answers at the address.
    """
    captures, releases, found = _texts(content) if content.is_dir() else (0, 0, ())
    if site is None:
        return Proof(captures, releases, problems=found)
    if isinstance(site, str):
        files, differing = remote.prove(site)
        return Proof(captures, releases, files, None, (*found, *differing))
    data, stale = _data(content, site) if not found else (None, ())
    files = sum(1 for path in manifest.files(site) if path != manifest.NAME)
    return Proof(captures, releases, files, data, (*found, *manifest.faults(site), *stale))


def _texts(content: Path) -> tuple[int, int, tuple[Problem, ...]]:
    loaded, problems = check(content)
    folders = tuple(f"{(content / folder).as_posix()}/" for folder in ("captures", "releases"))
    found = [one for one in problems if one.level == "error" and one.path.startswith(folders)]
    return len(loaded.archive.captures), len(loaded.archive.releases), tuple(found)


def _data(content: Path, site: Path) -> tuple[int | None, tuple[Problem, ...]]:
    """Make the data files again, if the site says that it is of this content; compare them."""
    address = _address(site)
    if not content.is_dir() or address is None or _version(site) != version.data_version(content):
        return None, ()
    try:
        reading = pipeline.read(content, lambda _: None)
    except Refused:
        return None, ()
    found = [_stale(site / path, pieces) for path, pieces in pipeline.data_files(reading, address)]
    return len(found), tuple(problem for problem in found if problem)


def _stale(place: Path, pieces: Iterable[bytes]) -> Problem | None:
    wanted = b"".join(pieces)
    if place.is_file() and place.read_bytes() == wanted:
        return None
    fix = "build the site again: `make build`"
    return Problem(place.as_posix(), 1, "is not what the content gives", fix)


def _version(site: Path) -> str | None:
    try:
        told = json.loads((site / _PACKAGE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return str(told.get("version")) if isinstance(told, dict) else None


def _address(site: Path) -> str | None:
    """Return where the site says it is published."""
    try:
        lines = (site / _ROBOTS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    named = (line.removeprefix(_SITEMAP) for line in lines if line.startswith(_SITEMAP))
    return next(named, "").removesuffix("sitemap.xml") or None
