"""All relations between the releases of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Archive, Mention, Relation
from generator.relate.accounts import accounts
from generator.relate.cites import references
from generator.relate.events import same_event, wholes
from generator.relate.ruled import rule
from generator.relate.sametext import same_text
from generator.relate.series import series
from generator.relate.wording import same_release

Couple = tuple[str, str]

_CLOSER: Mapping[str, frozenset[str]] = {
    "same-release": frozenset({"same-text"}),
    "same-event": frozenset({"same-text", "same-release"}),
    "refers-to-same": frozenset({"same-text", "same-release", "same-event"}),
    "refers-to": frozenset({"same-text", "same-release", "same-event"}),
}
"""Relation → closer ones that leave it unsaid: that two accounts of one event cite the same
treaty is no news."""


def relations(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> tuple[Relation, ...]:
    """Relate the releases of an archive, as the rules find and as persons rule.

    Args:
        archive: Releases and authority records.
        mentions: By release.

    Returns:
        Relations by source, type and target; a type that holds alike from both sides is there
        twice.
    """
    ruled = rule(found(archive, mentions), archive.releases)
    return tuple(sorted(set(ruled), key=_order))


def found(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> tuple[Relation, ...]:
    """Return what the rules find, before any person's ruling."""
    told = accounts(archive, mentions)
    in_time = sorted(archive.releases.values(), key=lambda one: told.order[one.id])
    one_event = list(same_event(told, archive.entities))
    couples = {(one.source, one.target) for one in one_event if one.source < one.target}
    every = (
        *same_text(in_time),
        *same_release(archive, mentions, told, couples),
        *one_event,
        *series(told, archive.entities),
        *references(told, archive.entities),
    )
    return tuple(_plain(every, archive))


def _plain(every: Iterable[Relation], archive: Archive) -> Iterator[Relation]:
    """Leave out what a closer relation, or the part of a whole, says better."""
    every = list(dict.fromkeys(every))
    types: dict[Couple, set[str]] = {}
    vias: dict[tuple[str, str, str], set[str]] = {}
    for one in every:
        types.setdefault((one.source, one.target), set()).add(one.type)
        vias.setdefault((one.type, one.source, one.target), set()).add(one.via or "")
    for one in every:
        closer = _CLOSER.get(one.type, frozenset()) & types[one.source, one.target]
        parts = vias[one.type, one.source, one.target] - {one.via}
        inside = any(one.via in wholes(part, archive.entities) for part in parts)
        if not closer and not inside:
            yield one


def _order(one: Relation) -> tuple[str, str, str, str]:
    return one.source, one.type, one.target, one.via or ""
