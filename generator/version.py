"""Which state of the content a site and each record was made from, and the time it stands for."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.model import Archive, DateClaim

LENGTH = 12
"""Hexadecimal digits of a version."""
UNKNOWN = "unknown"
"""What stands for the version of what was made from no file."""


def data_version(content: Path) -> str:
    """Return the short hash of every file under `content`, by path and bytes.

    Git does not count, so that a download without history has the same version.
    """
    return of_digests(
        {
            path: hashlib.sha256((content / path).read_bytes()).hexdigest()
            for path in _files(content)
        }
    )


def of_digests(digests: Mapping[str, str]) -> str:
    """Return the same from the SHA-256 of each file, by its path.

    Hidden files and editors' backups (`name~`) do not count.
    """
    whole = hashlib.sha256()
    for path in sorted(digests):
        if not path.endswith("~") and not f"/{path}".count("/."):
            whole.update(f"{digests[path]}  {path}\n".encode())
    return whole.hexdigest()[:LENGTH]


def of_record(digest: str | None) -> str:
    """Return the version of a record from the SHA-256 of its file: anyone can take it anew.

    >>> of_record("0123456789abcdef" * 4), of_record(None)
    ('0123456789ab', 'unknown')
    """
    return digest[:LENGTH] if digest else UNKNOWN


def _files(content: Path) -> Iterator[str]:
    for top, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(top, name) for name in names):
            if stat.S_ISREG(path.lstat().st_mode):
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
