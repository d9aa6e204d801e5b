"""Put a finished site in place of the last one in a single step, and clear what dead builds left.

A site is made beside the live one, in the tree of the site before that, and the two change places
when it is whole. A build that fails or is killed at any moment leaves the live site as it was.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIVE = "site"
NEXT = ".next-site"
"""Beside it: the site before the live one, and what builds that failed have made of it."""
DEAD = ".site-"
"""What begins like this is of a build that is still at work, or has died."""
# Only where a file system cannot exchange two names: the live site between two renames.
_ASIDE = ".last-site"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield the tree beside the live site in which the next one is made; anything may be in it.

    Only to be called under the lock of `out`: it first clears what dead builds left, and puts the
    last site back if one died between two renames.
    """
    _recover(out)
    folder = out / NEXT
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    except OSError:  # the disk is full, as a rule: the next attempt will need this space
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _recover(out: Path) -> None:
    folder = out / NEXT
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    for place in (out / LIVE, folder):
        if (out / _ASIDE).exists() and not place.exists():
            (out / _ASIDE).rename(place)
    for leftover in (*out.glob(f"{DEAD}*"), out / _ASIDE):
        if leftover.exists():
            shutil.rmtree(leftover)


def put_live(folder: Path, out: Path) -> None:
    """Make `folder` the live site of `out`; the last one, if any, takes the name of `folder`.

    Readers of the live path see the last site or the new one, never none and never a mixture.
    """
    live = out / LIVE
    if not live.exists():
        folder.rename(live)
    elif not _exchange(folder, live):
        live.rename(out / _ASIDE)
        folder.rename(live)
        (out / _ASIDE).rename(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names at once; return False where system or file system cannot.

    Source: renameat2(2), RENAME_EXCHANGE.
    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, TypeError):  # other systems; on Windows the program is no library
        return False
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
