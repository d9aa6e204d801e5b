"""The archive against what was published before, where Git holds it."""

from __future__ import annotations

from pathlib import Path

from generator.checks.untold import Earlier, untold
from generator.errors import Problem
from generator.model import Release
from generator.store import git
from generator.store.check import placed
from generator.store.folder import Found, found_at
from generator.store.limits import RELEASE
from generator.store.lines import Lines
from generator.store.load import rooted
from generator.store.loaded import Loaded
from generator.store.regular import decode
from generator.store.releaseread import read_release


def silent_changes(content: Path, loaded: Loaded, since: git.Commit) -> tuple[Problem, ...]:
    """Return each change of what was published that nothing in the content tells.

    Args:
        content: The folder.
        loaded: What it holds now.
        since: The state that readers know.
    """
    paths = git.differing(since)
    if not paths:
        return ()
    known = [found for path in paths if (found := found_at(path))]
    earlier = Earlier(
        *_releases(since, [found for found in known if found.kind == "release"]),
        records=_gone(content, known, "outlet", "entity"),
        captures=tuple(found.path for found in known if found.kind == "capture"),
        stones=_gone(content, known, "withdrawal"),
    )
    lines = Lines(content)
    sound = (
        found for found in untold(earlier, loaded.archive) if not _is_unsound(found.path, loaded)
    )
    return tuple(sorted({rooted(placed(finding, lines), content) for finding in sound}))


def _is_unsound(path: str, loaded: Loaded) -> bool:
    # A file with faults of its own is told for those: its record is not gone.
    found = found_at(path)
    return found is not None and found.id in loaded.unsound


def _releases(since: git.Commit, files: list[Found]) -> tuple[dict[str, Release], dict[str, str]]:
    releases, paths = {}, {}
    for path, data in git.contents(since, (found.path for found in files)):
        release = read_release(decode(data, RELEASE, prose=True)).release
        # One that could not be read then was not published.
        if release:
            releases[release.id], paths[release.id] = release, path
    return releases, paths


def _gone(content: Path, files: list[Found], *kinds: str) -> dict[str, str]:
    return {
        found.id: found.path
        for found in files
        if found.kind in kinds and not (content / found.path).exists()
    }
