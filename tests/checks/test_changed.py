"""What records say of changes after publication."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from generator.changes import Change, Withdrawal, short_hash
from generator.checks.changed import contradictory, field_text, reused, withdrawn
from generator.record import checked
from tests.checks.small import entity, release, subject, told


def change(**fields: Any) -> dict[str, Any]:
    """Return an entry that fits the small release, with some fields otherwise."""
    return {"date": "2024-12-01", "what": "p2", "from": "They spoke.", "why": "a slip", **fields}


def test_a_change_that_fits_is_well() -> None:
    """A former wording of a paragraph, of the title, and a paragraph that is gone."""
    fields = {
        "changes": [
            change(),
            change(what="title", **{"from": "Talk"}),
            change(date="2024-12-02", what="p9", gone="true"),
        ]
    }

    assert list(contradictory(subject(release(**fields)))) == []


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ([change(date="2024")], "changes.0.date: `2024` is no single day"),
        (
            [change(date="2024-12-02"), change()],
            "changes.1.date: the change of 2024-12-01 stands after one of 2024-12-02",
        ),
        ([change(what="p9")], "changes.0.what: `p9` is no block of this release"),
        ([change(**{"from": "They talked."})], "changes.0.from: `from` is what stands in p2 now"),
        (
            [{"date": "2024-12-01", "what": "p9", "gone": "true", "why": "w"}],
            "changes.0: `p9` is gone, and nothing says what stood there",
        ),
    ],
)
def test_a_change_that_its_release_speaks_against_is_found(
    entries: list[dict[str, Any]], found: str
) -> None:
    """A day, an order, a block or a wording that cannot be."""
    assert told(contradictory(subject(release(changes=entries)))) == [f"talks {found}"]


def test_a_wording_that_came_back_is_no_fault() -> None:
    """What stands there now may have stood there before a change in between."""
    fields = {
        "changes": [
            change(**{"from": "They talked."}),
            change(date="2024-12-02", **{"from": "They spoke."}),
        ]
    }

    assert list(contradictory(subject(release(**fields)))) == []


@pytest.mark.parametrize("what", ["", "p0", "q1", "body", "p1 ", "changes"])
def test_only_blocks_and_fields_change(what: str) -> None:
    """An entry is about something that a reader can look at."""
    with pytest.raises(ValidationError, match="nothing that changes"):
        checked(Change, change(what=what))


def test_former_ids_are_nobody_elses() -> None:
    """Neither of a record, nor of a tombstone, nor of two records at once."""
    whole = subject(
        release(formerly=["old-talks", "anna"]),
        entity("people", "anna", formerly=["old-talks"]),
        entity("people", "bert", formerly=["bert", "taken-back"]),
    )
    stone = Withdrawal(id="taken-back", date="2024-12-01", why="w")
    archive = replace(
        whole.archive,
        withdrawn={stone.id: stone},
        paths={**whole.archive.paths, stone.id: stone.id},
    )

    assert told(reused(replace(whole, archive=archive))) == [
        "talks formerly.1: the former id `anna` is the id of `anna`, or was",
        "anna formerly.0: the former id `old-talks` is the id of `talks`, or was",
        "bert formerly.0: the former id `bert` is the id of `bert`, or was",
        "bert formerly.1: the former id `taken-back` is the id of `taken-back`, or was",
    ]


def test_a_tombstone_names_what_is_there() -> None:
    """Its outlet and its successor have records, and it has a day."""
    whole = subject(release())
    stone = Withdrawal(id="gone", date="2024", why="w", outlet="nobody", replaced_by="nothing")
    archive = replace(
        whole.archive, withdrawn={"gone": stone}, paths={**whole.archive.paths, "gone": "gone"}
    )

    assert told(withdrawn(replace(whole, archive=archive))) == [
        "gone date: `2024` is no single day",
        "gone outlet: `nobody` is not the id of an outlet in this archive",
        "gone replaced_by: `nothing` is not the id of a release in this archive",
    ]


def test_fields_are_told_as_texts() -> None:
    """Their value, without its ground; of a list, its members."""
    head = release(
        title={"value": "Talks", "status": "supplied"},
        dateline={"text": "A, B --"},
        events=["a", "b"],
    ).head

    found = [field_text(head, name) for name in ("title", "dateline", "events", "author", "kind")]
    assert found == ["Talks", "A, B --", "a, b", None, "press-release"]


def test_a_short_hash_is_the_same_everywhere() -> None:
    """It is made of the text alone, also of one that no encoding holds."""
    assert short_hash("They talked.") == short_hash("They talked.")
    assert short_hash("\ud800") != short_hash("")
