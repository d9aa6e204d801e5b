"""What Git knows of a folder: an earlier state of its files. Without Git there is none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MAIN = ("origin/HEAD", "origin/main", "main")
"""Where others read what was published, the likeliest first."""
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, and the folder in whose repository it is."""

    folder: Path
    name: str
    """As Git resolved it: 40 or 64 digits."""


def published(folder: Path) -> Commit | None:
    """Return the state of `folder` that was published last, as far as Git tells.

    It is where this branch left the main one; on the main branch the last commit, or, if nothing
    has been edited since, the one before it. None without Git, history or a commit of the folder.
    """
    head = commit(folder, "HEAD")
    # A folder deeper down is a copy or a test's, and none of its repository's archive.
    if head is None or (_line(folder, "rev-parse", "--show-prefix") or "").count("/") != 1:
        return None
    for main in _MAIN:
        base = _line(folder, "merge-base", "HEAD", main)
        if base and base != head.name:
            return Commit(folder, base)
    edited = _run(folder, "status", "--porcelain", "-z", "--", ".")
    return head if edited else commit(folder, "HEAD^")


def commit(folder: Path, name: str) -> Commit | None:
    """Return the commit that `name` stands for, or None if there is none.

    Args:
        folder: A folder in the repository.
        name: As a person writes it: a branch, a tag, digits. It is never taken for an option.
    """
    found = _line(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    return Commit(folder, found) if found else None


def differing(since: Commit) -> tuple[str, ...] | None:
    """Return the paths, relative to the folder, of files that were there and are not the same now.

    None if Git cannot tell.
    """
    command = (
        "diff",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--relative",
        "--name-only",
    )
    told = _run(since.folder, *command, "--diff-filter=MDT", "-z", since.name, "--", ".")
    return None if told is None else tuple(path for path in told.decode().split("\0") if path)


def listed(at: Commit) -> tuple[str, ...]:
    """Return the paths, relative to the folder, of all regular files that it held."""
    told = _run(at.folder, "ls-tree", "-r", "-z", at.name, "--", ".") or b""
    entries = (entry.partition("\t") for entry in told.decode("utf-8", "replace").split("\0"))
    return tuple(path for kind, _, path in entries if kind.startswith("100"))


def contents(at: Commit, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each of some files as it was, with its path relative to the folder."""
    wanted = [path for path in paths if "\n" not in path]
    prefix = _line(at.folder, "rev-parse", "--show-prefix") or ""
    asked = "".join(f"{at.name}:{prefix}{path}\n" for path in wanted).encode()
    told = _run(at.folder, "cat-file", "--batch", given=asked) or b""
    start = 0
    for path in wanted:
        end = told.index(b"\n", start)
        fields = told[start:end].rsplit(b" ", 2)
        start = end + 1
        if fields[-1] == b"missing" or len(fields) < 3:
            continue
        size = int(fields[2])
        yield path, told[start : start + size]
        start += size + 1


def _line(folder: Path, *arguments: str) -> str | None:
    told = _run(folder, *arguments)
    return told.decode("utf-8", "replace").strip("\n") if told else None


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what a command of Git says, or None if it failed or there is no Git."""
    # Nothing may wait for a person, fetch, or run what the repository names.
    settings = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
    # A hook of Git's is told the repository by paths that hold in another folder.
    kept = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    environment = {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; arguments are never a shell's
            ["git", *settings, *arguments],  # noqa: S607 - wherever the contributor has it
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
