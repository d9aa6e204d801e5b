"""What can be followed and taken away: true, bounded, valid, and within the rights of each text."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import feedparser
import pytest
import yaml
from frictionless import system, validate
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from marko import convert

from generator.citing.formats import Kept
from generator.exports import (
    PACKAGE,
    WHOLE,
    changed,
    citations,
    exports,
    feeds,
    release_files,
    texts,
)
from generator.exports.database import EXAMPLES, SCHEMA
from generator.exports.doors import HEADERS, POLICY
from generator.exports.held import Held
from generator.exports.lists import lists
from generator.model import Archive, Block, Release, ReleaseHead
from generator.record import as_written, checked
from tests.exports.archive import MENTIONS, RELATIONS, archive

ADDRESS = "https://a.example/archive/"
ID = "2024-11-02-talks"
FOUND = {ID: MENTIONS}


def files(held: Archive | None = None, **rights: Any) -> dict[str, bytes]:
    """Return all data files of the small archive, or of another one."""
    return exports(held or archive(**rights), FOUND, RELATIONS, ADDRESS)


def many(number: int) -> Archive:
    """Return an archive with so many releases of one outlet, a day each."""
    one = archive()
    release = one.releases[ID]
    releases = {
        key: Release(replace(release.head, id=key, published=None, dateline=None), ())
        for key in (f"release-{count:04d}" for count in range(number))
    }
    return replace(one, releases=releases)


def worded(**fields: Any) -> Archive:
    """Return the archive with other words: `text` of its paragraph, or fields of its head."""
    one = archive()
    release = one.releases[ID]
    text = fields.pop("text", "Held.")
    head = checked(ReleaseHead, as_written(release.head) | fields)
    return replace(one, releases={ID: Release(head, (Block("p1", text),))})


def test_a_release_stands_in_the_lists_of_what_it_names_and_is_about() -> None:
    """Its outlet, its events and their series, and whoever is named: not what is only meant."""
    assert {*lists(archive(), FOUND)} == {"events/talks-2024", "outlets/herald", "series/talks"}


@pytest.mark.parametrize("folder", ["", "series/talks/", "events/talks-2024/", "outlets/herald/"])
def test_every_list_can_be_followed_in_both_formats(folder: str) -> None:
    """Atom that feedparser finds sound, and a JSON Feed with the same releases."""
    made = files()
    atom = feedparser.parse(made[f"{folder}feed.xml"])
    told = json.loads(made[f"{folder}feed.json"])

    assert not atom.bozo
    assert [entry.link for entry in atom.entries] == [f"{ADDRESS}releases/{ID}/"]
    assert [item["url"] for item in told["items"]] == [f"{ADDRESS}releases/{ID}/"]
    assert told["feed_url"] == f"{ADDRESS}{folder}feed.json"
    assert atom.entries[0].id == told["items"][0]["id"]


def test_an_entry_keeps_its_identity_when_the_site_moves() -> None:
    """Nobody who follows it is told the same release twice."""
    there = exports(archive(), FOUND, RELATIONS, "https://b.example/")

    assert (
        feedparser.parse(there["feed.xml"]).entries[0].id
        == feedparser.parse(files()["feed.xml"]).entries[0].id
    )


def test_feeds_and_lists_are_bounded() -> None:
    """A feed has the newest 50, the citations of one record the newest 1,000; the whole has all."""
    held = Held(many(1003), {}, ())
    kept = Kept(ADDRESS)

    made = feeds.feeds(held, kept)
    assert len(feedparser.parse(made["feed.xml"]).entries) == 50
    of_outlet = dict(citations.of_lists(held, kept))["outlets/herald/citations.csl.json"]
    assert len(json.loads(of_outlet)) == citations.LONGEST
    assert len(json.loads("".join(citations.of_all(held, kept)["citations.json"]))) == 1003


def test_the_files_of_some_releases_and_those_of_the_whole_are_all_files() -> None:
    """Made one after another, in any order and by halves, they are the same."""
    held, kept = Held(many(7), {}, ()), Kept(ADDRESS)
    ids = [*held.archive.releases]

    some = (file for key in (*ids[4:], *ids[:4]) for file in release_files(held, kept, key))
    whole = (file for make in reversed([*WHOLE.values()]) for file in make(held, kept))
    made = {path: b"".join(pieces) for path, pieces in whole} | dict(some)
    every = exports(held.archive, {}, (), ADDRESS)
    assert {PACKAGE: every[PACKAGE], **made} == every


def test_an_archive_without_a_release_has_feeds_and_files() -> None:
    """All of them parse and hold nothing."""
    made = files(replace(archive(), releases={}, captures={}))

    assert feedparser.parse(made["feed.xml"]).entries == []
    assert json.loads(made["feed.json"])["items"] == []
    assert json.loads(made["data/citations.json"]) == []
    assert not [path for path in made if path.startswith("releases/")]


def test_the_newest_day_of_the_record_is_that_of_its_change() -> None:
    """Captured after it was published; corrected after both."""
    change = {"date": "2026-05-01", "what": "p1", "from": "Hold.", "why": "A slip."}

    assert changed.day(archive(), archive().releases[ID]) == "2026-03-22"
    held = worded(changes=[change])
    assert changed.day(held, held.releases[ID]) == "2026-05-01"


WITHHELD = ("The sides met Example", "End", "A handshake")


@pytest.mark.parametrize("display", ["metadata", "excerpt", "full"])
def test_no_file_lets_out_more_than_the_rights_do(display: str) -> None:
    """Not one of them holds a caption of an excerpt or a word of a text that may not be shown."""
    held = archive(display=display, statement="As agreed.")
    long = Block("p2", "word " * 100 + "secret")
    release = held.releases[ID]
    held = replace(held, releases={ID: Release(release.head, (*release.blocks, long))})
    made = files(held)

    leaked = [path for path, content in made.items() if b"secret" in content]
    begun = {path for path, content in made.items() if b"sides met" in content}
    assert bool(leaked) == (display == "full")
    assert bool(begun) == (display != "metadata")
    if display != "full":
        assert b"As agreed." in made[f"releases/{ID}/{ID}.txt"]


def test_the_plain_twin_is_the_text_and_where_it_is_kept() -> None:
    """Title, who and when, dateline, paragraphs, address."""
    assert files()[f"releases/{ID}/{ID}.txt"].decode() == (
        "[Talks]\n\nA. Writer, Herald, 2024-11-02\n\nTown, November 2 --\n\nThe sides met Example é.\n\nEnd\n\n"
        f"Communiqué, {ID}\n{ADDRESS}releases/{ID}/\n"
    )


TEXTS = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), min_size=1
).map(lambda text: " ".join(f"a{text}".split()))


@given(
    st.sampled_from(
        ["# ", "1. ", "- ", "> ", "=== ", "    ", "<b>", "[a](b) ", "``` ", "* ", "&lt;"]
    ),
    TEXTS,
)
def test_the_markdown_twin_says_just_the_words(opening: str, text: str) -> None:
    """Whatever a text begins with or holds, Markdown makes one paragraph of its characters."""
    held = worded(text=(opening + text).strip())
    made = texts.markdown(Held(held, {}, ()), held.releases[ID], Kept(ADDRESS)).decode()
    _, head, body = made.split("---\n", 2)

    assert yaml.safe_load(head)["id"] == ID
    shown = etree.fromstring(
        f"<div>{convert(body.rpartition(chr(10) * 2)[2])}</div>", etree.HTMLParser()
    )
    assert "".join(map(str, shown.itertext())).strip() == (opening + text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "a <script>alert(1)</script> b",
        "]]> <![CDATA[ x",
        "a\x00b\ufffe\x1b",
        "\ud800 alone",
        "&amp; &nope;",
    ],
)
def test_no_text_breaks_a_feed(text: str) -> None:
    """It is well-formed, and what it says is the text."""
    made = feeds.feeds(Held(worded(text=text), {}, ()), Kept(ADDRESS))
    root = etree.fromstring(made["feed.xml"], etree.XMLParser(resolve_entities=False))

    summary = root.find(".//{*}entry/{*}summary")
    assert summary is not None
    assert summary.text == texts.legal(text)
    assert json.loads(made["feed.json"])["items"][0]["content_text"] == texts.legal(text)


def test_the_database_answers_its_examples(tmp_path: Path) -> None:
    """Each example on the data page runs and finds what is there."""
    (tmp_path / "archive.sqlite").write_bytes(
        files(worded(text="A strategic dialogue was held."))["data/archive.sqlite"]
    )
    with sqlite3.connect(tmp_path / "archive.sqlite") as held:
        phrases, persons, told = (held.execute(sql).fetchall() for _, sql in EXAMPLES)
        sound = held.execute("PRAGMA integrity_check").fetchone()
        tables = {
            name for (name,) in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }

    assert phrases == [(ID, "p1", "A [strategic dialogue] was held.")]
    assert persons == []
    assert told == [("talks-2024", "2024-11-02", "Herald", "[Talks]")]
    assert sound == ("ok",)
    assert all(f"TABLE {name} " in SCHEMA for name in tables if not name.startswith("words"))


def test_the_database_is_the_same_bytes_each_time() -> None:
    """And tells nothing of the library that wrote it."""
    one, other = (files()["data/archive.sqlite"] for _ in range(2))

    assert one == other
    assert one[96:100] == bytes(4)


def test_the_package_of_the_files_is_valid(tmp_path: Path) -> None:
    """Frictionless finds every file with its size, hash and fields."""
    for path, content in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    system.trusted = False

    report = validate(str(tmp_path / "data" / "datapackage.json"))

    assert report.valid, report.flatten(["title", "type", "note"])


def test_every_file_in_the_folder_of_data_is_described() -> None:
    """But the description itself."""
    made = files()
    told = {one["path"] for one in json.loads(made["data/datapackage.json"])["resources"]}

    held = {path.removeprefix("data/") for path in made if path.startswith("data/")}
    assert {path for path in held if "/" not in path} - told == {"datapackage.json"}


def test_programs_find_the_doors() -> None:
    """Crawlers may read all and are told of the sitemap; a browser can add the search."""
    made = files()
    robots = RobotFileParser()
    robots.parse(made["robots.txt"].decode().splitlines())
    search = etree.fromstring(made["opensearch.xml"])
    address = search.find("{*}Url[@type='text/html']")

    assert robots.can_fetch("*", f"{ADDRESS}releases/{ID}/")
    assert robots.site_maps() == [f"{ADDRESS}sitemap.xml"]
    assert address is not None
    assert address.get("template") == f"{ADDRESS}search/?q={{searchTerms}}"


def test_host_and_page_state_the_same_policy() -> None:
    """What `_headers` says is what each page says of itself, and that nobody may frame it."""
    page = Path("overrides/base.html").read_text("utf-8")

    assert f'content="{POLICY}"' in page
    assert page.index("Content-Security-Policy") < page.index("<meta charset")
    assert "unsafe-inline" not in POLICY
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert (
        files()["_headers"]
        .decode()
        .startswith("/*\n  Content-Security-Policy: default-src 'self'; ")
    )
