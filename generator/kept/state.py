"""The state of files on the disk: what says, without opening them, that none of them was changed.

As Git does with its index, a file counts as unchanged while its size, its times and its number on
the disk are what they were. A file can be changed twice within one tick of the file system's clock
and show the same times; so a state is only taken once that clock has gone on (`settled`).

Source: Git, Documentation/technical/racy-git.txt.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PATIENCE = 0.05
"""Seconds to wait for the clock to go on; one tick of most file systems is less than 0.01."""
_PAUSE = 0.002
Row = tuple[str, int, int, int, int]
"""A file: its path, size, times of change (of what is in it; of its entry) and number.

An entry that is no regular file has the size -1, so that it never looks like one.
"""


def rows(top: Path) -> Iterator[Row]:
    """Yield every file at or under `top`, in no order; links are not followed.

    Folders that Python fills while it runs (`__pycache__`) are left out.
    """
    if not top.is_dir():
        if top.exists():
            yield _row(str(top), top.lstat())
        return
    waiting = [str(top)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    yield _row(entry.path, entry.stat(follow_symlinks=False))


def under(top: Path, found: Iterable[Row]) -> dict[str, Row]:
    """Return the states of what lies under `top`, by the path from there, with `/`."""
    start = f"{top}{os.sep}"
    length = len(start)
    return {row[0][length:].replace(os.sep, "/"): row for row in found if row[0].startswith(start)}


def folders(top: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield the path of `top`, and of every folder under it in which one of these files lies."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    yield from (f"{top}/{folder}" if folder else str(top) for folder in found)


def rows_of(paths: Iterable[str]) -> Iterator[Row]:
    """Yield the state of these files and folders themselves.

    Raises:
        OSError: One of them is not there.
    """
    yield from map(row, paths)


def row(path: str) -> Row:
    """Return the state of one file or folder.

    Raises:
        OSError: It is not there.
    """
    return _row(path, os.lstat(path))


def _row(path: str, found: os.stat_result) -> Row:
    size = found.st_size if stat.S_ISREG(found.st_mode) else -1
    return path, size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def digest(found: Iterable[Row]) -> str:
    """Return a short name for a state; other states have other names."""
    return name("\n".join(sorted(map(repr, found))).encode())


def name(content: bytes) -> str:
    """Return a short name for bytes; other bytes have another one."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def settled(look: Callable[[], Iterable[Row]], beside: Path) -> list[Row] | None:
    """Return a state, or None if it cannot be trusted.

    Args:
        look: Gives the state; it is asked again until the clock has gone past all times in it.
        beside: A folder to write in, on the same disk: a file touched there tells its clock.
    """
    ends = time.monotonic() + PATIENCE
    while True:
        found = list(look())
        if max((max(row[2:4]) for row in found), default=0) < _now(beside):
            return found
        if time.monotonic() > ends:
            return None
        time.sleep(_PAUSE)


def _now(beside: Path) -> int:
    beside.mkdir(parents=True, exist_ok=True)
    clock = beside / "clock"
    clock.write_bytes(b"")
    os.utime(clock)
    return clock.stat().st_mtime_ns
