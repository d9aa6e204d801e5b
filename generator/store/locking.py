"""The operating system's own lock on an open file: it ends with the process, so it is never stale.

Source: flock(2); on Windows, which has none, `msvcrt.locking` (LockFile of the Win32 API).
"""

from __future__ import annotations

import errno
import hashlib
import importlib
import importlib.util
import os
import tempfile
import time
from pathlib import Path
from typing import Any

SHARED = importlib.util.find_spec("fcntl") is not None
"""Whether a child process that is given the descriptor holds the lock too."""
PAUSE = 0.1
"""Seconds between two tries where the system cannot wait for a lock without an end."""
_TAKEN = (errno.EACCES, errno.EDEADLK, errno.EAGAIN)


def take(descriptor: int, *, wait: bool) -> bool:
    """Take the lock of an open file; return whether it was had.

    Args:
        descriptor: The file; on Windows open for writing.
        wait: Whether to wait for it as long as another process has it.

    Raises:
        OSError: The file cannot be locked at all.
    """
    system: Any = importlib.import_module("fcntl" if SHARED else "msvcrt")
    if SHARED:
        return _by_flock(system, descriptor, wait=wait)
    while not _by_bytes(system, descriptor):
        if not wait:
            return False
        time.sleep(PAUSE)
    return True


def _by_flock(fcntl: Any, descriptor: int, *, wait: bool) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _by_bytes(msvcrt: Any, descriptor: int) -> bool:
    # What is locked is a stretch of bytes from where the file stands; it need not be there.
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    return True


def open_folder(folder: Path) -> int:
    """Open what stands for a folder when its lock is taken: itself, where a folder can be opened.

    Elsewhere that is a file of the system's temporary folder, named after it, so that nothing of
    ours lies in a folder that people write in.

    Raises:
        OSError: It is not there, or cannot be opened.
    """
    if hasattr(os, "O_DIRECTORY"):
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    name = hashlib.sha256(str(folder.resolve(strict=True)).encode()).hexdigest()[:32]
    return os.open(Path(tempfile.gettempdir(), f"communique-{name}"), os.O_RDWR | os.O_CREAT)
