"""The tree that a site is made in: what already stands there, or in the live site, is not written.

The tree is that of the site before last. What stands in it is known from the ledger; what the live
site has is linked, so that both share one file. Therefore a file that is there is never written
into: a new one takes its place.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import tree
from generator.site.ledger import Ledger, Row, state

_WHOLE = 1 << 22
"""Bytes up to which a file is made in memory; of a larger one only a piece is there at a time."""
_BESIDE = ".new"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NOTHING_KNOWN = Ledger()


class Staged:
    """A tree that becomes a site."""

    def __init__(self, folder: Path, before: Ledger = _NOTHING_KNOWN, made_by: str = "") -> None:
        """Open a tree; what is neither file nor folder in it (a link, a pipe) is removed.

        Args:
            folder: The tree; it is there.
            before: What is known of its files and of those of the last site.
            made_by: The program that makes the site.
        """
        self.folder, self.before, self.made_by = folder, before, made_by
        self.rows: dict[str, Row] = {}
        """Every file that the site is going to have, so far."""
        self._top = str(folder)
        self._present = set(tree.files(folder))

    @property
    def is_of_same_program(self) -> bool:
        """Whether this program also made the last site."""
        return self.made_by == self.before.made_by != ""

    def has_stayed(self, path: str) -> bool:
        """Return whether a file of the site was the same in the last one, or is in neither."""
        row = self.rows.get(path)
        return self.before.digest(path) == (row[0] if row else "")

    def stayed(self) -> Iterator[str]:
        """Yield the files of the site that were the same in the last one."""
        before = self.before.rows
        return (
            path for path, row in self.rows.items() if path in before and before[path][0] == row[0]
        )

    def put(self, path: str, pieces: Iterable[bytes]) -> str:
        """Let a file of the site hold these bytes; return their SHA-256.

        Args:
            path: Its path in the site, with `/`.
            pieces: The bytes; they are asked for one after another, and all of them.
        """
        left = iter(pieces)
        begin, size = [], 0
        for piece in left:
            begin.append(piece)
            size += len(piece)
            if size > _WHOLE:
                return self._put_large(path, begin, left)
        content = b"".join(begin)
        digest = hashlib.sha256(content).hexdigest()
        if not self.stays(path, digest):
            self._write(path, (content,))
            self.note(path, digest)
        return digest

    def stays(self, path: str, digest: str) -> bool:
        """Return whether a file with this SHA-256 stands at `path`, and need not be put there.

        If the live site has it, it is taken from there. It is then part of the site, as if put.
        """
        now = state(f"{self._top}/{path}")
        if now and any(row == (digest, *now) for row in self.before.known(path)):
            self.rows[path] = (digest, *now)
            return True
        return self._is_taken(path, digest)

    def _is_taken(self, path: str, digest: str) -> bool:
        row = self.before.rows.get(path)
        if self.before.site is None or row is None or row[0] != digest:
            return False
        live = f"{self.before.site}/{path}"
        if state(live) != row[1:]:
            return False
        linked(live, self._cleared(path))
        self.note(path, digest)
        return True

    def link(self, path: str, source: Path, digest: str) -> None:
        """Let a file of the site be one with another on this disk, which has this SHA-256."""
        linked(source, self._cleared(path))
        self.note(path, digest)

    def _put_large(self, path: str, begin: list[bytes], left: Iterator[bytes]) -> str:
        """Put a file beside its place, and there if it is another than the one that stands there."""
        whole = hashlib.sha256()

        def hashed() -> Iterator[bytes]:
            for part in (begin, left):
                for piece in part:
                    whole.update(piece)
                    yield piece

        beside = f"{path}{_BESIDE}"
        self._write(beside, hashed())
        digest = whole.hexdigest()
        if self.stays(path, digest):
            (self.folder / beside).unlink()
        else:
            Path(f"{self._top}/{beside}").replace(self._cleared(path))
            self.note(path, digest)
        return digest

    def _write(self, path: str, pieces: Iterable[bytes]) -> None:
        descriptor = self._new(path)
        try:
            for piece in pieces:
                view = memoryview(piece)
                while view:
                    view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)

    def _new(self, path: str) -> int:
        """Open a file that as a rule is not there yet, in a folder that may not be there either."""
        place = f"{self._top}/{path}"
        try:
            return os.open(place, _NEW, 0o666)
        except OSError:  # something is there, or its folder is not
            pass
        try:
            os.mkdir(os.path.dirname(place))  # noqa: PTH102, PTH120 - ten thousand times
            return os.open(place, _NEW, 0o666)
        except OSError:
            return os.open(self._cleared(path), _NEW, 0o666)

    def _cleared(self, path: str) -> str:
        """Return where a file is going to be, with nothing there and a folder around it."""
        target = self.folder / path
        try:
            target.unlink(missing_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError:  # a folder stands where a file is wanted, or the other way about
            tree.make_way(self.folder, target)
            target.parent.mkdir(parents=True, exist_ok=True)
        return str(target)

    def note(self, path: str, digest: str) -> None:
        """Take a file that stands in the tree for a part of the site, with its SHA-256."""
        if now := state(f"{self._top}/{path}"):
            self.rows[path] = (digest, *now)

    @contextmanager
    def apart(self) -> Iterator[dict[str, Row]]:
        """Let what is put meanwhile be told by the yielded rows alone.

        For a process that does a part of the work: it returns them, and who began it adds them
        to `rows`.
        """
        before, self.rows = self.rows, {}
        try:
            yield self.rows
        finally:
            self.rows = before

    def sweep(self) -> None:
        """Delete what is no part of the site, and folders left empty."""
        tree.sweep(self.folder, self._present, self.rows)


def linked(source: Path | str, target: str) -> None:
    """Give a file a second name, or a copy where it can have none."""
    try:
        os.link(source, target)
    except OSError:  # a file system without links, or whose files have too many
        shutil.copyfile(source, target)


def standing(folder: Path) -> Staged:
    """Return a folder that is a site as it stands; every file of it is read."""
    made = Staged(folder)
    for path in tree.files(folder):
        with (folder / path).open("rb") as file:
            made.note(path, hashlib.file_digest(file, "sha256").hexdigest())
    return made
