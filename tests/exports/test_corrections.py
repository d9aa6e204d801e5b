"""Corrections for those who follow and for those who count: a feed, a table, the database."""

from __future__ import annotations

import csv
import dataclasses
import io
import sqlite3
from dataclasses import replace

import pytest
from lxml import etree

from generator.changes import Change, Withdrawal
from generator.citing.formats import Kept
from generator.exports import database, releases, tables
from generator.exports.corrections import PATH, correction_feed
from generator.model import Archive, Release, Rights
from generator.record import checked
from tests.pages import made
from tests.pages.made import HOSTILE, TALKS

ATOM = "{http://www.w3.org/2005/Atom}"
KEPT = Kept("https://archive.example/")


def archive() -> Archive:
    """Return the made-up archive with two corrections of one day and a tombstone."""
    change = checked(Change, {"date": "2024-06-03", "what": "p1", "from": "Old.", "why": HOSTILE})
    old = made.ARCHIVE.releases[TALKS]
    head = replace(old.head, changes=(change, change))
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


def test_a_feed_without_corrections_says_so() -> None:
    """Those who follow it from the first day see that they do: one entry leads to the empty list."""
    feed = etree.fromstring(correction_feed(made.ARCHIVE, KEPT)[PATH])

    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "No correction so far"
    assert entry.xpath("string(*[local-name() = 'link']/@href)") == KEPT.address + "corrections/"
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")


def _rows(**rights: str) -> list[dict[str, str]]:
    made_of = archive()
    if rights:
        release = made_of.releases[TALKS]
        head = replace(release.head, rights=checked(Rights, rights))
        releases = {**made_of.releases, TALKS: Release(head, release.blocks)}
        made_of = dataclasses.replace(made_of, releases=releases)
    return list(csv.DictReader(io.StringIO("".join(tables.corrections(made_of)))))


def test_corrections_are_a_table_with_former_wordings() -> None:
    """The newest first; a withdrawal says who asked for it."""
    withdrawn, *changed = _rows()

    assert withdrawn == {
        "date": "2024-06-09",
        "release": "2024-05-09-gone",
        "what": "withdrawn",
        "from": "",
        "gone": "true",
        "why": "It named a child.",
        "by": "archive",
    }
    assert [(row["what"], row["from"], row["gone"]) for row in changed] == [
        ("p1", "Old.", "false"),
        ("p1", "Old.", "false"),
    ]


@pytest.mark.parametrize("display", ["excerpt", "metadata"])
def test_a_former_wording_is_held_back_with_its_text(display: str) -> None:
    """In the table, in the line of the release and in the database; that it changed is told."""
    assert [row["from"] for row in _rows(display=display)] == ["", "", ""]
    assert len(_rows(display=display)) == 3

    limited = archive()
    release = limited.releases[TALKS]
    rights = checked(Rights, {"display": display})
    head = replace(release.head, rights=rights, formerly=("2024-05-01-old",))
    line = releases.record(limited, Release(head, release.blocks), (), ())

    assert [one["from"] for one in line["changes"]] == [None, None]
    assert line["formerly"] == ["2024-05-01-old"]


def test_the_database_answers_what_was_corrected() -> None:
    """By day and release, as the table gives it."""
    with sqlite3.connect(":memory:") as asked:
        asked.deserialize(b"".join(database.database(archive(), {}, (), "0123456789ab")))
        found = asked.execute(
            'SELECT date, release, what, "from", gone, "by" FROM corrections ORDER BY date'
        ).fetchall()
    asked.close()

    assert found == [
        ("2024-06-03", TALKS, "p1", "Old.", 0, None),
        ("2024-06-03", TALKS, "p1", "Old.", 0, None),
        ("2024-06-09", "2024-05-09-gone", "withdrawn", None, 1, "archive"),
    ]
