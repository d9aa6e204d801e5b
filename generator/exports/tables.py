"""Tables for spreadsheets and statistics: mentions and relations as CSV (RFC 4180, LF, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from generator.exports import given
from generator.model import Archive, Mention, Relation

MENTIONS = ("release", "block", "start", "end", "text", "entity", "layer", "rule", "candidates")
RELATIONS = ("source", "type", "target", "score", "via", "evidence")


def mentions(archive: Archive, found: Mapping[str, Sequence[Mention]]) -> bytes:
    """Return a row for each entity that each mention names; ` | ` parts several candidates."""
    return _table(
        MENTIONS,
        (
            (key, *(_cell(row[name]) for name in MENTIONS[1:]))
            for key, release in sorted(archive.releases.items())
            for row in given.mentions(archive, release, found.get(key, ()))
        ),
    )


def relations(archive: Archive, found: Sequence[Relation]) -> bytes:
    """Return a row for each relation between releases of the archive."""
    return _table(
        RELATIONS,
        (
            tuple(_cell(getattr(relation, name)) for name in RELATIONS)
            for relation in found
            if relation.source in archive.releases
        ),
    )


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case list() | tuple():
            return " | ".join(str(part) for part in value)
        case _:
            return str(value)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
