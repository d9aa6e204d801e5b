"""The files of a content folder before one is read: their digests, by which all is known again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.kept import state
from generator.kept.digests import digests
from generator.kept.shelf import Nowhere


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder, with what is known of its files before one is read."""

    folder: Path
    digests: Mapping[str, str]
    """By path under the folder."""
    rows: Mapping[str, state.Row]
    """The states of which the digests are true; none if they could have changed meanwhile."""
    _keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def name(self, folders: tuple[str, ...]) -> str:
        """Return a name for all that lies in some folders."""
        paths = sorted(path for path in self.digests if path.startswith(folders))
        return state.name("".join(f"{path} {self.digests[path]}\n" for path in paths).encode())

    def of(self, path: str) -> tuple[str, ...]:
        """Return the files that one is read with: a sidecar has its capture beside it."""
        if not path.startswith("captures/"):
            return (path,)
        beside = (path.removesuffix(".yml") + ending for ending in (".txt", ".html"))
        return (path, *(one for one in beside if one in self.digests))

    def key(self, path: str) -> str:
        """Return the key of what is read from a file."""
        if path not in self._keys:
            self._keys[path] = " ".join(self.digests.get(one, "") for one in self.of(path))
        return self._keys[path]

    def stands(self, path: str) -> bool:
        """Return whether a file still is what its digest was taken of."""
        row = self.rows.get(path)
        try:
            return row is not None and state.row(row[0]) == row
        except OSError:
            return False


def look(folder: Path, rows: list[state.Row] | None, shelf: Nowhere) -> Content:
    """Take the digests of a content folder.

    Args:
        folder: The content folder.
        rows: The state of its files, also of others; None if none can be trusted.
        shelf: Where digests are kept.
    """
    if rows is None:
        found = state.under(folder, state.rows(folder))
        return Content(folder, digests(found, Nowhere()), {})
    own = state.under(folder, rows)
    return Content(folder, digests(own, shelf), own)
