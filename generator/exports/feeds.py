"""Feeds to follow: the whole, each outlet, each series, each record that releases name.

Source: RFC 4287 (Atom); JSON Feed 1.1.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import date as day
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.citing.formats import Kept
from generator.citing.work import ARCHIVE, Work
from generator.exports import changed, texts
from generator.exports.held import Held
from generator.exports.lists import newest
from generator.model import Archive, Release

LONGEST = 50
"""Entries of a feed."""
# Never to be changed: the identity of every entry is made from it, so that a feed that moves to
# another host repeats nothing to those who follow it.
_SPACE = uuid.UUID("6f1f2a0e-5d0b-5f6e-9d3a-8f1f0c4c7b11")


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed as both formats write it."""

    folder: str
    """Of its page in the site, ending in `/`; empty for the whole."""
    title: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One release."""

    work: Work
    summary: str
    published: str
    updated: str


def feeds(held: Held, kept: Kept) -> dict[str, bytes]:
    """Return every feed: path in the site → bytes."""
    whole = newest(held.archive.releases.values())[:LONGEST]
    listed = {"": whole} | {f"{folder}/": some[:LONGEST] for folder, some in held.lists.items()}
    wanted = {one.id: one for some in listed.values() for one in some}
    entries = {key: _entry(held, release) for key, release in wanted.items()}
    files = {}
    for folder, some in listed.items():
        feed = _Feed(folder, _title(held.archive, folder), tuple(entries[one.id] for one in some))
        files[f"{folder}feed.xml"] = _atom(feed, kept)
        files[f"{folder}feed.json"] = _json(feed, kept)
    return files


def _title(archive: Archive, folder: str) -> str:
    key = folder.strip("/").rpartition("/")[2]
    if not key:
        return ARCHIVE
    if folder.startswith("outlets/"):
        return f"{ARCHIVE}: {archive.outlets[key].name}"
    return f"{ARCHIVE}: {archive.entities[key].heading}"


def _entry(held: Held, release: Release) -> _Entry:
    cited = held.works[release.id]
    return _Entry(
        work=cited,
        summary=texts.summary(held, release),
        published=_midnight(cited.date),
        updated=_midnight(changed.day(held.archive, release)),
    )


def _midnight(iso: str) -> str:
    """Return the first moment (UTC) of a day, month or year; empty if it is none of a calendar.

    >>> _midnight("2024-11"), _midnight("")
    ('2024-11-01T00:00:00Z', '')
    """
    full = iso + "-01" * ((10 - len(iso)) // 3) if iso else ""
    try:
        day.fromisoformat(full)
    except ValueError:
        return ""
    return f"{full}T00:00:00Z"


def _id(text: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, text)}"


def _updated(feed: _Feed) -> str:
    return max((entry.updated for entry in feed.entries), default="") or "1970-01-01T00:00:00Z"


def _atom(feed: _Feed, kept: Kept) -> bytes:
    base = kept.address
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_id('feed:' + feed.folder)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_updated(feed)}</updated>",
        f"<author><name>{_text(ARCHIVE)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(base + feed.folder + "feed.xml")}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(base + feed.folder)}/>',
        *(row for entry in feed.entries for row in _atom_entry(entry, kept)),
        "</feed>\n",
    ]
    return "\n".join(rows).encode()


def _atom_entry(entry: _Entry, kept: Kept) -> list[str]:
    cited = entry.work
    address, language = _attribute(kept.page(cited)), _attribute(cited.language)
    published = [f"<published>{entry.published}</published>"] if entry.published else []
    return [
        f"<entry xml:lang={language}>",
        f"<id>{_id('release:' + cited.id)}</id>",
        f"<title>{_text(cited.title)}</title>",
        f'<link rel="alternate" type="text/html" hreflang={language} href={address}/>',
        *published,
        f"<updated>{entry.updated or '1970-01-01T00:00:00Z'}</updated>",
        *(f"<author><name>{_text(author.whole)}</name></author>" for author in cited.authors),
        f"<summary>{_text(entry.summary)}</summary>",
        "</entry>",
    ]


def _text(text: str) -> str:
    return escape(texts.legal(text))


def _attribute(text: str) -> str:
    return quoteattr(texts.legal(text))


def _json(feed: _Feed, kept: Kept) -> bytes:
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": kept.address + feed.folder,
        "feed_url": f"{kept.address}{feed.folder}feed.json",
        "authors": [{"name": ARCHIVE}],
        "language": "en",
        "items": [_item(entry, kept) for entry in feed.entries],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: _Entry, kept: Kept) -> dict[str, Any]:
    dates = {"date_published": entry.published, "date_modified": entry.updated}
    return {
        "id": _id("release:" + entry.work.id),
        "url": kept.page(entry.work),
        "title": entry.work.title,
        "content_text": entry.summary,
        "language": entry.work.language,
        "authors": [{"name": author.whole} for author in entry.work.authors],
        **{name: moment for name, moment in dates.items() if moment},
    }
