"""A folder of generated files: decide what must change in it, then change only that."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

Action = tuple[Literal["write", "delete"], str]
"""What must be done to one file, named by its path relative to the folder, with `/`."""


def plan(wanted: Mapping[str, bytes], present: Mapping[str, bytes]) -> Iterator[Action]:
    """Yield what must be done to turn `present` into `wanted`: pure, deletions first, by path.

    Files that are already right are left alone, so their times do not change and nothing that
    watches them builds again. Deletions come first because a file that is gone may stand where a
    folder is wanted.

    >>> list(plan({"a.md": b"new", "b.md": b"same"}, {"b.md": b"same", "c.md": b"old"}))
    [('delete', 'c.md'), ('write', 'a.md')]
    """
    yield from (("delete", path) for path in sorted(present.keys() - wanted.keys()))
    for path in sorted(wanted):
        if present.get(path) != wanted[path]:
            yield "write", path


def read(folder: Path) -> dict[str, bytes]:
    r"""Return every file under `folder` by its relative path; empty if there is no such folder.

    What is no regular file (a symbolic link, a FIFO) is never opened: it is returned as empty
    bytes under a path that ends in `\0`, which no plan wants, so `apply` deletes it.
    """
    return dict(_walk(folder, ""))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    if not folder.is_dir():
        return
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), path + "/")
        elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            yield path, Path(entry.path).read_bytes()
        else:
            yield path + "\0", b""


def apply(wanted: Mapping[str, bytes], folder: Path) -> tuple[Action, ...]:
    """Make `folder` hold exactly `wanted`, touching only what differs; return what was done.

    A call that dies half-way is mended by the next one. Folders left empty are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = tuple(plan(wanted, read(folder)))
    for act, path in done:
        target = folder / path.removesuffix("\0")
        if act == "delete":
            target.unlink()
            _prune(target.parent, folder)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wanted[path])
    return done


def _prune(empty: Path, top: Path) -> None:
    while empty != top and not any(empty.iterdir()):
        empty.rmdir()
        empty = empty.parent
