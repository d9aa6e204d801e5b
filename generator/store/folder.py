"""What lies under content/: regular files of known kinds, and nothing else.

The walk never follows a link and never opens a file. A folder that is absent is empty.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from generator import ids
from generator.authority import FOLDERS
from generator.errors import Problem, visible
from generator.nearest import nearest
from generator.store.regular import other_than_file
from generator.vocabulary import FILES

Kind = Literal[
    "release",
    "sidecar",
    "capture",
    "outlet",
    "entity",
    "vocabulary",
    "profile",
    "page",
    "readme",
    "withdrawal",
]

VOCABULARIES = ("kinds", *FILES)
"""Names of the lists under content/vocabulary."""

PAGES_MAY = frozenset({"index", "404"})
"""Names kept from ids that a hand-written page has by its nature."""

_SHAPES: tuple[tuple[Kind, str], ...] = (
    ("release", r"releases/(?P<folder>\d{4})/(?P<id>[^/]+)\.md"),
    ("sidecar", r"captures/(?P<folder>[^/]+)/(?P<id>[^/]+)\.yml"),
    ("capture", r"captures/(?P<folder>[^/]+)/(?P<id>[^/]+)\.(?:txt|html)"),
    ("outlet", r"(?P<folder>outlets)/(?P<id>[^/]+)\.yml"),
    ("withdrawal", r"(?P<folder>withdrawn)/(?P<id>[^/]+)\.yml"),
    ("entity", rf"authorities/(?P<folder>{'|'.join(FOLDERS)})/(?P<id>[^/]+)\.yml"),
    ("vocabulary", rf"(?P<folder>vocabulary)/(?P<id>{'|'.join(VOCABULARIES)})\.yml"),
    ("profile", r"profiles/(?P<folder>sites|agencies)/(?P<id>[^/]+)\.yml"),
    ("readme", r"(?!pages/)(?P<folder>(?:[^/]+/)*)(?P<id>README)\.md"),
    ("page", r"pages/(?P<folder>(?:[^/]+/)*)(?P<id>[^/]+)\.md"),
)
_KNOWN = tuple((kind, re.compile(shape)) for kind, shape in _SHAPES)
_FOLDERS = (
    "captures",
    "releases",
    "outlets",
    "profiles/sites",
    "profiles/agencies",
    "vocabulary",
    "pages",
    "withdrawn",
    *(f"authorities/{folder}" for folder in FOLDERS),
)
# What desktops leave behind in every folder they show; git-ignored, never read, nobody's fault.
_DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a known kind."""

    path: str
    """Relative to content/, with `/`."""
    kind: Kind
    folder: str
    """The part of the path that says what or whose it is: a year, an outlet, a class of entity."""
    id: str
    """The file's name without its ending."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of content/ in the order of their paths, and what should not be there."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]
    """With paths relative to content/."""


def look(root: Path) -> Folder:
    """List what lies under `root`.

    Raises:
        OSError: `root`, or a folder in it, cannot be read.
    """
    files: list[Found] = []
    problems: list[Problem] = []
    for path, other in _walk(root):
        if other:
            fix = "put a regular file in its place, or delete it"
            problems.append(Problem(visible(path, 300), 1, f"is {other}", fix))
        elif found := found_at(path):
            files.append(found)
        elif path.rpartition("/")[2] not in _DESKTOP:
            problems.append(_unknown(path))
    problems += [*_misnamed(files), *_colliding(files)]
    return Folder(tuple(files), tuple(problems))


def found_at(path: str) -> Found | None:
    """Return what a path under content/ is, or None if no such file is known.

    >>> found_at("outlets/the-gazette.yml")
    Found(path='outlets/the-gazette.yml', kind='outlet', folder='outlets', id='the-gazette')
    """
    for kind, shape in _KNOWN:
        if match := shape.fullmatch(path):
            return Found(path, kind, match["folder"].rstrip("/"), match["id"])
    return None


def _walk(root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each path under `root`, and what it is if it is no regular file, in order."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(root / folder) as entries:
            here = sorted(entries, key=lambda entry: entry.name)
        folders = []
        for entry in here:
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                yield path, None
            else:
                yield path, other_than_file(entry.stat(follow_symlinks=False).st_mode)
        waiting += reversed(folders)


def _unknown(path: str) -> Problem:
    folder, _, name = path.rpartition("/")
    shown = visible(path, 300)
    stem, _, ending = name.rpartition(".")
    if ending == "yaml":
        fix = f"name it `{visible(stem, 80)}.yml`"
    elif found_at(path.removesuffix(".yml") + ".md") or path.startswith("pages/"):
        fix = "delete it, or move it out; only Markdown (`.md`) belongs here"
    elif not folder:
        fix = "delete it, or move it out; only folders lie here"
    else:
        fix = f"delete it, or move it to its folder: {', '.join(_near(folder))}"
    return Problem(shown, 1, "no such file is known here", fix)


def _near(folder: str) -> list[str]:
    """Return the folder that was probably meant, or all that lie beside it."""
    top = folder.partition("/")[0]
    beside = [one for one in _FOLDERS if one.partition("/")[0] == top] or list(_FOLDERS)
    meant = nearest(folder.rpartition("/")[2], [one.rpartition("/")[2] for one in beside])
    return [one for one in beside if meant and one.endswith(meant)] or beside


def _misnamed(files: Iterable[Found]) -> Iterator[Problem]:
    for found in files:
        if found.kind == "readme":
            continue
        for part in (*_parts(found.folder), found.id):
            why = ids.fault(part)
            if why and not (found.kind == "page" and part in PAGES_MAY):
                proposed = ids.slug(part)
                fix = f"name it `{proposed}`" if proposed else "name it with a-z, 0-9 and hyphens"
                yield Problem(visible(found.path, 300), 1, f"`{visible(part)}` {why}", fix)


@lru_cache(maxsize=1024)
def _parts(folder: str) -> tuple[str, ...]:
    return tuple(part for part in folder.split("/") if part)


def _colliding(files: Iterable[Found]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for found in files:
        # A page and the index of a folder of its name would have one address.
        address = found.path.removesuffix("/index.md") if found.kind == "page" else found.path
        key = ids.collision_key(address.removesuffix(".md"))
        other = first.setdefault(key, found.path)
        if other != found.path:
            same = "the same address as" if found.kind == "page" else "but for case the path of"
            message = f"has {same} `{visible(other)}`"
            yield Problem(visible(found.path, 300), 1, message, "rename one of the two")
