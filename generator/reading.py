"""Content → archive, mentions, relations: what was found out before is not found out again.

Reading a file depends on its bytes; whether a release is what its capture gives, on the bytes of
both; its mentions on its own, the authority records and the vocabulary; relations on all that texts
and records say. Each is kept under the digest of that. Nothing is kept of a file that was changed
after its digest had been taken.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.checks import between, of_one
from generator.checks.subject import Finding, Subject
from generator.errors import Problem
from generator.keeping import Keeper, Names, Stage
from generator.kept import state
from generator.kept.digests import digests
from generator.kept.shelf import Nowhere
from generator.model import Archive, Mention, Relation, Release
from generator.relate import relations
from generator.resolve import Gazetteer, attesting_days, prepare, resolve
from generator.store.check import check
from generator.store.fileread import FileRead, read_files
from generator.store.folder import Found
from generator.store.loaded import Loaded

_RULES = ("authorities/", "vocabulary/")
_SAID = (*_RULES, "captures/", "outlets/", "releases/")


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder, with what is known of its files before one is read."""

    folder: Path
    digests: Mapping[str, str]
    """By path under the folder."""
    rows: Mapping[str, state.Row]
    """The states of which the digests are true; none if they could have changed meanwhile."""

    def name(self, folders: tuple[str, ...]) -> str:
        """Return a name for all that lies in some folders."""
        paths = (path for path in sorted(self.digests) if path.startswith(folders))
        return state.name("".join(f"{path} {self.digests[path]}\n" for path in paths).encode())

    def of(self, path: str) -> tuple[str, ...]:
        """Return the files that one is read with: a sidecar has its capture beside it."""
        beside = (path.removesuffix(".yml") + ending for ending in (".txt", ".html"))
        captured = beside if path.startswith("captures/") else ()
        return (path, *(one for one in captured if one in self.digests))

    def key(self, path: str) -> str:
        """Return the key of what is read from a file."""
        return " ".join(self.digests.get(one, "") for one in self.of(path))

    def stands(self, path: str) -> bool:
        """Return whether a file still is what its digest was taken of."""
        row = self.rows.get(path)
        try:
            return row is not None and state.row(row[0]) == row
        except OSError:
            return False


def look(folder: Path, rows: list[state.Row] | None, shelf: Nowhere) -> Content:
    """Take the digests of a content folder.

    Args:
        folder: The content folder.
        rows: The state of its files, also of others; None if none can be trusted.
        shelf: Where digests are kept.
    """
    if rows is None:
        return Content(folder, digests(state.rows(folder), folder, Nowhere()), {})
    start = len(f"{folder}/")
    own = {Path(row[0][start:]).as_posix(): row for row in rows if row[0].startswith(f"{folder}/")}
    return Content(folder, digests(own.values(), folder, shelf), own)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nothing be looked through for garbage while a large archive comes into being."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(frozen=True)
class _Texts:
    """What mentions are found with."""

    archive: Archive

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return prepare(self.archive)


def read(content: Content, keeper: Keeper) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read and check the content; return it and every problem."""

    def lasts(path: str, read: FileRead) -> bool:
        sound = not any(fault.level == "error" for fault in read.faults)
        return sound and all(map(content.stands, content.of(path)))

    def reader(root: Path, files: tuple[Found, ...]) -> Mapping[str, FileRead]:
        places = {found.path: found for found in files if found.kind not in ("capture", "readme")}
        keys = {path: content.key(path) for path in places}
        return keeper.here().each(Stage("files", _read, lasts), keys, (root, places))

    def judge(subject: Subject) -> Iterator[Finding]:
        yield from between(subject)
        yield from _proofs(subject, content, keeper)

    return check(content.folder, reader, judge)


def _proofs(subject: Subject, content: Content, keeper: Keeper) -> Iterator[Finding]:
    """Yield what is wrong between each capture and its release, where it lies in those two."""
    archive = subject.archive
    taken: dict[str, list[Release]] = {key: [] for key in archive.captures}
    for release in archive.releases.values():
        if release.head.capture in taken:
            taken[release.head.capture].append(release)
    files = {
        key: [archive.paths[key], *(archive.paths[one.id] for one in releases)]
        for key, releases in taken.items()
    }

    def lasts(key: str, _: object) -> bool:
        return all(content.stands(one) for path in files[key] for one in content.of(path))

    keys = {
        key: " ".join(f"{path} {content.key(path)}" for path in paths)
        for key, paths in files.items()
    }
    found = keeper.each(Stage("proofs", _proven, lasts), keys, (subject, taken))
    yield from (finding for each in found.values() for finding in each)


def _proven(
    whole: tuple[Subject, Mapping[str, Sequence[Release]]], keys: Names
) -> dict[str, tuple[Finding, ...]]:
    subject, taken = whole
    return {key: tuple(of_one(subject, key, taken[key])) for key in keys}


def _read(whole: tuple[Path, Mapping[str, Found]], paths: Names) -> dict[str, FileRead]:
    root, places = whole
    return read_files(root, (places[path] for path in paths))


def mentions(
    archive: Archive, content: Content, keeper: Keeper
) -> Mapping[str, tuple[Mention, ...]]:
    """Return the mentions of every release."""
    ground = state.name(f"{content.name(_RULES)} {attesting_days(archive)}".encode())
    keys = {key: f"{content.key(archive.paths[key])} {ground}" for key in archive.releases}
    # No more than is looked at: a crew may be far away.
    texts = replace(archive, captures={}, capture_texts={}, pages={}, paths={})
    return keeper.each(Stage("mentions", _mentions), keys, _Texts(texts))


def _mentions(texts: _Texts, ids: Names) -> dict[str, tuple[Mention, ...]]:
    return {key: resolve(texts.archive.releases[key], texts.gazetteer) for key in ids}


def related(
    archive: Archive,
    found: Mapping[str, tuple[Mention, ...]],
    content: Content,
    keeper: Keeper,
) -> tuple[Relation, ...]:
    """Return the relations of all releases."""
    return keeper.one("relations", content.name(_SAID), lambda: relations(archive, found))
