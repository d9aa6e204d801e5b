"""Accounts of one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.authority import Entity, Event
from generator.model import Relation
from generator.relate.accounts import Account, Accounts

ACCOUNTS = 10
"""A release is tied to so many accounts of one event before it, in time: the number of relations
grows with the archive and not with its square; the event's page has them all."""


def wholes(entity: str, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Return an event and what it is part of, inmost first; a circle is gone round once."""
    found = [entity]
    while isinstance(event := entities.get(found[-1]), Event):
        if event.part_of is None or event.part_of in found:
            break
        found.append(event.part_of)
    return tuple(found)


def same_event(accounts: Accounts, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    """Yield the releases that report one event, or a part of it and the whole of it."""
    for event, group in _reported(accounts, entities).items():
        for index, one in enumerate(group):
            for other in group[max(0, index - ACCOUNTS) : index]:
                yield from both_ways("same-event", other, one, via=event)


def _reported(accounts: Accounts, entities: Mapping[str, Entity]) -> dict[str, list[Account]]:
    """Return who reports each event; an account of a part is one of the whole."""
    found: dict[str, dict[str, Account]] = {}
    for event, group in accounts.by_entity("reports").items():
        for whole in wholes(event, entities):
            for account in group:
                found.setdefault(whole, {}).setdefault(account.release, account)
    return {
        event: sorted(group.values(), key=lambda one: accounts.order[one.release])
        for event, group in found.items()
    }


def both_ways(type_: str, one: Account, other: Account, *, via: str) -> Iterator[Relation]:
    """Yield a relation that holds alike from either release."""
    yield tie(type_, one, other, via)
    yield tie(type_, other, one, via)


def tie(type_: str, source: Account, target: Account, via: str) -> Relation:
    """Return a relation whose evidence is where either release names what it is by."""
    return Relation(
        type_, source.release, target.release, via=via, evidence=(*_where(source), *_where(target))
    )


def _where(account: Account) -> tuple[str, ...]:
    """Return where the account names its event, as `<release>#<block>`."""
    block = account.blocks[0] if account.blocks else "events"
    return (f"{account.release}#{block}",)
