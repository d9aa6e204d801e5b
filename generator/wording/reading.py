"""What of each release may be read here, and whether a silence in it means anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Archive, Block, Release
from generator.rights import shown


@dataclass(frozen=True, slots=True)
class Reading:
    """A release as far as its rights let it be quoted."""

    release: Release
    blocks: tuple[Block, ...]
    """What may be shown, in order."""
    whole: bool
    """Whether the text is whole: only then is what is not in it `not seen`."""
    why_not: str
    """Why it is not whole; empty if it is."""

    @property
    def id(self) -> str:
        """The release's id."""
        return self.release.id

    @property
    def date(self) -> str:
        """The first day the release can be of: published, else its dateline; empty if unknown."""
        head = self.release.head
        line = head.dateline.date if head.dateline else None
        value = head.published.value if head.published else line
        return (value or "").partition("/")[0]

    def text(self, block: str) -> str:
        """Return the text of a block that may be shown; empty if there is none."""
        return next((one.text for one in self.blocks if one.id == block), "")


def readings(archive: Archive) -> Mapping[str, Reading]:
    """Return what may be read of each release, in the order of dates; undated ones come last."""
    made = (reading_of(archive, one) for one in archive.releases.values())
    return {one.id: one for one in sorted(made, key=lambda one: (one.date or "~", one.id))}


def reading_of(archive: Archive, release: Release) -> Reading:
    """Return what may be read of one release."""
    given = shown(release, archive.outlets)
    capture = archive.captures.get(release.head.capture)
    why = "" if given.whole else "only a part of its text may be shown"
    if capture and capture.incomplete:
        why = f"its capture is not whole: {capture.incomplete}"
    return Reading(release, given.blocks, whole=not why, why_not=why)
