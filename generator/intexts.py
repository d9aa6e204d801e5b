"""What is found in each text by itself is kept: it follows from the release's own files."""

from __future__ import annotations

from generator.exports.held import Held
from generator.keeping import Keeper, Names, Stage
from generator.wording.intext import InText, InTexts, Reader
from generator.wording.reading import reading_of


def in_texts(held: Held, keeper: Keeper) -> InTexts:
    """Return what is found in every text; made by those who are here, for they share the archive."""
    return keeper.here().each(Stage("in-texts", _found), held.made_of, held)


def _found(held: Held, ids: Names) -> dict[str, InText]:
    archive, reader = held.archive, Reader(held.archive)
    return {
        key: reader.read(reading_of(archive, archive.releases[key]), held.mentions.get(key, ()))
        for key in ids
    }
