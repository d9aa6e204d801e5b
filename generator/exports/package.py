"""`datapackage.json`: what each data file holds, its size and hash.

Source: Frictionless Data Package and Table Schema, version 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.citing.formats import MEDIA
from generator.exports import fields, jsontext
from generator.exports.fields import Field
from generator.model import Archive

RIGHTS = (
    "The texts belong to their outlets and are given for research and quotation; `rights` of each "
    "release says how much of it is given and why. Where it says `excerpt` or `metadata`, the rest "
    "is held back here as on the pages."
)


@dataclass(frozen=True, slots=True)
class Fixity:
    """By what the bytes of a file are known."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A data file as the package describes it."""

    name: str
    title: str
    schema: Sequence[Field] = ()
    """Empty for a file that is no table."""
    key: str | Sequence[str] | None = None


RESOURCES = {
    "releases.jsonl": Resource("releases", "Releases, with their texts", fields.RELEASES, "id"),
    "releases.csv": Resource("releases-table", "Releases as a table", fields.TABLE, "id"),
    "entities.jsonl": Resource("entities", "Authority records", fields.ENTITIES, "id"),
    "mentions.csv": Resource("mentions", "Words that name entities", fields.MENTIONS),
    "relations.csv": Resource("relations", "Links between releases", fields.RELATIONS),
    "corrections.csv": Resource("corrections", "Corrections and withdrawals", fields.CORRECTIONS),
    "formulae.csv": Resource("formulae", "Uses of curated formulae", fields.FORMULAE),
    "alignments.jsonl": Resource(
        "alignments", "Paragraphs of compared releases, aligned", fields.ALIGNMENTS
    ),
    "slots.csv": Resource("slots", "What releases of a series say, by slot", fields.SLOTS),
    "styles.csv": Resource("styles", "How persons are named and styled", fields.STYLES),
    "commitments.csv": Resource(
        "commitments", "Who says what how strongly, in releases of series", fields.COMMITMENTS
    ),
    "archive.sqlite": Resource(
        "database", "All of this as an SQLite database, with an index of words"
    ),
    "citations.bib": Resource("citations-bibtex", "Citations of all releases, for BibTeX"),
    "citations.ris": Resource("citations-ris", "Citations of all releases, for reference managers"),
    "citations.json": Resource("citations-csl", "Citations of all releases, as CSL-JSON"),
}
"""File → what it is."""
_MEDIA = {
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "sqlite": "application/vnd.sqlite3",
    "bib": MEDIA["bib"],
    "ris": MEDIA["ris"],
    "json": MEDIA["csl.json"],
}


class Described:
    """The sizes and hashes of files, taken while their pieces pass by."""

    def __init__(self) -> None:
        self.files: dict[str, Fixity] = {}

    def read(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Pass on the pieces of the file `name`; it is described once they are at their end."""
        size, digest = 0, hashlib.sha256()
        for piece in pieces:
            size += len(piece)
            digest.update(piece)
            yield piece
        self.files[name] = Fixity(size, digest.hexdigest())


def describe(archive: Archive, files: Mapping[str, Fixity], version: str) -> bytes:
    """Return the package of the data files `files`, given by their names."""
    return jsontext.document(
        {
            "profile": "data-package",
            "name": "communique",
            "title": "Communiqué: an archive of diplomatic releases",
            "description": _extent(archive),
            "version": version,
            "rights": RIGHTS,
            "resources": [_resource(name, files[name]) for name in RESOURCES if name in files],
        }
    )


def _extent(archive: Archive) -> str:
    dates = [one.head.published.value for one in archive.releases.values() if one.head.published]
    span = f", published from {min(dates)} to {max(dates)}" if dates else ""
    return (
        f"{len(archive.releases)} releases{span}. Offsets are code points of the final text of a "
        "block; lines of captures are counted from 1."
    )


def _resource(file: str, fixity: Fixity) -> dict[str, Any]:
    told = RESOURCES[file]
    form = file.rpartition(".")[2]
    made = {
        "name": told.name,
        "title": told.title,
        "path": file,
        # Frictionless reads JSON Lines as a table only with an extra that few have: without it a
        # sound package would fail. Its fields are described all the same.
        **({"type": "file"} if form == "jsonl" else {}),
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "bytes": fixity.size,
        "hash": f"sha256:{fixity.sha256}",
    }
    return made | ({"schema": _schema(told)} if told.schema else {})


def _schema(told: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(*row) for row in told.schema]}
    if told.key:
        schema["primaryKey"] = told.key
    return schema


def _field(name: str, kind: str, description: str) -> dict[str, str]:
    return {"name": name, "type": kind, "description": description}
