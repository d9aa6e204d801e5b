"""A folder of generated files: write what differs, delete what is not wanted, touch nothing else.

Files that are already right are left alone, so their times do not change and nothing that watches
them builds again. Whatever died half-way is mended by the next call.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

Action = tuple[Literal["write", "delete"], str]
"""What was done to one file, named by its path relative to the folder, with `/`."""


def files(folder: Path) -> Iterator[str]:
    """Yield the relative path of every file under `folder`, in order; none if it is not there.

    What is no regular file (a symbolic link, a FIFO) is never opened nor followed: it is deleted.
    """
    return _walk(folder, "")


def _walk(folder: Path, prefix: str) -> Iterator[str]:
    if not folder.is_dir():
        return
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), path + "/")
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            Path(entry.path).unlink()


def read(folder: Path) -> dict[str, bytes]:
    """Return every file under `folder` by its relative path; empty if there is no such folder."""
    return {path: (folder / path).read_bytes() for path in files(folder)}


def write(folder: Path, path: str, pieces: Iterable[bytes]) -> bool:
    """Make one file hold these bytes; return whether it did not before.

    Only to be called when `files` has gone through the folder: no link in it is followed then.
    """
    target = folder / path
    try:
        present: bytes | None = target.read_bytes()
    except FileNotFoundError:
        present = None
    except OSError:  # a folder stands where a file is wanted, or the other way about
        make_way(folder, target)
        present = None
    if present is not None:
        content = b"".join(pieces)
        if content == present:
            return False
        pieces = (content,)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        file.writelines(pieces)
    return True


def make_way(folder: Path, target: Path) -> None:
    """Remove a folder that stands where a file is wanted, and files where its folders are."""
    if target.is_dir():
        shutil.rmtree(target)
    for above in target.relative_to(folder).parents:
        if (folder / above).is_file():
            (folder / above).unlink()


def sweep(folder: Path, present: Collection[str], wanted: Collection[str]) -> list[str]:
    """Delete what is present and not wanted, and folders left empty; return the paths, in order."""
    gone = []
    for path in sorted(set(present).difference(wanted)):
        target = folder / path
        if target.is_file():
            target.unlink()
            _prune(target.parent, folder)
        gone.append(path)
    return gone


def _prune(empty: Path, top: Path) -> None:
    while empty != top and not any(empty.iterdir()):
        empty.rmdir()
        empty = empty.parent


def apply(wanted: Mapping[str, bytes], folder: Path) -> tuple[Action, ...]:
    """Make `folder` hold exactly `wanted`, touching only what differs; return what was done."""
    folder.mkdir(parents=True, exist_ok=True)
    present = list(files(folder))
    written = [path for path in sorted(wanted) if write(folder, path, (wanted[path],))]
    return done(sweep(folder, present, wanted), written)


def done(deleted: Iterable[str], written: Iterable[str]) -> tuple[Action, ...]:
    """Return what was done, deletions first.

    >>> done(["c.md"], ["a.md"])
    (('delete', 'c.md'), ('write', 'a.md'))
    """
    return (*(("delete", path) for path in deleted), *(("write", path) for path in written))
