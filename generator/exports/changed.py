"""When a release last changed: by its own record, never by a clock or the day of a build."""

from __future__ import annotations

from generator.model import Archive, Release

_DAY = len("2024-11-02")


def day(archive: Archive, release: Release) -> str:
    """Return the newest day on which a release was published, captured or changed; empty if none.

    Only whole days count: a month or a bound is no day on which something happened.
    """
    capture = archive.captures.get(release.head.capture)
    claims = (release.head.published, capture.captured if capture else None)
    days = [claim.value for claim in claims if claim] + [one.date for one in release.head.changes]
    return max(map(_last, days), default="")


def _last(value: str) -> str:
    last = value.rpartition("/")[2]
    return last if len(last) == _DAY else ""
