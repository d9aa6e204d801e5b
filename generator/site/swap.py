"""Put a finished site in place of the last one in a single step, and clear what dead builds left.

A site is made beside the live one, in `.site-<process>`, and swapped in when it is whole. A build
that fails or is killed at any moment leaves the live site as it was.
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
_STAGING = ".site-"
# Only where a file system cannot exchange two names: the live site between two renames.
_ASIDE = ".last-site"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield a new empty folder beside the live site; whatever is in it at the end is removed.

    Only to be called under the lock of `out`: it first clears what dead builds left, and puts the
    last site back if one died between two renames.
    """
    _recover(out)
    folder = out / f"{_STAGING}{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _recover(out: Path) -> None:
    if (out / _ASIDE).exists() and not (out / LIVE).exists():
        (out / _ASIDE).rename(out / LIVE)
    for leftover in (*out.glob(f"{_STAGING}*"), out / _ASIDE):
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
