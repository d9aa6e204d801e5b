"""Tables for spreadsheets and statistics, as CSV (RFC 4180, LF, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from generator.corrections import former
from generator.exports import given
from generator.model import Archive, Mention, Relation, Release
from generator.rights import shown

MENTIONS = ("release", "block", "start", "end", "text", "entity", "layer", "rule", "candidates")
RELEASES = (
    "id", "page", "title", "title_status", "outlet", "kind", "level", "language", "published",
    "published_status", "published_precision", "captured", "events", "paragraphs", "characters",
    "display",
)  # fmt: skip
CORRECTIONS = ("date", "release", "what", "from", "gone", "why", "by")
RELATIONS = ("source", "type", "target", "score", "via", "evidence")


def mentions(archive: Archive, found: Mapping[str, Sequence[Mention]]) -> Iterator[str]:
    """Yield a row for each entity that each mention names; ` | ` parts several candidates."""
    told = itemgetter(*MENTIONS[1:-1])
    return table(
        MENTIONS,
        (
            (key, *told(row), _cell(row["candidates"]))
            for key, release in sorted(archive.releases.items())
            for row in given.mentions(archive, release, found.get(key, ()))
        ),
    )


def releases(archive: Archive) -> Iterator[str]:
    """Yield a row for each release: what is said of it, and how long it is."""
    return table(RELEASES, (_release(archive, one) for _, one in sorted(archive.releases.items())))


def _release(archive: Archive, release: Release) -> tuple[str, ...]:
    head, capture = release.head, archive.captures.get(release.head.capture)
    kind, title, published = archive.kinds.get(head.kind), head.title, head.published
    cells = (
        head.id,
        f"releases/{head.id}/",
        title.value if title else None,
        title.status if title else None,
        head.outlet,
        head.kind,
        kind.level if kind else None,
        head.language,
        published.value if published else None,
        published.status if published else None,
        published.precision if published else None,
        capture.captured.value if capture and capture.captured else None,
        head.events,
        sum(not block.is_heading for block in release.blocks),
        sum(len(block.text) for block in release.blocks),
        shown(release, archive.outlets).rights.display,
    )
    return tuple(map(_cell, cells))


def relations(archive: Archive, found: Sequence[Relation]) -> Iterator[str]:
    """Yield a row for each relation between releases of the archive."""
    return table(
        RELATIONS,
        (
            tuple(_cell(getattr(relation, name)) for name in RELATIONS)
            for relation in found
            if relation.source in archive.releases
        ),
    )


def corrections(archive: Archive) -> Iterator[str]:
    """Yield a row for each correction and each withdrawal, the newest first."""
    return table(CORRECTIONS, (tuple(map(_cell, row)) for row in corrected(archive)))


def corrected(archive: Archive) -> Iterator[tuple[str | bool | None, ...]]:
    """Yield what `CORRECTIONS` names of each correction and withdrawal, the newest first."""
    rows: list[tuple[str | bool | None, ...]] = [
        (one.date, key, one.what, former(archive, release, one), one.gone, one.why, None)
        for key, release in archive.releases.items()
        for one in release.head.changes
    ]
    rows += [
        (one.date, key, "withdrawn", None, True, one.why, one.by)
        for key, one in archive.withdrawn.items()
    ]
    # Entries of one day on one place stay in the order in which they were written.
    yield from sorted(rows, key=lambda row: row[:3], reverse=True)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return " | ".join(str(part) for part in value)
        case _:
            return str(value)


def table(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> Iterator[str]:
    """Yield a table as CSV: a header, then a line for each row; None is an empty cell."""
    writer = csv.writer(_Handed(), lineterminator="\n")
    yield writer.writerow(header)
    yield from map(writer.writerow, rows)


class _Handed:
    """Hands back what the writer of tables writes."""

    def write(self, text: str) -> str:
        return text
