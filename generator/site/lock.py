"""One build at a time in one folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = ".lock"


@contextmanager
def held(folder: Path, tell: Callable[[str], None]) -> Iterator[int]:
    """Hold the lock of `folder` while the body runs; wait for another build, and say so.

    The lock is the operating system's (flock): it ends with the last process that holds the
    descriptor, however that process ends, so it is never stale. The empty lock file stays.

    Yields:
        The descriptor. A child process that is given it holds the lock too, so that the child of
        a killed build cannot write into a folder that the next build is cleaning.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _take(descriptor, lambda: tell(f"another build is at work in `{folder}`: waiting for it"))
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int, waiting: Callable[[], None]) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(descriptor, fcntl.LOCK_EX)
