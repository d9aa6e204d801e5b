"""Files that belong together are written together: all of them, or none.

Each is first written whole under a name of its own, and comes to stand in its place by a rename.
What a kill may leave behind is known by its name (`LEFT`) and swept up by the next `add`.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import current_thread, main_thread

from generator.errors import Problem, Refused
from generator.store import locking

LEFT = ".adding-"
"""How the name of a file begins that is not finished."""

File = tuple[Path, bytes]

# No link is followed, and on Windows no line end is changed: each system has one of the two.
_ONLY_ON_SOME = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the right to add to `folder`; nobody else adds at the same time.

    Raises:
        Refused: Another `add` has it.
        OSError: The folder cannot be opened.
    """
    handle = locking.open_folder(folder)
    try:
        if not locking.take(handle, wait=False):
            message = "another `add` is at work here"
            fix = "wait until it has ended, then add again"
            raise Refused(Problem(folder.as_posix(), 1, message, fix))
        yield
    finally:
        os.close(handle)


@contextmanager
def unstopped() -> Iterator[None]:
    """Hold Ctrl-C back until the block has been left, then let it through.

    For the moment in which files are written: threads that still write cannot be interrupted.
    """
    if current_thread() is not main_thread():
        yield
        return
    seen: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: seen.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if seen:
            signal.raise_signal(signal.SIGINT)


def stage(files: Iterable[File]) -> None:
    """Write files whole and to the disk, each beside its place under a name of its own.

    Raises:
        OSError: There is no room, or no right to write; what was begun stays for `unstage`.
    """
    for path, data in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(_beside(path), data)


def unstage(files: Iterable[File]) -> None:
    """Remove what `stage` wrote of files that were not placed."""
    for path, _ in files:
        with suppress(OSError):
            _beside(path).unlink(missing_ok=True)


def place(files: Sequence[File]) -> None:
    """Put staged files in their places, the last one last; if that is stopped, none that is new.

    Args:
        files: Path and content of each; a file that is there already is replaced.

    Raises:
        OSError: A name cannot be given; the new files have been removed.
    """
    known = {path for path, _ in files if path.exists()}
    try:
        for path, _ in files:
            _beside(path).replace(path)
    except BaseException:
        unstage(files)
        for path, _ in files:
            if path not in known:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
        raise


def settle(folders: Iterable[Path]) -> None:
    """Have the names of the files in `folders` on the disk before going on."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows opens no folder; its names are safe by its journal
        return
    for folder in sorted(set(folders)):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folders: Iterable[Path]) -> list[Path]:
    """Remove what an `add` that was killed left unfinished; return what was removed.

    Only to be called while `alone`: an unfinished file is then nobody's.
    """
    gone: list[Path] = []
    for root in folders:
        for path in sorted(root.glob(f"*/{LEFT}*")):
            path.unlink()
            gone.append(path)
    return gone


def _beside(path: Path) -> Path:
    return path.with_name(LEFT + path.name)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _ONLY_ON_SOME, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)
