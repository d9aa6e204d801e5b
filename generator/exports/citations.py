"""Citations as files: of each release, of each list, and of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.citing import formats
from generator.citing.formats import Kept
from generator.exports.held import Held
from generator.exports.lists import newest

LONGEST = 1000
"""Works in the list of one record; `data/citations.*` has all."""


def of_release(held: Held, kept: Kept, key: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of citations of one release: path in the site → bytes."""
    for form, content in formats.every((held.works[key],), kept).items():
        yield f"releases/{key}/{key}.{form}", content


def of_lists(held: Held, kept: Kept) -> Iterator[tuple[str, bytes]]:
    """Yield those of each list of releases, in its folder."""
    for folder, releases in held.lists.items():
        works = tuple(held.works[release.id] for release in releases[:LONGEST])
        for form, content in formats.every(works, kept).items():
            yield f"{folder}/citations.{form}", content


def of_all(held: Held, kept: Kept) -> dict[str, Iterator[str]]:
    """Return those of the whole archive, by name, as texts one after another."""
    works = tuple(held.works[one.id] for one in newest(held.archive.releases.values()))
    return {
        f"citations.{form.rpartition('.')[2]}": texts(works, kept)
        for form, texts in formats.FORMATS.items()
    }
