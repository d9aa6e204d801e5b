"""References: to what another release reports, to what others refer to, to what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.authority import Entity
from generator.model import Relation
from generator.relate.accounts import Account, Accounts
from generator.relate.events import both_ways, tie, wholes

NEAREST = 3
"""A release is tied to so many before it, in time, that cite the same: each link stays worth
following, and their number grows with the archive and not with its square."""


def references(accounts: Accounts, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    """Yield `refers-to`, `refers-to-same` and `announces`, as the package describes them."""
    yield from _to_reports(accounts)
    yield from _to_the_same(accounts, entities)
    yield from _to_come(accounts)


def _to_reports(accounts: Accounts) -> Iterator[Relation]:
    reported = accounts.by_entity("reports")
    for entity, group in accounts.by_entity("refers").items():
        for one in group:
            yield from _back(one, reported.get(entity, ()), accounts)


def _back(one: Account, reports: Iterable[Account], accounts: Accounts) -> Iterator[Relation]:
    here = accounts.order[one.release]
    earlier = [other for other in reports if accounts.order[other.release] < here]
    for other in earlier[-NEAREST:]:
        yield tie("refers-to", one, other, one.entity)


def _to_the_same(accounts: Accounts, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    for entity, group in _cited(accounts, entities).items():
        for index, one in enumerate(group):
            for other in group[max(0, index - NEAREST) : index]:
                # Two that name the whole say nothing of this part of it.
                if entity in (one.entity, other.entity):
                    yield from both_ways("refers-to-same", other, one, via=entity)


def _to_come(accounts: Accounts) -> Iterator[Relation]:
    past = accounts.by_entity("reports", "refers")
    for entity, group in accounts.by_entity("announces").items():
        for one in group:
            for other in past.get(entity, ())[:NEAREST]:
                yield tie("announces", one, other, entity)


def _cited(accounts: Accounts, entities: Mapping[str, Entity]) -> dict[str, list[Account]]:
    """Return who refers to each thing; who refers to the whole stands with its parts too.

    A summit is part of the visit it was held on: who writes of the visit and who writes of the
    summit refer to the same.
    """
    referred = accounts.by_entity("refers")
    found: dict[str, dict[str, Account]] = {}
    for entity in referred:
        for whole in wholes(entity, entities):
            for account in referred.get(whole, ()):
                found.setdefault(entity, {}).setdefault(account.release, account)
    return {
        entity: sorted(group.values(), key=lambda one: accounts.order[one.release])
        for entity, group in found.items()
    }
