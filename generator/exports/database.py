"""`archive.sqlite`: the archive as tables to ask questions of, with an index of its words.

The same archive gives the same bytes, from the same SQLite: rows go in by id, in one transaction,
and the fields of the header that tell of the writing are emptied.

Source: SQLite database file format, section 1.3; FTS5.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.errors import Problem, Refused
from generator.exports import given
from generator.exports.lists import date
from generator.exports.pieces import SIZE
from generator.exports.tables import corrected
from generator.model import Archive, Mention, Relation
from generator.rights import shown

SCHEMA = """\
CREATE TABLE archive (field TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE outlets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT);
CREATE TABLE entities (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, heading TEXT NOT NULL,
  note TEXT);
CREATE TABLE names (
  entity TEXT NOT NULL REFERENCES entities(id), form TEXT NOT NULL,
  language TEXT, script TEXT,
  error INTEGER NOT NULL); -- 1: a misspelling of a source
CREATE TABLE releases (
  id TEXT PRIMARY KEY, title TEXT, title_status TEXT,
  outlet TEXT NOT NULL REFERENCES outlets(id), aggregator TEXT,
  kind TEXT NOT NULL, level INTEGER, language TEXT NOT NULL,
  date TEXT, -- published, else of the dateline
  date_status TEXT, date_precision TEXT,
  captured TEXT, url TEXT,
  display TEXT NOT NULL); -- full, excerpt or metadata
CREATE TABLE events (
  release TEXT NOT NULL REFERENCES releases(id), event TEXT NOT NULL);
