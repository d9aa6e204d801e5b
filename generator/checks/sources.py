"""Where an entity's record says what it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.authority import Entity, Person, Source
from generator.checks.subject import Loc


def sources(entity: Entity) -> Iterator[tuple[Loc, Source]]:
    """Yield each source of a record and of its offices, with its place in the record."""
    for index, source in enumerate(entity.sources):
        yield ("sources", index), source
    for number, office in enumerate(entity.offices if isinstance(entity, Person) else ()):
        for index, source in enumerate(office.sources):
            yield ("offices", number, "sources", index), source
