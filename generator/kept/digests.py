"""The SHA-256 of every file of the content; only what was changed is read for it.

It is also the data version's ground, and the name under which what a file gave is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.kept.shelf import Nowhere, pickled
from generator.kept.state import Row

_NAME = "digests"


def digests(rows: Mapping[str, Row], shelf: Nowhere) -> dict[str, str]:
    """Return the digest of each file, by the name its state is given under, and keep them.

    Args:
        rows: States that can be trusted (`state.settled`); what is no regular file is passed over.
        shelf: Where the digests are kept.
    """
    known: dict[Row, str] = shelf.get(_NAME) or {}
    files = {name: row for name, row in rows.items() if row[1] >= 0}
    found = {row: known.get(row) or _digest(row[0]) for row in files.values()}
    if found != known:
        shelf.put(_NAME, pickled(found))
    return {name: found[row] for name, row in files.items()}


def _digest(path: str) -> str:
    """Return the digest of a file; empty if it cannot be read, which is told when it is read."""
    try:
        return _of(path)
    except OSError:
        return ""


def _of(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - ten thousand times
        return hashlib.file_digest(file, "sha256").hexdigest()
