"""When a release last changed: by its own record, never by a clock or the day of a build."""

from __future__ import annotations

from generator.model import Archive, DateClaim, Release

_DAY = len("2024-11-02")


def day(archive: Archive, release: Release) -> str:
    """Return the newest of the days on which a release was published or captured; empty if none.

    Only whole days count: a month or a bound is no day on which something happened.
    """
    capture = archive.captures.get(release.head.capture)
    claims = (release.head.published, capture.captured if capture else None)
    return max((_last(claim) for claim in claims if claim), default="")


def _last(claim: DateClaim) -> str:
    last = claim.value.rpartition("/")[2]
    return last if len(last) == _DAY else ""
