"""The program as on Windows: `python -m tests.windows …` runs it without what that system lacks.

No folder is opened, no process forked, no descriptor handed to a child; a name that is there is not
taken by `rename`; locks are those of `msvcrt`, output is in an old code page. What it does not show
is Windows itself.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import io
import multiprocessing.context
import os
import subprocess
import sys
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

LACKING = ("O_DIRECTORY", "O_NOFOLLOW", "fork", "geteuid", "getuid", "mkfifo", "sched_getaffinity")
MODULES = ("fcntl", "resource", "pwd", "grp", "termios")


def _msvcrt() -> ModuleType:
    """Return a stand-in whose `locking` refuses what another handle has, as LockFile does."""
    made: Any = ModuleType("msvcrt")
    made.LK_NBLCK = 2

    def locking(descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (made.LK_NBLCK, 1)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OSError(errno.EACCES, "Permission denied") from None

    made.locking = locking
    found: ModuleType = made
    return found


def become() -> None:
    """Take away what Windows lacks, for the rest of this process."""
    # What Python's own modules bound when they were loaded is theirs.
    import click.testing  # noqa: F401 - loaded before its modules are gone
    import mkdocs.commands.build  # noqa: F401

    sys.modules["msvcrt"] = _msvcrt()
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in LACKING:
        delattr(os, name)
    vars(multiprocessing.context)["_concrete_contexts"].pop("fork")
    for owner, name, instead in _INSTEAD:
        setattr(owner, name, instead)
    for stream in (sys.stdout, sys.stderr):
        assert isinstance(stream, io.TextIOWrapper)
        stream.reconfigure(encoding="cp1252")


_library, _popen, _rename = ctypes.CDLL.__init__, subprocess.Popen.__init__, Path.rename


def _no_library(self: Any, name: str | None, *rest: Any, **more: Any) -> None:
    if name is None:
        raise TypeError("argument of type 'NoneType' is not iterable")
    _library(self, name, *rest, **more)


def _no_descriptors(self: Any, *rest: Any, pass_fds: tuple[int, ...] = (), **more: Any) -> None:
    assert not pass_fds, "pass_fds not supported on Windows."
    _popen(self, *rest, **more)


def _only_to_a_free_name(self: Path, target: str | PurePath) -> Path:
    if Path(target).exists():
        raise FileExistsError(errno.EEXIST, "Cannot create a file that is there", str(target))
    return _rename(self, target)


_INSTEAD = (
    (ctypes.CDLL, "__init__", _no_library),
    (subprocess.Popen, "__init__", _no_descriptors),
    (Path, "rename", _only_to_a_free_name),
)

if __name__ == "__main__":
    become()
    from generator.cli import main

    main(prog_name="python -m generator")
