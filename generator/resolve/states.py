"""Which state an entity belongs to, and who holds a post there on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.authority import (
    Entity,
    Event,
    Instrument,
    Office,
    Organisation,
    Person,
    Place,
    Series,
)
from generator.resolve import periods
from generator.vocabulary import Post

_DEEPEST = 6
"""Parts of parts are followed no further: records may hold a circle, which is told elsewhere."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A post that a person holds, from and to when it is known to be held."""

    person: str
    title: str
    """In small letters."""
    state: str
    since: str | None
    until: str | None
    is_dated: bool
    """Whether the record itself gives the beginning, and not only sources that attest it."""


class States:
    """What the records say of states: members, posts and bodies."""

    def __init__(self, entities: Mapping[str, Entity], days: Mapping[str, str]) -> None:
        """Read the records.

        Args:
            entities: All authority records, by id.
            days: The day of each release, by id: they date the offices that sources attest.
        """
        self._entities = entities
        self._known: dict[str, frozenset[str]] = {}
        self._bodies: dict[tuple[str, str], tuple[str, ...]] = {}
        self._holdings = tuple(self._all_holdings(days))

    def of(self, entity: str) -> frozenset[str]:
        """Return the states an entity belongs to or joins: none, one or several."""
        if entity not in self._known:
            self._known[entity] = frozenset(self._find(entity, _DEEPEST))
        return self._known[entity]

    def of_all(self, entities: Iterable[str]) -> frozenset[str]:
        """Return the states of several entities together."""
        return frozenset(state for entity in entities for state in self.of(entity))

    def holders(self, post: Post, state: str, day: str | None) -> tuple[str, ...]:
        """Return who holds an office of `state` on `day`, as far as is known; sorted."""
        if day is None:
            return ()
        titles = {title.lower() for title in post.records}
        found = {
            one.person
            for one in self._holdings
            if one.state == state
            and one.title in titles
            and periods.within(day, one.since, one.until)
        }
        return tuple(sorted(found))

    def holds(self, person: str, post: Post, day: str | None) -> bool:
        """Tell whether a person holds such an office, of whatever state, on `day`."""
        return any(person in self.holders(post, state, day) for state in self.of(person))

    def in_office(self, person: str, day: str | None) -> bool:
        """Tell whether a person holds an office whose beginning is known, on `day`."""
        return day is not None and any(
            one.person == person and one.is_dated and periods.within(day, one.since, one.until)
            for one in self._holdings
        )

    def bodies(self, post: Post, state: str) -> tuple[str, ...]:
        """Return the organisations of `state` whose names begin as the post's do; sorted."""
        asked = (post.id, state)
        if asked not in self._bodies:
            self._bodies[asked] = tuple(sorted(self._find_bodies(post, state)))
        return self._bodies[asked]

    def _find_bodies(self, post: Post, state: str) -> Iterator[str]:
        beginnings = tuple(record.lower() for record in post.records)
        for one in self._entities.values():
            named = isinstance(one, Organisation) and one.heading.lower().startswith(beginnings)
            if named and state in self.of(one.id):
                yield one.id

    def _find(self, entity: str, depth: int) -> Iterator[str]:
        record = self._entities.get(entity)
        if record is None or depth == 0:
            return
        if isinstance(record, Place) and record.state:
            yield record.id
            return
        for above in _above(record):
            yield from self._find(above, depth - 1)

    def _all_holdings(self, days: Mapping[str, str]) -> Iterator[Holding]:
        for person in self._entities.values():
            if not isinstance(person, Person):
                continue
            for office in person.offices:
                since, until = _period(office, days)
                for state in sorted(self.of(office.of) if office.of else ()):
                    title, dated = office.title.lower(), office.since is not None
                    yield Holding(person.id, title, state, since, until, dated)


def _above(record: Entity) -> Iterator[str]:
    match record:
        case Place():
            found: Iterable[str | None] = (record.part_of,)
        case Organisation():
            found = (record.place, record.part_of)
        case Person():
            found = (office.of for office in record.offices)
        case Event():
            found = record.participants
        case Instrument() | Series():
            found = record.parties
        case _:
            found = ()
    yield from (one for one in found if one)


def _period(office: Office, days: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return from and to when an office is known to be held.

    An office without any date is held on the days when sources of this archive attest it, and
    between them; nothing is known of other days, so it begins and ends there.
    """
    if office.since or office.until:
        return office.since, office.until
    seen = (days.get(one.release) for one in office.sources if one.release)
    attested = sorted(day for day in seen if day)
    if not attested:
        return "9999", "9999"
    return attested[0], attested[-1]
