"""Data files of the site: the archive for machines, and all that can be followed or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
PACKAGE = f"{FOLDER}/datapackage.json"
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
    return dict(sorted((path, b"".join(pieces)) for path, pieces in all_files(held, kept)))


def all_files(held: Held, kept: Kept) -> Iterator[Pieces]:
    """Yield every data file, each path once; what is large is made piece by piece.

    The pieces of each are to be read to their end before the next is asked for: the package that
    comes last tells their sizes and hashes.
    """
    described = package.Described()
    for make in WHOLE.values():
        for path, pieces in make(held, kept):
            yield path, described.read(path.removeprefix(f"{FOLDER}/"), pieces)
    for key in held.archive.releases:
        yield from ((path, (content,)) for path, content in release_files(held, kept, key))
    yield packaged(held, described.files)


def release_files(held: Held, kept: Kept, key: str) -> Iterator[File]:
    """Yield what lies in the folder of a release, its page apart: its texts and its citations.

    It follows from `held.made_of` of the release, and from the address.
    """
    yield from texts.twins(held, kept, key)
    yield from citations.of_release(held, kept, key)


def packaged(held: Held, fixities: Mapping[str, package.Fixity]) -> Pieces:
    """Return the package that describes data files, given by their names."""
    return PACKAGE, (package.describe(held.archive, fixities, held.version),)


def _database(held: Held, _kept: Kept) -> Iterator[Pieces]:
    made = database.database(held.archive, held.mentions, held.relations, held.version)
    yield f"{FOLDER}/archive.sqlite", made


def _releases(held: Held, _kept: Kept) -> Iterator[Pieces]:
    made = releases.lines(held.archive, held.mentions, held.relations)
    yield f"{FOLDER}/releases.jsonl", encoded(made)


def _tables(held: Held, _kept: Kept) -> Iterator[Pieces]:
    archive = held.archive
    made = {
        "releases.csv": tables.releases(archive),
        "entities.jsonl": entities.lines(archive),
        "mentions.csv": tables.mentions(archive, held.mentions),
        "relations.csv": tables.relations(archive, held.relations),
        "corrections.csv": tables.corrections(archive),
        **wordings.files(held.wording),
    }
    yield from ((f"{FOLDER}/{name}", encoded(each)) for name, each in made.items())


def _citations(held: Held, kept: Kept) -> Iterator[Pieces]:
    for name, made in citations.of_all(held, kept).items():
        yield f"{FOLDER}/{name}", encoded(made)
    yield from _whole(citations.of_lists(held, kept))


def _doors(held: Held, kept: Kept) -> Iterator[Pieces]:
    archive = held.archive
    yield from _whole(feeds.feeds(held, kept).items())
    yield from _whole(corrections.correction_feed(archive, kept).items())
    yield from _whole(doors.doors(kept.address).items())
    yield from _whole(moved.files(archive, kept.address).items())


def _whole(files: Iterable[File]) -> Iterator[Pieces]:
    return ((path, (content,)) for path, content in files)


WHOLE: Mapping[str, Callable[[Held, Kept], Iterable[Pieces]]] = {
    "database": _database,
    "concordance": lambda held, _: _whole(concordance.files(held.wording)),
    "finding": lambda held, _: _whole(finding.files(held.archive, held.mentions).items()),
    "releases": _releases,
    "tables": _tables,
    "citations": _citations,
    "doors": _doors,
}
"""What makes files that are no one release's, the longest to make first; each may be called alone."""
