"""The feed of corrections."""

from __future__ import annotations

import dataclasses

from lxml import etree

from generator.changes import Change, Withdrawal
from generator.citing.formats import Kept
from generator.exports.corrections import PATH, correction_feed
from generator.model import Archive, Release
from tests.pages import made
from tests.pages.made import HOSTILE, TALKS

ATOM = "{http://www.w3.org/2005/Atom}"
KEPT = Kept("https://archive.example/", "0123456789ab")


def archive() -> Archive:
    """Return the made-up archive with two corrections of one day and a tombstone."""
    change = Change.model_validate(
        {"date": "2024-06-03", "what": "p1", "from": "Old.", "why": HOSTILE}
    )
    old = made.ARCHIVE.releases[TALKS]
    head = old.head.model_copy(update={"changes": (change, change)})
    stone = Withdrawal(id="2024-05-09-gone", date="2024-06-09", why="It named a child.")
    return dataclasses.replace(
        made.ARCHIVE,
        releases={**made.ARCHIVE.releases, TALKS: Release(head, old.blocks)},
        withdrawn={stone.id: stone},
    )


def test_each_correction_is_an_entry_the_newest_first() -> None:
    """With an identity of its own and the address of the page that tells it."""
    feed = etree.fromstring(correction_feed(archive(), KEPT)[PATH])

    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2024-06-09T00:00:00Z",
        "2024-06-03T00:00:00Z",
        "2024-06-03T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2024-06-09T00:00:00Z"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 3
    assert [entry.xpath("string(*[local-name() = 'link']/@href)") for entry in entries[:2]] == [
        "https://archive.example/releases/2024-05-09-gone/",
        f"https://archive.example/releases/{TALKS}/#changes",
    ]
    assert entries[1].findtext(f"{ATOM}summary") == HOSTILE


def test_a_feed_without_corrections_is_a_feed() -> None:
    """Those who follow it from the first day find it."""
    feed = etree.fromstring(correction_feed(made.ARCHIVE, KEPT)[PATH])

    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
