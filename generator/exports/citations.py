"""Citations as files: of each release, of each list, and of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.citing import formats
from generator.citing.formats import Kept
from generator.citing.work import Work, work
from generator.exports.lists import newest
from generator.model import Archive, Release

LONGEST = 1000
"""Works in the list of one record; `data/citations.*` has all."""


def citations(
    archive: Archive, lists: Mapping[str, Sequence[Release]], kept: Kept
) -> dict[str, bytes]:
    """Return every file of citations: path in the site → bytes."""
    works = {key: work(archive, release) for key, release in archive.releases.items()}
    files = _whole(tuple(works[one.id] for one in newest(archive.releases.values())), kept)
    for key, one in works.items():
        files |= _named(f"releases/{key}/{key}", (one,), kept)
    for folder, releases in lists.items():
        some = tuple(works[release.id] for release in releases[:LONGEST])
        files |= _named(f"{folder}/citations", some, kept)
    return files


def _whole(works: tuple[Work, ...], kept: Kept) -> dict[str, bytes]:
    made = formats.every(works, kept)
    return {f"data/citations.{form.rpartition('.')[2]}": made[form] for form in made}


def _named(stem: str, works: tuple[Work, ...], kept: Kept) -> dict[str, bytes]:
    return {f"{stem}.{form}": content for form, content in formats.every(works, kept).items()}
