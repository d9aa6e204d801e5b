"""All relations between the releases of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Archive, Mention, Relation, Release
from generator.relate.accounts import Accounts, accounts
from generator.relate.cites import references
from generator.relate.events import same_event, wholes
from generator.relate.ruled import rule
from generator.relate.sametext import fingerprint, same_text
from generator.relate.series import series
from generator.relate.wording import Couple, near, same_release

_CLOSER: Mapping[str, frozenset[str]] = {
    "same-release": frozenset({"same-text"}),
    "same-event": frozenset({"same-text", "same-release"}),
    "refers-to-same": frozenset({"same-text", "same-release", "same-event"}),
    "refers-to": frozenset({"same-text", "same-release", "same-event"}),
}
"""Relation → closer ones that leave it unsaid: that two accounts of one event cite the same
treaty is no news."""


Mentions = Mapping[str, Sequence[Mention]]


class Means:
    """How the costly parts are found. Who keeps them between builds finds them in another way."""

    def accounts(self, archive: Archive, mentions: Mentions) -> Accounts:
        """Return what each release makes of events and instruments."""
        return accounts(archive, mentions)

    def same_text(self, releases: Sequence[Release]) -> Iterable[Relation]:
        """Return who has the same text; the releases are in order of time."""
        return same_text([fingerprint(one) for one in releases])

    def same_release(
        self, archive: Archive, mentions: Mentions, couples: Sequence[Couple]
    ) -> Iterable[Relation]:
        """Return which of the couples are one release in other wording."""
        return same_release(archive, mentions, couples)


_ANEW = Means()


def relations(archive: Archive, mentions: Mentions, means: Means = _ANEW) -> tuple[Relation, ...]:
    """Relate the releases of an archive, as the rules find and as persons rule.

    Args:
        archive: Releases and authority records.
        mentions: By release.
        means: How the costly parts are found.

    Returns:
        Relations by source, type and target; a type that holds alike from both sides is there
        twice.
    """
    ruled = rule(found(archive, mentions, means), archive.releases)
    return tuple(sorted(set(ruled), key=_order))


def found(archive: Archive, mentions: Mentions, means: Means = _ANEW) -> tuple[Relation, ...]:
    """Return what the rules find, before any person's ruling."""
    told = means.accounts(archive, mentions)
    in_time = sorted(archive.releases.values(), key=lambda one: told.order[one.id])
    one_event = list(same_event(told, archive.entities))
    couples = {(one.source, one.target) for one in one_event if one.source < one.target}
    every = (
        *means.same_text(in_time),
        *means.same_release(archive, mentions, near(couples, told)),
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
