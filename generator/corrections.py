"""What readers are told was changed: each correction and withdrawal, with its former wording."""

from __future__ import annotations

from dataclasses import dataclass

from generator import rights
from generator.changes import Change, short_hash
from generator.model import Archive, Release


@dataclass(frozen=True, slots=True)
class Told:
    """One correction of a release, or its withdrawal."""

    date: str
    release: str
    """The id, which of a withdrawn release leads to its tombstone."""
    what: str
    """A block's id, a field, or `withdrawn`."""
    why: str


def told(archive: Archive) -> tuple[Told, ...]:
    """Return every correction and withdrawal, the newest first."""
    made = [
        Told(change.date, key, change.what, change.why)
        for key, release in archive.releases.items()
        for change in release.head.changes
    ]
    made += [Told(one.date, key, "withdrawn", one.why) for key, one in archive.withdrawn.items()]
    return tuple(sorted(made, key=lambda one: (one.date, one.release, one.what), reverse=True))


def former(archive: Archive, release: Release, change: Change) -> str | None:
    """Return what stood there before, if it may be shown; None if not, or if nothing did."""
    whole = rights.of(release, archive.outlets).display == "full"
    return change.text if whole or not change.is_block else None


def place(what: str, text: str) -> str:
    """Return the fragment by which a block in one wording is cited.

    A page has it for every wording of a block that it shows, so that a link to a former one leads
    to that one and not to other words.

    >>> place("p7", "The talks were held.")
    'p7-2ab8aeb8'
    """
    return f"{what}-{short_hash(text)}"
