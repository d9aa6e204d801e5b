"""The feed of corrections: what was changed after publication, the newest first.

Source: RFC 4287 (Atom).
"""

from __future__ import annotations

import uuid
from xml.sax.saxutils import escape, quoteattr

from generator.citing.formats import Kept
from generator.citing.work import ARCHIVE
from generator.corrections import Told, told
from generator.exports.texts import legal
from generator.model import Archive

PATH = "corrections/feed.xml"
LONGEST = 100
"""Entries of the feed."""
# Never to be changed: the identity of every entry is made from it.
_SPACE = uuid.UUID("0d7c3b5e-8f0a-5c63-9a0e-2f4b6d1c9e58")
_NEVER = "1970-01-01"


def correction_feed(archive: Archive, kept: Kept) -> dict[str, bytes]:
    """Return the feed, by its path in the site; while nothing was corrected its one entry says so."""
    every = told(archive)
    entries = every[:LONGEST]
    newest = entries[0].date if entries else _NEVER
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>urn:uuid:{uuid.uuid5(_SPACE, 'feed')}</id>",
        f"<title>{escape(ARCHIVE)}: corrections</title>",
        f"<updated>{newest}T00:00:00Z</updated>",
        f"<author><name>{escape(ARCHIVE)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(kept.address + PATH)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{kept.address}corrections/")}/>',
        *(
            row
            for number, one in enumerate(entries)
            for row in _entry(one, archive, kept, _same(every, number))
        ),
        *(() if entries else _none(kept)),
        "</feed>\n",
    ]
    return {PATH: "\n".join(rows).encode()}


def _none(kept: Kept) -> list[str]:
    """Return the entry of a feed that has none: some readers take no feed without one."""
    return [
        "<entry>",
        f"<id>urn:uuid:{uuid.uuid5(_SPACE, 'none')}</id>",
        "<title>No correction so far</title>",
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{kept.address}corrections/")}/>',
        f"<updated>{_NEVER}T00:00:00Z</updated>",
        "<summary>Each change of a published text, and each withdrawal, will be told here.</summary>",
        "</entry>",
    ]


def _same(every: tuple[Told, ...], number: int) -> int:
    """Return how many older entries speak of the same place on the same day."""
    one = every[number]
    key = (one.date, one.release, one.what)
    return sum((other.date, other.release, other.what) == key for other in every[number + 1 :])


def _entry(one: Told, archive: Archive, kept: Kept, number: int) -> list[str]:
    release = archive.releases.get(one.release)
    stone = archive.withdrawn.get(one.release)
    claim = release.head.title.value if release and release.head.title else None
    title = claim or (stone.title if stone else None) or one.release
    address = f"{kept.address}releases/{one.release}/"
    fragment = "" if one.what == "withdrawn" else "#changes"
    name = f"{one.release} {one.date} {one.what} {number}"
    return [
        "<entry>",
        f"<id>urn:uuid:{uuid.uuid5(_SPACE, name)}</id>",
        f"<title>{escape(legal(f'{title}: {one.what}'))}</title>",
        f'<link rel="alternate" type="text/html" href={quoteattr(address + fragment)}/>',
        f"<updated>{one.date}T00:00:00Z</updated>",
        f"<summary>{escape(legal(one.why))}</summary>",
        "</entry>",
    ]
