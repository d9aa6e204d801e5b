"""The tables that the search page asks for: names in all their forms, words, parts of them."""

from __future__ import annotations

import dataclasses
import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import finding
from generator.exports.finding.parts import by_alphabet, order
from generator.lookup import key, sign
from generator.model import Archive, Mention, Rights
from generator.resolve import mentions
from tests.pages import made

EMPTY = Archive(releases={}, captures={}, outlets={}, entities={}, kinds={})


def tables(archive: Archive, named: Any = None) -> dict[str, Any]:
    """Return every table of an archive, read."""
    files = finding.files(archive, mentions(archive) if named is None else named)
    return {
        path.removesuffix(".pack"): json.loads(zlib.decompress(content))
        for path, content in files.items()
    }


def meant(found: dict[str, Any], text: str) -> list[str]:
    """Return the headings that a name leads to."""
    entries = found["search/names-0"].get(key(text), [])
    return [found["search/records-0"][entry[0]]["heading"] for entry in entries]


@pytest.mark.parametrize(
    "name", ["Ann Example", "ann-example", "앤 이그잼플", "A. Example", "Example"]
)
def test_every_form_of_a_name_leads_to_its_record(name: str) -> None:
    """The heading, variants, generated forms and the family name."""
    assert meant(tables(made.ARCHIVE), name) == ["Ann Example"]


def test_a_misspelling_of_a_source_leads_to_the_record_and_says_so() -> None:
    """It is told apart from forms that are right."""
    found = tables(made.ARCHIVE)

    assert [entry[1] for entry in found["search/names-0"][key("Anne Exmple")]] == ["error"]


def test_a_demonym_is_no_name() -> None:
    """Who looks for the adjective does not look for the place."""
    assert meant(tables(made.ARCHIVE), "Harbourer") == []


def test_a_record_that_no_release_names_is_left_out() -> None:
    """A query must not be led to nothing."""
    found = tables(made.ARCHIVE, {})
    headings = {each["heading"] for each in found.get("search/records-0", [])}
    about = {event for one in made.ARCHIVE.releases.values() for event in one.head.events}

    assert headings == {made.ARCHIVE.entities[each].heading for each in about}


def test_an_ambiguous_mention_leads_to_all_that_it_may_mean() -> None:
    """The search does not settle what the resolver left open."""
    release = next(iter(made.ARCHIVE.releases))
    open_one = Mention(release, "p1", 0, 3, "Ann", (), "named", "ambiguous", ("ann-example",))
    found = tables(made.ARCHIVE, {release: (open_one,)})

    assert sign("ann-example") in {each["sign"] for each in found["search/records-0"]}


def test_an_archive_without_releases_has_tables_too() -> None:
    """They are empty, and nothing is missing."""
    found = tables(EMPTY)

    assert found["search/names-0"] == {}
    assert found["search/words-0"] == []
    assert found["search/names"]["keys"] == [""]


def test_words_that_may_not_be_shown_are_in_no_table() -> None:
    """The vocabulary tells nothing of a text that is withheld."""
    one = next(each for each in made.ARCHIVE.releases.values() if each.blocks)
    hidden = replace(one.head, rights=Rights(display="metadata"))
    withheld = dataclasses.replace(one, head=hidden)
    archive = dataclasses.replace(made.ARCHIVE, releases={one.id: withheld})
    shown = dataclasses.replace(made.ARCHIVE, releases={one.id: one})

    inside, outside = tables(shown)["search/words-0"], tables(archive)["search/words-0"]

    assert set(outside) < set(inside)
    assert "charter" in inside
    assert "charter" not in outside


@given(st.dictionaries(st.text(max_size=4), st.integers(), max_size=30), st.integers(1, 7))
def test_parts_hold_everything_once_and_in_order(table: dict[str, int], most: int) -> None:
    """A browser finds the part of a key by the parts' first keys."""
    parts = by_alphabet(table, most)
    keys = [one for part in parts for one in part.entries]

    assert {one: part.entries[one] for part in parts for one in part.entries} == table
    assert keys == sorted(table, key=order)
    assert all(len(part.entries) <= most for part in parts)
