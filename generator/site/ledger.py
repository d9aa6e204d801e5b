"""What is known of the files of a finished site without reading one: digest, size, time, number.

A file counts as unchanged as Git takes it: while size, time of change and number on the disk are
what they were when its digest was taken. So a row is true of whatever stands there, in whichever of
the two trees, and an old, torn or foreign ledger costs time and never a byte.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.kept.shelf import Nowhere, pickled

_NAME = "ledger"
State = tuple[int, int, int]
"""Size, time of change, number on the disk."""
Row = tuple[str, int, int, int]
"""The SHA-256 of a file, and its state."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The files of the last site, and of the one before it."""

    site: Path | None = None
    """The folder in which the last site stands; None if there is none."""
    rows: Mapping[str, Row] = field(default_factory=dict)
    """Every file of the last site, by its path."""
    others: Mapping[str, Row] = field(default_factory=dict)
    """Files of the site before it that are not one with those."""
    made_by: str = ""
    """The program that made it."""

    def known(self, path: str) -> Iterator[Row]:
        """Yield what may stand at a path."""
        for rows in (self.rows, self.others):
            if path in rows:
                yield rows[path]

    def digest(self, path: str) -> str:
        """Return the digest that a file of the last site had; empty if it had no such file."""
        return self.rows[path][0] if path in self.rows else ""


def read(shelf: Nowhere, site: Path) -> Ledger:
    """Return the ledger of the site that stands in a folder; an empty one if none is kept."""
    rows, others, made_by = shelf.get(_NAME) or ({}, {}, "")
    return Ledger(site, rows, others, made_by)


def write(shelf: Nowhere, rows: Mapping[str, Row], before: Ledger, made_by: str) -> None:
    """Keep the ledger of a new site.

    Args:
        shelf: Where.
        rows: Every file of the new site.
        before: What was known of the last one, which from now on is the one before.
        made_by: The program.
    """
    others = {path: row for path, row in before.rows.items() if rows.get(path) != row}
    shelf.put(_NAME, pickled((dict(rows), others, made_by)))


def state(path: str) -> State | None:
    """Return the state of a file; None if there is no regular file."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