CREATE TABLE blocks (
  number INTEGER PRIMARY KEY,
  release TEXT NOT NULL REFERENCES releases(id),
  block TEXT NOT NULL, -- p1, p2 …, h1 …
  kind TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE mentions (
  release TEXT NOT NULL REFERENCES releases(id), block TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  entity TEXT, -- empty while it is not settled
  layer TEXT NOT NULL, rule TEXT NOT NULL);
CREATE TABLE relations (
  source TEXT NOT NULL REFERENCES releases(id), type TEXT NOT NULL,
  target TEXT NOT NULL, score REAL, via TEXT);
CREATE TABLE corrections (
  date TEXT NOT NULL, release TEXT NOT NULL, -- withdrawn ones have no row elsewhere
  what TEXT NOT NULL, -- a block, a field, or 'withdrawn'
  "from" TEXT, -- empty if held back
  gone INTEGER NOT NULL, why TEXT NOT NULL, "by" TEXT);
CREATE INDEX blocks_release ON blocks(release);
CREATE INDEX mentions_entity ON mentions(entity);
CREATE INDEX mentions_release ON mentions(release);
CREATE INDEX names_form ON names(form);
CREATE VIRTUAL TABLE words USING fts5(
  text, content='blocks', content_rowid='number',
  tokenize='unicode61 remove_diacritics 2');
"""
"""As the data page shows it."""

EXAMPLES = (
    (
        "Paragraphs with a phrase, the best match first",
        """\
SELECT b.release, b.block,
  snippet(words, 0, '[', ']', ' … ', 12) AS found
FROM words JOIN blocks b ON b.number = words.rowid
WHERE words MATCH '"strategic dialogue"'
ORDER BY rank, b.number LIMIT 10;""",
    ),
    (
        "Who is named in most releases",
        """\
SELECT e.heading, count(*) AS times,
  count(DISTINCT m.release) AS releases
FROM mentions m JOIN entities e ON e.id = m.entity
WHERE e.kind = 'person' AND m.layer = 'named'
GROUP BY e.id
ORDER BY releases DESC, times DESC, e.id LIMIT 10;""",
    ),
    (
        "Who told of one event, and when",
        """\
SELECT v.event, r.date, o.name AS outlet, r.title
FROM events v
JOIN releases r ON r.id = v.release
JOIN outlets o ON o.id = r.outlet
ORDER BY v.event, r.date, r.id;""",
    ),
)
"""What it asks, and the SQL; `data/` shows them and a test runs them."""

_ENDING = (
    "INSERT INTO words(words) VALUES ('rebuild')",
    "INSERT INTO words(words) VALUES ('optimize')",
    "COMMIT",
    "VACUUM",
)
_OF_THE_WRITING = (slice(24, 28), slice(92, 100))
"""Fields of the header that count changes and name the library's version."""
Rows = Iterator[tuple[Any, ...]]


def database(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    version: str,
) -> Iterator[bytes]:
    """Yield the archive as an SQLite database, within its rights, in pieces.

    It is made in a file that is gone afterwards: whole in memory it would need three times its size.

    Raises:
        Refused: This Python's SQLite has no full-text index.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as made:
            _create(made)
            _fill(made, _tables(archive, mentions, relations, version))
        with path.open("rb") as file:
            first = bytearray(file.read(SIZE))
            for field in _OF_THE_WRITING:
                first[field] = bytes(field.stop - field.start)
            yield bytes(first)
            yield from iter(lambda: file.read(SIZE), b"")


def _create(made: sqlite3.Connection) -> None:
    # Nobody reads this file before it is finished, and nobody needs it if it never is.
    made.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    try:
        made.executescript(f"BEGIN;\n{SCHEMA}")
    except sqlite3.OperationalError as error:
        raise Refused(_without_index(error)) from error


def _tables(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    version: str,
) -> dict[str, Rows]:
    return {
        "archive": iter((("name", "Communiqué"), ("version", version))),
        "outlets": _outlets(archive),
        "entities": _entities(archive),
        "names": _names(archive),
        "releases": _releases(archive),
        "events": _events(archive),
        "blocks": _blocks(archive),
        "mentions": _mentions(archive, mentions),
        "relations": _relations(archive, relations),
        "corrections": corrected(archive),
    }


def _fill(made: sqlite3.Connection, rows: Mapping[str, Rows]) -> None:
    for table, some in rows.items():
        columns = len(made.execute(f"PRAGMA table_info({table})").fetchall())
        marks = ", ".join("?" * columns)
        made.executemany(f"INSERT INTO {table} VALUES ({marks})", some)  # noqa: S608 - our names
    for ending in _ENDING:
        made.execute(ending)


def _without_index(error: sqlite3.OperationalError) -> Problem:
    return Problem(
        "archive.sqlite",
        1,
        f"SQLite says: `{error}`",
        "use a Python whose SQLite has FTS5, as that of python.org or Debian",
    )


def _outlets(archive: Archive) -> Rows:
    for key, one in sorted(archive.outlets.items()):
        yield key, one.name, one.kind, one.country


def _entities(archive: Archive) -> Rows:
    for key, one in sorted(archive.entities.items()):
        yield key, type(one).__name__.lower(), one.heading, one.note


def _names(archive: Archive) -> Rows:
    for key, one in sorted(archive.entities.items()):
        yield key, one.heading, None, None, 0
        yield from ((key, each.form, each.language, each.script, 0) for each in one.variants)
        yield from ((key, each.form, None, None, 1) for each in one.errors)


def _releases(archive: Archive) -> Rows:
    for key, one in sorted(archive.releases.items()):
        head, capture = one.head, archive.captures.get(one.head.capture)
        kind, published = archive.kinds.get(head.kind), head.published
        yield (
            key,
            head.title.value if head.title else None,
            head.title.status if head.title else None,
            head.outlet,
            capture.aggregator if capture else None,
            head.kind,
            kind.level if kind else None,
            head.language,
            date(one) or None,
            published.status if published else None,
            published.precision if published else None,
            capture.captured.value if capture and capture.captured else None,
            capture.url if capture else None,
            shown(one, archive.outlets).rights.display,
        )


def _events(archive: Archive) -> Rows:
    for key, one in sorted(archive.releases.items()):
        yield from ((key, event) for event in one.head.events)


def _blocks(archive: Archive) -> Rows:
    number = 0
    for key, one in sorted(archive.releases.items()):
        for block in shown(one, archive.outlets).blocks:
            number += 1
            yield number, key, block.id, "heading" if block.is_heading else "paragraph", block.text


def _mentions(archive: Archive, found: Mapping[str, Sequence[Mention]]) -> Rows:
    cells = itemgetter("block", "start", "end", "text", "entity", "layer", "rule")
    for key, one in sorted(archive.releases.items()):
        for row in given.mentions(archive, one, found.get(key, ())):
            yield key, *cells(row)


def _relations(archive: Archive, found: Sequence[Relation]) -> Rows:
    for one in found:
        if one.source in archive.releases:
            yield one.source, one.type, one.target, one.score, one.via
