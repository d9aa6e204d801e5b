"""Data files of the site: the archive for machines, and all that can be followed or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.citing.formats import Kept
from generator.exports import (
    citations,
    concordance,
    corrections,
    database,
    doors,
    entities,
    feeds,
    finding,
    moved,
    package,
    releases,
    tables,
    texts,
)
from generator.exports import wording as wordings
from generator.exports.held import Held
from generator.exports.pieces import encoded
from generator.model import Archive, Mention, Relation

FOLDER = "data"
File = tuple[str, bytes]
"""A path in the site, and what stands there."""
Pieces = tuple[str, Iterable[bytes]]
"""The same in pieces, one after another."""


def exports(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    address: str = "",
    digests: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, bytes]:
    """Return every data file: path in the site → bytes, the same for the same archive.

    Args:
        archive: Everything that content/ holds.
        mentions: By the id of their release.
        relations: Of all releases.
        address: Where the site is published, ending in `/`.
        digests: SHA-256 of each file of the content, by its path: the versions come from them.
    """
    held, kept = Held(archive, mentions, relations, digests), Kept(address)
    whole = ((path, b"".join(pieces)) for path, pieces in whole_files(held, kept))
    return dict(sorted((*release_files(held, kept, archive.releases), *whole)))


def release_files(held: Held, kept: Kept, ids: Iterable[str]) -> Iterator[File]:
    """Yield what lies in the folders of these releases: their texts and their citations."""
    for key in ids:
        yield from texts.twins(held, kept, key)
        yield from citations.of_release(held, kept, key)


def whole_files(held: Held, kept: Kept) -> Iterator[Pieces]:
    """Yield all other data files, each path once; what is large is made piece by piece.

    The pieces of each are to be read to their end before the next is asked for: the package that
    comes after them tells their sizes and hashes.
    """
    described = package.Described()
    for name, pieces in _data(held, kept):
        yield f"{FOLDER}/{name}", described.read(name, pieces)
    yield (
        f"{FOLDER}/datapackage.json",
        (package.describe(held.archive, described.files, held.version),),
    )
    for path, content in _others(held, kept):
        yield path, (content,)


def _data(held: Held, kept: Kept) -> Iterator[Pieces]:
    archive, mentions, relations = held.archive, held.mentions, held.relations
    texts_of = {
        "releases.jsonl": releases.lines(archive, mentions, relations),
        "releases.csv": tables.releases(archive),
        "entities.jsonl": entities.lines(archive),
        "mentions.csv": tables.mentions(archive, mentions),
        "relations.csv": tables.relations(archive, relations),
        "corrections.csv": tables.corrections(archive),
        **wordings.files(held.wording),
        **citations.of_all(held, kept),
    }
    for name, made in texts_of.items():
        yield name, encoded(made)
    yield "archive.sqlite", database.database(archive, mentions, relations, held.version)


def _others(held: Held, kept: Kept) -> Iterator[File]:
    archive = held.archive
    yield from citations.of_lists(held, kept)
    yield from feeds.feeds(held, kept).items()
    yield from corrections.correction_feed(archive, kept).items()
    yield from doors.doors(kept.address).items()
    yield from moved.files(archive, kept.address).items()
    yield from finding.files(archive, held.mentions).items()
    yield from concordance.files(held.wording)
