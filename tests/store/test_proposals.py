"""Proposals as YAML to paste."""

from __future__ import annotations

from dataclasses import replace

import yaml

from generator.model import Archive, RelationRuling
from generator.resolve import mentions, prepare
from generator.store.proposals import Read, proposals
from tests.resolve.cases import archive, release

ALL = frozenset({"names", "misspellings", "events", "relations"})


def _read(made: Archive) -> Read:
    return Read(made, prepare(made), mentions(made))


def _proposed(*blocks: str, only: frozenset[str] = ALL) -> list[str]:
    read = _read(archive(release(*blocks, day="2024-02-01")))
    return list(proposals(read, frozenset({"some-release"}), only, 1))


def test_an_unknown_name_is_a_record_to_fill_in() -> None:
    """The file it would be, the rule, the sentence, and a sound record."""
    (text,) = _proposed("They met Ambassador Ivan Petrov.")

    assert text.splitlines() == [
        "---",
        "# content/authorities/people/ivan-petrov.yml",
        "# rule after-post; times: 1; releases: 1",
        "# They met Ambassador Ivan Petrov.",
        "id: ivan-petrov",
        "heading: Ivan Petrov",
        "sources:",
        "  - {release: some-release, block: p1}",
        "order: given-first",
    ]


def test_what_a_name_looks_like_chooses_its_record() -> None:
    """A body, a place, and a guess that says that it is one."""
    guess, body, place = _proposed("NATO met in Paris.", "The Arch of Triumph stood.")

    assert "# content/authorities/organisations/nato.yml" in body
    assert "# content/authorities/places/paris.yml" in place
    assert "people/arch-of-triumph.yml (a guess" in guess


def test_a_misspelling_goes_under_the_errors_of_its_record() -> None:
    """Unless it is another bearer, or a word is glued to the name."""
    wrong, glued = _proposed("Kim Yong Un met Vladimir Putinn.", only=frozenset({"misspellings"}))

    loaded = yaml.safe_load(wrong)
    assert loaded == {"errors": [{"form": "Kim Yong Un", "release": "some-release"}]}
    assert "under `errors`, if it is a misspelling" in wrong
    assert "a word seems to be glued" in glued


def test_an_event_without_a_date_cannot_be_pasted_unseen() -> None:
    """The record says where the date is to be written; `check` refuses it until then."""
    dated, undated = _proposed(
        "He paid an official visit to Russia in March 2023.",
        "The DPRK-US talks failed.",
        only=frozenset({"events"}),
    )

    assert yaml.safe_load(dated)["date"] == "2023-03"
    assert yaml.safe_load(dated)["place"] == "russia"
    assert "date: write-the-date" in undated
    assert "the sentence tells no date" in undated


def test_a_scored_relation_is_a_ruling_to_paste() -> None:
    """With the score, until a person has ruled on it."""
    text = "The long and winding text of this release is the very same in both of its copies here."
    one, other = release(text, day="2024-02-01"), release(text, day="2024-02-01")
    head = replace(other.head, id="other-release")
    made = archive(one, type(other)(head, other.blocks))
    ruling = RelationRuling(type="same-text", target="other-release")
    ruled = replace(one.head, relations=(ruling,))
    settled = archive(type(one)(ruled, one.blocks), type(other)(head, other.blocks))
    wanted = frozenset({"some-release"})

    (text,) = proposals(_read(made), wanted, frozenset({"relations"}), 1)

    assert yaml.safe_load(text) == {"relations": [{"type": "same-text", "target": "other-release"}]}
    assert "# score 1.00" in text
    assert list(proposals(_read(settled), wanted, frozenset({"relations"}), 1)) == []


def test_a_name_of_another_script_asks_for_an_id() -> None:
    """No id can be made of it, and none is invented."""
    (text,) = _proposed("Там был Иван Петров.")

    assert yaml.safe_load(text)["id"] == "write-an-id"
