"""Data files of the site: the archive for machines, and all that can be followed or taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    package,
    releases,
    tables,
    texts,
)
from generator.exports import wording as wordings
from generator.exports.lists import lists
from generator.model import Archive, Mention, Relation
from generator.wording import Wording

FOLDER = "data"


def exports(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    version: str,
    address: str = "",
) -> dict[str, bytes]:
    """Return every data file: path in the site → bytes, the same for the same archive.

    Args:
        archive: Everything that content/ holds.
        mentions: By the id of their release.
        relations: Of all releases.
        version: The data version (`generator.version`).
        address: Where the site is published, ending in `/`.
    """
    wording = Wording(archive, mentions, relations)
    kept, listed = Kept(address, version), lists(archive, mentions)
    cited = citations.citations(archive, listed, kept)
    files = {
        "releases.jsonl": releases.lines(archive, mentions, relations),
        "releases.csv": tables.releases(archive),
        "entities.jsonl": entities.lines(archive),
        "mentions.csv": tables.mentions(archive, mentions),
        "relations.csv": tables.relations(archive, relations),
        **wordings.files(wording),
        "archive.sqlite": database.database(archive, mentions, relations, version),
        **{path.partition("/")[2]: cited.pop(path) for path in [*cited] if path.startswith(FOLDER)},
    }
    files["datapackage.json"] = package.describe(archive, files, version)
    given = {f"{FOLDER}/{name}": content for name, content in files.items()}
    given |= (
        cited
        | feeds.feeds(archive, listed, kept)
        | corrections.correction_feed(archive, kept)
        | texts.twins(archive, kept)
        | doors.doors(address)
        | finding.files(archive, mentions)
        | concordance.files(wording)
    )
    return dict(sorted(given.items()))
