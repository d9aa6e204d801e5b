"""Small archives for tests of relating: neutral names, one line for each thing."""

from __future__ import annotations

from typing import Any

from generator.authority import Entity, Event, Instrument, Person, Place, Series
from generator.model import (
    Archive,
    Block,
    DateClaim,
    Layer,
    Mention,
    Release,
    ReleaseHead,
)
from generator.record import checked

ARTANIA = Place(id="artania", heading="Artania", state=True)
BORDURIA = Place(id="borduria", heading="Borduria", state=True)
CAPITAL = Place(id="szohod", heading="Szohod", part_of="borduria", metonym_for="borduria")
ANNA = Person(id="anna", heading="Anna", order="given-first")


def release(id_: str, *paragraphs: str, day: str | None = "2024-05-10", **head: Any) -> Release:
    """Return a release of a day with its paragraphs; `head` sets more of its head."""
    made = checked(
        ReleaseHead,
        {
            "id": id_,
            "outlet": "gazette",
            "kind": "press-release",
            "language": "en",
            "capture": f"gazette/{id_}",
            "published": DateClaim(value=day) if day else None,
            **head,
        },
    )
    blocks = tuple(Block(f"p{number}", text) for number, text in enumerate(paragraphs, 1))
    return Release(made, blocks)


def event(id_: str, day: str, **parts: Any) -> Event:
    """Return the record of an event."""
    return Event(id=id_, heading=id_, date=day, **parts)


def treaty(id_: str, form: str = "treaty") -> Instrument:
    """Return the record of an instrument."""
    return checked(Instrument, {"id": id_, "heading": id_, "form": form})


def series(id_: str) -> Series:
    """Return the record of a series."""
    return Series(id=id_, heading=id_)


def archive(*records: Release | Entity, **parts: Any) -> Archive:
    """Return an archive of releases and entities."""
    return Archive(
        releases={one.id: one for one in records if isinstance(one, Release)},
        captures={},
        outlets={},
        entities={one.id: one for one in records if not isinstance(one, Release)},
        kinds={},
        **parts,
    )


def names(
    release_: Release, words: str, *entities: str, block: str = "p1", layer: Layer = "named"
) -> Mention:
    """Return the mention that `words`, where they first stand in a block, make."""
    text = next(one.text for one in release_.blocks if one.id == block)
    start = text.index(words)
    return Mention(
        release_.id, block, start, start + len(words), words, entities, layer, rule="test"
    )


def by_release(*mentions: Mention) -> dict[str, tuple[Mention, ...]]:
    """Return mentions by their release."""
    found: dict[str, tuple[Mention, ...]] = {}
    for one in mentions:
        found[one.release] = (*found.get(one.release, ()), one)
    return found
