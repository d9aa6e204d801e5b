"""The SHA-256 of every file of the content; only what was changed is read for it.

It is also the data version's ground, and the name under which what a file gave is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.kept.shelf import Nowhere, pickled
from generator.kept.state import Row

_NAME = "digests"


def digests(rows: Iterable[Row], top: Path, shelf: Nowhere) -> dict[str, str]:
    """Return the digest of each file by its path under `top`, and keep them.

    Args:
        rows: Their states, which can be trusted (`state.settled`); those of other files and of
            what is no regular file are passed over.
        top: The folder.
        shelf: Where the digests are kept.
    """
    known: dict[str, tuple[Row, str]] = shelf.get(_NAME) or {}
    prefix = f"{top}/"
    found = {}
    for row in rows:
        if row[1] >= 0 and row[0].startswith(prefix):
            before = known.get(row[0])
            good = before and before[0] == row and before[1]
            found[row[0]] = before if before and good else (row, _digest(row[0]))
    if found != known:
        shelf.put(_NAME, pickled(found))
    return {Path(path[len(prefix) :]).as_posix(): digest for path, (_, digest) in found.items()}


def _digest(path: str) -> str:
    """Return the digest of a file; empty if it cannot be read, which is told when it is read."""
    try:
        return _of(path)
    except OSError:
        return ""


def _of(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - ten thousand times
        return hashlib.file_digest(file, "sha256").hexdigest()
