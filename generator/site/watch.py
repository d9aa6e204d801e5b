"""Notice that files were changed: by the system's own bell where it has one, else by looking again.

The bell only says that something was changed; what it was is seen by looking. Looking works on
every file system, so where there is no bell (other systems, network folders) it is done again and
again.
"""

from __future__ import annotations

import ctypes
import os
import select
import struct
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.kept import state

PAUSE = 0.4
"""Seconds between two looks without a bell; also how long files must rest before a change counts
as finished."""
REST = 0.06
"""The same with a bell."""

State = dict[str, tuple[int, ...]]
"""Path → size, times and number of a file."""

# Source: inotify(7). Touched, written and closed, taken another name (from, to), come, gone.
_SEEN = 0x4 | 0x8 | 0x40 | 0x80 | 0x100 | 0x200
_FOLDER = 0x40000000
_EVENT = struct.Struct("iIII")
_WITHOUT_WAITING = os.O_NONBLOCK | os.O_CLOEXEC if hasattr(os, "O_CLOEXEC") else 0


def look(paths: Sequence[Path]) -> State:
    """Return the state of every file at or under `paths`; hidden ones and backups are left out."""
    while True:
        try:
            return {row[0]: row[1:] for top in paths for row in state.rows(top) if _counts(row[0])}
        except FileNotFoundError:  # it was there a moment ago
            continue


def _counts(path: str) -> bool:
    return not path.endswith("~") and not path.rpartition(os.sep)[2].startswith(".")


class Watch:
    """Watches files and folders from the moment it is made."""

    def __init__(self, paths: Sequence[Path], pause: float = PAUSE) -> None:
        """Begin to watch `paths`."""
        self._paths, self._pause = tuple(paths), pause
        self._bell = _Bell(self._paths)
        self._state = look(self._paths)
        self._rang = False

    def changed(self) -> frozenset[str]:
        """Wait for a burst of changes to be over; return the paths of the files in it."""
        while True:
            if not self._rang:
                self._bell.wait(None, self._pause)
            self._rang = False
            before, now = self._state, self._at_rest()
            if now != before:
                self._state = now
                return frozenset(path for path, _ in before.items() ^ now.items())

    def stirs(self) -> bool:
        """Return whether something changes again, where the bell says so."""
        self._rang = self._rang or self._bell.wait(0, 0)
        return self._rang and look(self._paths) != self._state

    def _at_rest(self) -> State:
        """Look when no more changes come."""
        while self._bell.wait(REST, 0):
            pass
        before, now = self._state, look(self._paths)
        while not self._bell.rings and now != before:
            time.sleep(self._pause)
            before, now = now, look(self._paths)
        return now


class _Bell:
    """The system's own notice of changes (inotify, on Linux)."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        try:
            self._system = ctypes.CDLL(None, use_errno=True)
            self._handle: int = self._system.inotify_init1(_WITHOUT_WAITING)
        except (AttributeError, OSError, TypeError):
            self._handle = -1
        self.rings = self._handle >= 0
        self._listen()

    def _listen(self) -> None:
        """Listen to every folder; to listen twice to one changes nothing."""
        for top in self._paths if self.rings else ():
            for folder in _folders(top):
                name = os.fsencode(folder)
                if self._system.inotify_add_watch(self._handle, name, _SEEN) < 0:
                    self.rings = False  # there is a limit to how many one may listen to

    def wait(self, seconds: float | None, pause: float) -> bool:
        """Wait for a change, at most `seconds`; without a bell, for `pause`. Return if it rang."""
        if not self.rings:
            time.sleep(pause)
            return False
        if not select.select([self._handle], [], [], seconds)[0]:
            return False
        told, at, new = os.read(self._handle, 1 << 16), 0, False
        while at < len(told):
            _, mask, _, length = _EVENT.unpack_from(told, at)
            new, at = new or bool(mask & _FOLDER), at + _EVENT.size + length
        if new:
            self._listen()
        return True


def _folders(top: Path) -> Iterator[str]:
    if top.is_dir():
        yield from (folder for folder, _, _ in os.walk(top))
    else:
        yield str(top.parent)
