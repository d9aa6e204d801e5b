"""Data files of the site: the archive for machines, described by a Frictionless package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.exports import entities, package, releases, tables
from generator.model import Archive, Mention, Relation

FOLDER = "data"


def exports(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    version: str,
) -> dict[str, bytes]:
    """Return every data file: path in the site → bytes, the same for the same archive.

    Args:
        archive: Everything that content/ holds.
        mentions: By the id of their release.
        relations: Of all releases.
        version: The data version (`generator.version`).
    """
    files = {
        "releases.jsonl": releases.lines(archive, mentions, relations),
        "entities.jsonl": entities.lines(archive),
        "mentions.csv": tables.mentions(archive, mentions),
        "relations.csv": tables.relations(archive, relations),
    }
    files["datapackage.json"] = package.describe(archive, files, version)
    return {f"{FOLDER}/{name}": files[name] for name in sorted(files)}
