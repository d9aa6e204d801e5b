"""Which state of the content a site was made from: its short hash, and the time it stands for."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.model import Archive, DateClaim

LENGTH = 12
"""Hexadecimal digits of a data version."""


def data_version(content: Path) -> str:
    """Return the short hash of every file under `content`, by path and bytes.

    Hidden files and editors' backups (`name~`) do not count; neither does Git, so that a download
    without history has the same version.
    """
    whole = hashlib.sha256()
    for path in sorted(_files(content)):
        digest = hashlib.sha256((content / path).read_bytes()).hexdigest()
        whole.update(f"{digest}  {path}\n".encode())
    return whole.hexdigest()[:LENGTH]


def _files(content: Path) -> Iterator[str]:
    for top, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(top, name)
            hidden = name.startswith(".") or name.endswith("~")
            if not hidden and stat.S_ISREG(path.lstat().st_mode):
                yield path.relative_to(content).as_posix()


def epoch(archive: Archive) -> int:
    """Return the time that stands for the build, in seconds since 1970.

    It is the first second (UTC) of the newest day on which anything here was published or
    captured: a clock, or Git, would give the same content other bytes.
    """
    claims = (
        *(release.head.published for release in archive.releases.values()),
        *(capture.captured for capture in archive.captures.values()),
    )
    days = [day for claim in claims if claim and (day := _day(claim))]
    newest = max(days, default=date(1970, 1, 1))
    return int(datetime.combine(newest, time(), UTC).timestamp())


def _day(claim: DateClaim) -> date | None:
    last = claim.value.rpartition("/")[2]
    try:
        return date.fromisoformat(last)
    except ValueError:
        return None
