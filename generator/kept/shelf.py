"""Values that were made once, on the disk: each with its checksum and the name of what made it.

A value that cannot be had, for whatever reason, is None: the caller makes it anew. Values are
pickled; nothing is unpickled unless its checksum holds. A folder of kept things is to be trusted
like the program itself, beside which it lies: whoever can write there can also change the program.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any

_SIZE = 16


class Nowhere:
    """Where nothing is kept."""

    def get(self, _: str) -> Any:
        """Return None."""

    def put(self, _: str, __: bytes) -> None:
        """Do nothing."""


class Shelf(Nowhere):
    """A folder of kept values, one file each."""

    def __init__(self, folder: Path, made_by: str) -> None:
        """Open a shelf.

        Args:
            folder: Where the files lie; it need not be there.
            made_by: Whatever else the values depend on, such as the program; what was kept under
                another name is not found.
        """
        self.folder = folder
        self._made_by = made_by.encode()

    def get(self, name: str) -> Any:
        """Return a value; None if it is not there, damaged, or made by something else."""
        try:
            data = memoryview((self.folder / name).read_bytes())
        except OSError:
            return None
        if data[:_SIZE] != self._seal(data[_SIZE:]):
            return None
        return pickle.loads(data[_SIZE:])  # noqa: S301 - ours, and whole: the seal holds

    def put(self, name: str, pickled: bytes) -> None:
        """Keep a value, given as `pickled` returns it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f"{name}.{os.getpid()}.new"
        fresh.write_bytes(self._seal(pickled) + pickled)
        fresh.replace(self.folder / name)

    def _seal(self, pickled: bytes | memoryview) -> bytes:
        seal = hashlib.blake2b(self._made_by, digest_size=_SIZE)
        seal.update(pickled)
        return seal.digest()


def pickled(value: Any) -> bytes:
    """Return a value as it is kept."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
