"""What each release says of events and instruments: reports, refers to, announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.authority import Entity, Event, Instrument
from generator.model import Archive, Mention, Release
from generator.packed import Packed
from generator.relate.span import Days, days
from generator.relate.verbs import visits
from generator.resolve.dates import anchor_of

Role = Literal["reports", "refers", "announces", "lasting"]
NEWS = timedelta(days=14)
"""An event that ended so long before a release that mentions it is its news.

The longest that an account of the first releases took is three days; two weeks leave room for
weeklies. What an archivist writes in `events:` of the release goes before this rule.
"""


@dataclass(frozen=True, slots=True)
class Account(Packed):
    """What one release makes of one event or instrument."""

    release: str
    entity: str
    role: Role
    blocks: tuple[str, ...]
    """Blocks that name it, in reading order; empty if only the release's head does."""


OfRelease = Mapping[str, Account]
"""What one release makes of each event and instrument, by its id."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """All accounts, from both sides."""

    of_release: Mapping[str, OfRelease]
    """Release → entity → account."""
    order: Mapping[str, tuple[date, str]]
    """Release → its place in time; releases without a day come first."""

    def by_entity(self, *roles: Role) -> dict[str, list[Account]]:
        """Return the accounts in one of `roles`, by entity, each list in order of time."""
        found: dict[str, list[Account]] = {}
        for release in sorted(self.of_release, key=self.order.__getitem__):
            for account in self.of_release[release].values():
                if account.role in roles:
                    found.setdefault(account.entity, []).append(account)
        return found


def accounts(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> Accounts:
    """Return what every release makes of the events and instruments it names.

    Args:
        archive: Releases and authority records.
        mentions: By release; a mention that is ambiguous or inside another counts for nothing
            or for itself.
    """
    return in_order(archive, accounts_of(archive.releases, archive, mentions))


def accounts_of(
    releases: Iterable[str], archive: Archive, mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, OfRelease]:
    """Return what some releases make of what they name: each by itself, whatever the others say."""
    spans = {one.id: days(one.date) for one in archive.entities.values() if isinstance(one, Event)}
    return {
        id_: {
            account.entity: account
            for one in (archive.releases[id_],)
            for account in _of(one, _named(one, archive, mentions), archive, spans)
        }
        for id_ in releases
    }


def in_order(archive: Archive, of_release: Mapping[str, OfRelease]) -> Accounts:
    """Return the accounts of all releases with the releases' order in time."""
    order = {id_: (day_of(one) or date.min, id_) for id_, one in archive.releases.items()}
    return Accounts(of_release, order)


def day_of(release: Release) -> date | None:
    """Return the day a release is of, if it is known to the day."""
    anchor = anchor_of(release)
    return anchor if isinstance(anchor, date) else None


Named = Iterable[tuple[str, str]]
"""Entity and block."""


def _named(
    release: Release, archive: Archive, mentions: Mapping[str, Sequence[Mention]]
) -> Iterator[tuple[str, str]]:
    """Yield what the release names and the visits its verbs tell.

    An event that is only described (`the official visit`) counts if somebody who took part in it
    is named in the release too: others pay visits as well.
    """
    told = mentions.get(release.id, ())
    everybody = {entity for mention in told for entity in mention.entities}
    for mention in told:
        for entity in mention.entities:
            event = archive.entities.get(entity)
            took_part = set(event.participants) if isinstance(event, Event) else set()
            if mention.layer != "nominal" or not took_part or took_part & everybody:
                yield entity, mention.block
    if day := day_of(release):
        yield from visits(release, told, archive, day)


def _of(
    release: Release, named: Named, archive: Archive, spans: Mapping[str, Days]
) -> Iterator[Account]:
    entities = archive.entities
    blocks: dict[str, dict[str, None]] = {one: {} for one in release.head.events if one in entities}
    for entity, block in named:
        if isinstance(entities.get(entity), Event | Instrument):
            blocks.setdefault(entity, {})[block] = None
    order = {block.id: place for place, block in enumerate(release.blocks, 1)}
    for entity, where in blocks.items():
        role = _role(entities[entity], release, spans.get(entity))
        # The title, which is no block, is read first; a verb's visits were found last.
        read = sorted(where, key=lambda block: order.get(block, 0))
        yield Account(release.id, entity, role, tuple(read))


def _role(entity: Entity, release: Release, span: Days | None) -> Role:
    """Say what the release makes of what it names; `span` is None for an instrument.

    A charter is cited as law, and an event without end as what lasts: neither ties two releases.
    """
    day = day_of(release)
    if isinstance(entity, Instrument) and entity.form == "charter":
        return "lasting"
    if span is None:
        return "refers"
    if day and span.first > day:
        return "announces"
    if entity.id in release.head.events:
        return "reports"
    if span.last is None:
        return "lasting"
    return "reports" if day and day - span.last <= NEWS else "refers"
