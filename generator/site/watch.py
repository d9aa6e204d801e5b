"""Notice that files were changed, by looking again and again: it works on every file system."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

PAUSE = 0.4
"""Seconds between two looks; also how long files must rest before a change counts as finished."""

State = dict[str, tuple[int, int]]
"""Path → time of its last change in nanoseconds, and its size."""


def look(paths: Sequence[Path]) -> State:
    """Return the state of every file at or under `paths`; hidden ones and backups are left out."""
    return {str(path): state for top in paths for path, state in _under(top)}


def _under(top: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    found = (
        [top]
        if top.is_file()
        else (
            Path(folder, name)
            for folder, _, names in os.walk(top)
            for name in names
            if not name.startswith(".") and not name.endswith("~")
        )
    )
    for path in found:
        try:
            stated = path.lstat()
        except FileNotFoundError:  # it was there a moment ago: the next look sees it is gone
            continue
        yield path, (stated.st_mtime_ns, stated.st_size)


def changes(paths: Sequence[Path], pause: float = PAUSE) -> Iterator[None]:
    """Yield once for every burst of changes under `paths`, when it is over; never end."""
    before = look(paths)
    while True:
        time.sleep(pause)
        now = look(paths)
        if now == before:
            continue
        while now != before:
            before = now
            time.sleep(pause)
            now = look(paths)
        yield
