"""What pages say of themselves to programs: what reference managers and search engines need."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.pages.described import of_entity, of_outlet, of_release
from generator.pages.holdings import Holdings
from tests.pages.made import ARCHIVE, MENTIONS, RELATIONS

HELD = Holdings(ARCHIVE, MENTIONS, RELATIONS)
IDS = sorted(ARCHIVE.releases)


def told(key: str) -> dict[str, Any]:
    """Return what the page of a release says."""
    return dict(of_release(HELD, ARCHIVE.releases[key]))


def object_of(fields: object) -> dict[str, Any]:
    """Return the JSON-LD object of these fields."""
    made: dict[str, Any] = json.loads(f"{{{fields}}}")
    return made


@pytest.mark.parametrize("key", IDS)
def test_an_institution_stays_whole(key: str) -> None:
    """Zotero parts a name at its comma: an institution ends in one, a person has a first part."""
    for author in told(key)["cited"]["authors"]:
        family, comma, given = author.partition(",")

        assert family
        assert comma
        assert given == "" or given.startswith(" ")


@pytest.mark.parametrize("key", IDS)
def test_a_release_is_an_article_for_search_engines(key: str) -> None:
    """Its headline is the title; a date is a day, month or year."""
    made = object_of(told(key)["jsonld"])

    assert made["@type"] == "NewsArticle"
    assert made["headline"] == " ".join(HELD.title(ARCHIVE.releases[key]).split())
    assert made["publisher"]["name"]
    assert "/" not in made.get("datePublished", "")


@pytest.mark.parametrize("key", IDS)
def test_every_style_has_its_citation(key: str) -> None:
    """In runs, with places for the address and the day of reading; the version stands in them."""
    made = told(key)["cite"]

    assert [one["style"] for one in made] == ["Chicago", "APA", "MLA"]
    for one in made:
        kinds = [piece.get("kind") for piece in one["pieces"]]
        assert "address" in kinds
        assert "version " in "".join(piece.get("text", "") for piece in one["pieces"])
        assert {"seen", "seen-short"} & {*kinds}


@pytest.mark.parametrize("key", sorted(ARCHIVE.entities))
def test_a_record_is_a_thing_that_schema_org_knows(key: str) -> None:
    """With its name; nothing in it can end a script."""
    fields = of_entity(HELD, ARCHIVE.entities[key])["jsonld"]

    assert object_of(fields)["name"] == ARCHIVE.entities[key].heading
    assert not {"<", ">", "&"} & {*str(fields)}


def test_only_what_lists_a_release_can_be_followed() -> None:
    """An outlet that published nothing here has no feed."""
    listed = {key: of_outlet(HELD, outlet)["listed"] for key, outlet in ARCHIVE.outlets.items()}

    assert {key for key, number in listed.items() if number} == {*HELD.of_outlet}
