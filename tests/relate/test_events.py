"""Relations by events and instruments, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Archive, Mention
from generator.relate import accounts, relations
from generator.relate.cites import NEAREST
from generator.relate.events import ACCOUNTS, wholes
from tests.relate import build

Tie = tuple[str, str, str, str | None]


def ties(archive: Archive, *mentions: Mention) -> list[Tie]:
    """Return the relations found: type, source, target, via."""
    found = relations(archive, build.by_release(*mentions))
    return [(one.type, one.source, one.target, one.via) for one in found]


@pytest.mark.parametrize(
    ("event_day", "events", "role"),
    [
        ("2024-05-09", (), "reports"),
        ("2024-05-10", (), "reports"),
        ("2024-04-26", (), "reports"),
        ("2024-04-25", (), "refers"),
        ("2024-04-25", ("talks",), "reports"),
        ("2024-05", (), "reports"),
        ("2023", (), "refers"),
        ("2024-05-11", (), "announces"),
        ("2024-05-11", ("talks",), "announces"),
        ("2022-02-24/..", (), "lasting"),
        ("2022-02-24/..", ("talks",), "reports"),
        ("2024-05-01/2024-05-09", (), "reports"),
    ],
)
def test_what_a_release_makes_of_an_event_follows_from_their_days(
    event_day: str, events: tuple[str, ...], role: str
) -> None:
    """News of two weeks is reported, older is referred to, what is to come is announced."""
    one = build.release("one", "The talks.", events=events)
    archive = build.archive(one, build.event("talks", event_day))

    told = accounts(archive, build.by_release(build.names(one, "talks", "talks")))

    assert told.of_release["one"]["talks"].role == role


def test_an_undated_release_reports_what_its_head_says_only() -> None:
    """Without a day of its own a release refers to what it names."""
    one = build.release("one", "The talks.", day=None)
    archive = build.archive(one, build.event("talks", "2024-05-09"))

    told = accounts(archive, build.by_release(build.names(one, "talks", "talks")))

    assert told.of_release["one"]["talks"].role == "refers"


def test_accounts_of_a_part_and_of_the_whole_are_of_one_event() -> None:
    """Who reports the talks of a visit reports the visit."""
    one, two = build.release("one", "The talks."), build.release("two", "The visit.")
    talks = build.event("talks", "2024-05-09", part_of="visit")
    archive = build.archive(one, two, talks, build.event("visit", "2024-05-08/2024-05-09"))

    found = ties(archive, build.names(one, "talks", "talks"), build.names(two, "visit", "visit"))

    assert found == [("same-event", "one", "two", "visit"), ("same-event", "two", "one", "visit")]


def test_the_series_is_walked_over_events_without_an_account() -> None:
    """Next is the next event of the series that a release here reports."""
    one = build.release("one", "The talks.", day="2022-05-10")
    two = build.release("two", "The talks.", day="2024-05-10")
    years = (2022, 2023, 2024)
    events = [build.event(f"talks-{year}", f"{year}-05-09", series="talks") for year in years]
    archive = build.archive(one, two, *events, build.series("talks"))

    found = ties(
        archive, build.names(one, "talks", "talks-2022"), build.names(two, "talks", "talks-2024")
    )

    assert found == [
        ("next-in-series", "one", "two", "talks"),
        ("previous-in-series", "two", "one", "talks"),
    ]


def test_a_release_refers_to_the_earlier_one_that_reports() -> None:
    """Who names an old event is tied to who reported it, and not the other way round."""
    old = build.release("old", "The talks.", day="2023-05-10")
    new = build.release("new", "The talks.", day="2024-05-10")
    archive = build.archive(old, new, build.event("talks", "2023-05-09"))

    found = ties(archive, build.names(old, "talks", "talks"), build.names(new, "talks", "talks"))

    assert found == [("refers-to", "new", "old", "talks")]


def test_an_announcement_is_tied_to_who_speaks_of_it_as_past() -> None:
    """What one release announces and another reports or mentions ties them, one way."""
    before = build.release("before", "The talks.", day="2024-05-01")
    after = build.release("after", "The talks.", day="2024-05-10")
    archive = build.archive(before, after, build.event("talks", "2024-05-09"))

    found = ties(
        archive, build.names(before, "talks", "talks"), build.names(after, "talks", "talks")
    )

    assert found == [("announces", "before", "after", "talks")]


def test_who_names_the_whole_twice_says_nothing_of_its_part() -> None:
    """Two releases that refer to a visit are not tied by the talks that a third refers to."""
    one, two = build.release("one", "The visit."), build.release("two", "The visit.")
    three = build.release("three", "The talks.")
    talks = build.event("talks", "2020-05-09", part_of="visit")
    archive = build.archive(one, two, three, talks, build.event("visit", "2020-05"))

    found = ties(
        archive,
        build.names(one, "visit", "visit"),
        build.names(two, "visit", "visit"),
        build.names(three, "talks", "talks"),
    )

    assert [(source, target, via) for _, source, target, via in found] == [
        ("one", "three", "talks"),
        ("one", "two", "visit"),
        ("three", "one", "talks"),
        ("three", "two", "talks"),
        ("two", "one", "visit"),
        ("two", "three", "talks"),
    ]


def test_a_charter_and_a_lasting_war_tie_nobody() -> None:
    """What everybody cites, and what never ends, is no ground for a relation."""
    one, two = (build.release(id_, "The charter, the war.") for id_ in ("one", "two"))
    archive = build.archive(
        one, two, build.treaty("charter", "charter"), build.event("war", "2022-02-24/..")
    )

    found = ties(
        archive,
        *(build.names(each, word, word) for each in (one, two) for word in ("charter", "war")),
    )

    assert found == []


def test_a_described_event_needs_one_who_took_part() -> None:
    """`The official visit` of somebody else is not the visit of the record."""
    one, two = (build.release(id_, "The visit. Anna spoke.") for id_ in ("one", "two"))
    visit = build.event("visit", "2024-05-09", participants=("anna",))
    archive = build.archive(one, two, visit, build.ANNA)
    described = [build.names(each, "visit", "visit", layer="nominal") for each in (one, two)]
    named = [build.names(each, "Anna", "anna") for each in (one, two)]

    assert ties(archive, *described) == []
    assert len(ties(archive, *described, *named)) == 2


def test_relations_grow_with_the_archive_and_not_with_its_square() -> None:
    """Of thirty releases on one event or treaty each is tied to the nearest only."""
    releases = [build.release(f"r{number:02}", "The talks. The pact.") for number in range(30)]
    archive = build.archive(*releases, build.event("talks", "2024-05-09"), build.treaty("pact"))

    on_event = ties(archive, *(build.names(one, "talks", "talks") for one in releases))
    on_pact = ties(archive, *(build.names(one, "pact", "pact") for one in releases))

    assert len(on_event) <= 2 * ACCOUNTS * len(releases)
    assert len(on_pact) <= 2 * NEAREST * len(releases)


def test_a_circle_of_parts_is_gone_round_once() -> None:
    """A faulty record, an event that is part of its part, does no harm."""
    one = build.event("one", "2024", part_of="two")
    two = build.event("two", "2024", part_of="one")

    assert wholes("one", {"one": one, "two": two}) == ("one", "two")


@given(st.permutations(["r1", "r2", "r3", "r4"]))
def test_relations_do_not_depend_on_the_order_of_the_releases(order: list[str]) -> None:
    """Whatever order releases are read in, their relations are the same."""
    made = {id_: build.release(id_, "The talks. The pact.") for id_ in sorted(order)}
    records = (build.event("talks", "2024-05-09"), build.treaty("pact"))
    mentions = [build.names(one, word, word) for one in made.values() for word in ("talks", "pact")]

    one = ties(build.archive(*(made[id_] for id_ in order), *records), *mentions)

    assert one == ties(build.archive(*made.values(), *records), *mentions)


def test_a_release_on_two_events_of_a_series_does_not_follow_itself() -> None:
    """One release that reports two events that follow each other is tied to nobody."""
    one = build.release("one", "The first talks. The second talks.")
    days = {"first": "2024-05-08", "second": "2024-05-09"}
    events = [build.event(name, day, series="talks") for name, day in days.items()]
    archive = build.archive(one, *events, build.series("talks"))

    assert ties(archive, *(build.names(one, name, name) for name in days)) == []
