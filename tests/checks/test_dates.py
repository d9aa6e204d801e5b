"""Dates that contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.dates import contradictory
from tests.checks.small import capture, entity, release, subject, told

EVENT = entity("events", "meeting", date="2024-11-01/2024-11-03")


def claim(value: str, precision: str = "day") -> dict[str, str]:
    """Return a date claim."""
    return {"value": value, "precision": precision}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (
            [EVENT, release(events=["meeting"], published="2024-02-11")],
            "talks published: published 2024-02-11, before `meeting`",
        ),
        (
            [EVENT, release(events=["meeting"], published=claim("2024-10", "month"))],
            "talks published: published 2024-10, before `meeting`",
        ),
        (
            [EVENT, release(events=["meeting"], published=claim("2024-10-31", "not-after"))],
            "talks published: published 2024-10-31, before `meeting`",
        ),
        (
            [release(published="2024-11-04"), capture(captured="2024-11-03")],
            "gazette/a1 captured: captured 2024-11-03, before it was published",
        ),
        (
            [release(published=claim("2024-11-04", "not-before")), capture(captured="2024-11-03")],
            "gazette/a1 captured: captured 2024-11-03, before it was published",
        ),
        (
            [release(dateline={"text": "x", "date": "2024-11-05"})],
            "talks dateline: the dateline is of 2024-11-05, after the text was published",
        ),
        (
            [release(dateline={"text": "x", "date": "2024-10-29"})],
            "talks dateline: the dateline is of 2024-10-29, 4 days before the text",
        ),
        ([release(published="2024-11")], "talks published: `2024-11` is not as precise as `day`"),
        (
            [release(published=claim("2024-11-02", "year"))],
            "talks published: `2024-11-02` is more precise than `year` says",
        ),
        (
            [capture(captured=claim("2024-11-02/2024-11-05"))],
            "gazette/a1 captured: `2024-11-02/2024-11-05` is not as precise as `day`",
        ),
        (
            [EVENT, entity("events", "dinner", date="2024-11-04", part_of="meeting")],
            "dinner date: of 2024-11-04, outside of `meeting`",
        ),
        (
            [EVENT, entity("events", "after", date="2024-12", led_to=["meeting"])],
            "after led_to.0: led to `meeting` of 2024-11-01/2024-11-03, which was before",
        ),
        (
            [entity("people", "b", offices=[{"title": "x", "from": "2020", "to": "2019-12"}])],
            "b offices.0.to: an office held from 2020 to 2019-12",
        ),
        (
            [
                entity("events", "one", date="2024-01-01", series="s", ordinal=2),
                entity("events", "two", date="2023-01-01", series="s", ordinal=3),
            ],
            "two ordinal: number 3 of `s`, but before number 2",
        ),
        (
            [
                entity("events", "one", series="s", ordinal=2),
                entity("events", "two", series="s", ordinal=2),
            ],
            "two ordinal: `one` is number 2 of `s` already",
        ),
    ],
)
def test_dates_that_cannot_both_be_true_are_found(parts: list[Any], found: str) -> None:
    """Each pair of dates that contradict each other is one finding."""
    (message,) = told(contradictory(subject(*parts)))

    assert message.startswith(found)


@pytest.mark.parametrize(
    "parts",
    [
        [EVENT, release(events=["meeting"], published="2024-11-01")],
        [EVENT, release(events=["meeting"], published=claim("2024-11", "month"))],
        [EVENT, release(events=["meeting"], published=claim("2024-10-01", "not-before"))],
        [EVENT, release(events=["meeting"], published=None)],
        [release(published="2024-11-03"), capture(captured="2024-11-03")],
        [release(published="2024-11-09"), capture(captured=claim("2024-11-03", "not-before"))],
        [release(published=claim("2024-11-09", "not-after")), capture(captured="2024-11-03")],
        [release(dateline={"text": "x", "date": "2024-10-30"})],
        [release(dateline={"text": "x", "date": "2024-11-03"})],
        [release(published=claim("2024", "year"))],
        [release(published=claim("2024-01/2024-03", "interval"))],
        [EVENT, entity("events", "dinner", date="2024-11", part_of="meeting")],
        [EVENT, entity("events", "war", date="2022-02-24/..", led_to=["meeting"])],
    ],
)
def test_a_date_that_is_only_uncertain_contradicts_nothing(parts: list[Any]) -> None:
    """What may be true is not told."""
    assert told(contradictory(subject(*parts))) == []


def test_day_and_month_that_may_be_exchanged_are_proposed() -> None:
    """The commonest slip of all has its own remedy."""
    whole = subject(EVENT, release(events=["meeting"], published="2024-02-11"))

    (finding,) = contradictory(whole)

    assert finding.fix.startswith("see whether day and month are exchanged (2024-11-02)")
