"""Next and previous: releases on events that follow each other in a series."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from generator.authority import Entity, Event, Series
from generator.model import Relation
from generator.relate.accounts import Account, Accounts
from generator.relate.events import ACCOUNTS, tie
from generator.relate.span import days


def series(accounts: Accounts, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    """Yield next and previous in a series, between the accounts of events that follow each other.

    Source: members and their order are the authority's: `series` and date of the event; an event
    of which no account is here is passed over.
    """
    reports = accounts.by_entity("reports")
    for members in _members(entities).values():
        told = [reports[one][:ACCOUNTS] for one in members if one in reports]
        for earlier, later in itertools.pairwise(told):
            for one in earlier:
                for other in later:
                    if one.release != other.release:
                        yield from _next(one, other, entities)


def _members(entities: Mapping[str, Entity]) -> dict[str, list[str]]:
    """Return the events of each series, in order of time, then of ordinal."""
    found: dict[str, list[Event]] = {}
    for one in entities.values():
        if isinstance(one, Event) and one.series and isinstance(entities.get(one.series), Series):
            found.setdefault(one.series, []).append(one)
    return {name: [one.id for one in sorted(group, key=_place)] for name, group in found.items()}


def _place(event: Event) -> tuple[str, int, str]:
    return days(event.date).first.isoformat(), event.ordinal or 0, event.id


def _next(one: Account, other: Account, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    event = entities[other.entity]
    via = event.series if isinstance(event, Event) and event.series else other.entity
    yield tie("next-in-series", one, other, via)
    yield tie("previous-in-series", other, one, via)
