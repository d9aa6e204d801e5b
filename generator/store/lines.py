"""In which line a field stands, for whoever found something wrong with a record.

The lines are not kept while reading: ten thousand sidecars have millions of fields, and almost
none is ever asked for. A file is read again for the few that are.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.store import yamlfile
from generator.store.limits import RELEASE, SIDECAR
from generator.store.regular import read_text
from generator.store.releaseread import ReadRelease, read_release
from generator.store.yamlfile import Loc, Tree


class Lines:
    """Finds lines in the files of one content folder."""

    def __init__(self, content: Path) -> None:
        """Keep the folder; nothing is read yet."""
        self._content = content
        self._read = lru_cache(maxsize=16)(self._parsed)

    def line(self, path: str, at: Loc | int) -> int:
        """Return the line of a place in a file, or of the nearest thing that holds it."""
        if isinstance(at, int):
            return at
        read = self._read(path)
        return read.line(at) if read else 1

    def _parsed(self, path: str) -> ReadRelease | Tree | None:
        if path.endswith(".md"):
            return read_release(read_text(self._content / path, RELEASE, prose=True))
        text = read_text(self._content / path, SIDECAR).text
        return yamlfile.parse(text) if text is not None and path.endswith(".yml") else None
