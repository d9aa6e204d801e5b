"""What authority records say of other records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.authority import Entity, Event, Instrument, Organisation, Person, Place, Series


def backward(entities: Iterable[Entity]) -> Mapping[str, Mapping[str, list[str]]]:
    """Return what records say of other records: id → term → ids, events in order of date."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    order = sorted(
        entities, key=lambda each: (each.date if isinstance(each, Event) else "", each.id)
    )
    for entity in order:
        for term, other in _said_of(entity):
            if other:
                found[other][term].append(entity.id)
    return found


def _said_of(entity: Entity) -> Iterator[tuple[str, str | None]]:
    if isinstance(entity, Event):
        yield from (("Took part in", each) for each in entity.participants)
        yield from (("Followed from", each) for each in entity.led_to)
        yield "Events here", entity.place
    if isinstance(entity, Instrument | Series):
        yield from (("Party to", each) for each in entity.parties)
    if isinstance(entity, Person):
        yield from (
            ("Office holders", each)
            for each in dict.fromkeys(office.of for office in entity.offices)
        )
    if isinstance(entity, Organisation):
        yield "Seat of", entity.place
    if isinstance(entity, Place | Organisation | Event):
        yield "Includes", entity.part_of
