"""All relations of the first releases, as the gold has them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Archive
from generator.relate import relations
from tests import gold
from tests.relate import build, seeds

needs_gold = pytest.mark.skipif(not gold.GOLD.exists(), reason="../shared/gold is not here")
TYPES = {
    "same-event": "same-event",
    "refers-to-same-event": "refers-to-same",
    "refers-to-same-document": "refers-to-same",
    "announces": "announces",
    "series-previous": "previous-in-series",
}
"""The gold's types of relations in our words; `shares-formula` is a matter of wording, not of this."""
BOTH_WAYS = frozenset({"same-text", "same-release", "same-event", "refers-to-same"})
Tie = tuple[str, str, str, str | None]


def wanted() -> set[Tie]:
    """Return the gold's relations: type, source, target, via."""
    found: set[Tie] = set()
    for name, reading in gold.readings().items():
        for one in reading["relations"]:
            if one["type"] in TYPES:
                via = gold.ours(_via(one))
                found.add((TYPES[one["type"]], gold.IDS[name], gold.IDS[one["to"]], via))
    return found


def _via(one: dict[str, Any]) -> str:
    return str(one.get("event") or one.get("document") or one.get("series"))


def turned(found: set[Tie]) -> set[Tie]:
    """Return relations with those that hold from the other side too."""
    back = {(kind, two, one, via) for kind, one, two, via in found if kind in BOTH_WAYS}
    series = {
        ("next-in-series", two, one, via)
        for kind, one, two, via in found
        if kind == "previous-in-series"
    }
    return found | back | series


@needs_gold
def test_the_golds_relations_are_all_found_and_no_other() -> None:
    """Of the first five releases exactly the gold's relations are found, and their other sides."""
    found = relations(seeds.archive(), seeds.mentions())

    assert {(one.type, one.source, one.target, one.via) for one in found} == turned(wanted())


@needs_gold
def test_every_relation_says_where_its_words_stand() -> None:
    """Each relation by an event or instrument points at a block of either release."""
    for one in relations(seeds.archive(), seeds.mentions()):
        assert [place.partition("#")[0] for place in one.evidence] == [one.source, one.target]


@needs_gold
def test_the_order_of_releases_does_not_matter() -> None:
    """An archive read in another order has the same relations."""
    archive = seeds.archive()
    turned_round = dict(reversed(list(archive.releases.items())))
    other = Archive(turned_round, {}, {}, archive.entities, {}, vocabulary=archive.vocabulary)

    assert relations(other, seeds.mentions()) == relations(archive, seeds.mentions())


def test_an_empty_archive_has_no_relations() -> None:
    """Nothing relates to nothing."""
    assert relations(build.archive(), {}) == ()


def test_two_accounts_of_an_event_are_not_tied_by_a_treaty_too() -> None:
    """What two accounts of one event cite in common is no further relation."""
    one = build.release("one", "The talks of May 9 honoured the treaty.")
    two = build.release("two", "At the talks they spoke of the treaty and of much else besides.")
    archive = build.archive(one, two, build.event("talks", "2024-05-09"), build.treaty("treaty"))
    mentions = build.by_release(
        *(build.names(each, word, word) for each in (one, two) for word in ("talks", "treaty"))
    )

    found = relations(archive, mentions)

    assert [(each.type, each.source, each.via) for each in found] == [
        ("same-event", "one", "talks"),
        ("same-event", "two", "talks"),
    ]
