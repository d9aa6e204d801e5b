"""One build at a time in one folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.store import locking

NAME = ".lock"


@contextmanager
def held(folder: Path, tell: Callable[[str], None]) -> Iterator[int]:
    """Hold the lock of `folder` while the body runs; wait for another build, and say so.

    The lock is the operating system's: it ends with the last process that holds the descriptor,
    however that process ends, so it is never stale. The empty lock file stays.

    Yields:
        The descriptor. A child process that is given it holds the lock too, so that the child of
        a killed build cannot write into a folder that the next build is cleaning.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # No file that Python opens is handed to a child unless it is asked for (PEP 446).
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not locking.take(descriptor, wait=False):
            tell(f"another build is at work in `{folder.as_posix()}`: waiting for it")
            locking.take(descriptor, wait=True)
        yield descriptor
    finally:
        os.close(descriptor)
