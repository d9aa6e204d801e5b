"""Visits to come, told by a verb: "invited her to visit <a place>"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from generator.authority import Entity, Event, Person, Place
from generator.model import Archive, Mention, Release
from generator.relate.span import days

AHEAD = timedelta(days=366)
"""An invitation is taken to mean a visit of the year that follows it."""
_ARTICLE = 5


def foretold(
    release: Release, mentions: Sequence[Mention], archive: Archive, day: date
) -> Iterator[tuple[str, str]]:
    """Yield the visits that a release speaks of before they were, with the block that does.

    A paragraph that names a person and says, right before a place's name, that somebody is to
    visit it, tells of the one visit to that place, or to its state, within a year, in which the
    person took part; where there are two such visits it tells of neither.

    Args:
        release: The release.
        mentions: Its mentions.
        archive: For the events, places and the words for it (role `to-visit`).
        day: The release's day.
    """
    verb = _verb(tuple(archive.vocabulary.of("to-visit")))
    coming = [one for one in archive.entities.values() if _is_ahead(one, day)]
    if verb is None or not coming:
        return
    for block in release.blocks:
        here = [one for one in mentions if one.block == block.id]
        people = _of_kind(here, archive.entities, Person)
        for told in verb.finditer(block.text):
            goals = _states(_at(here, told.end(), told.end() + _ARTICLE), archive.entities)
            fit = [
                one.id
                for one in coming
                if isinstance(one, Event) and one.place in goals and people & set(one.participants)
            ]
            if len(fit) == 1:
                yield fit[0], block.id


@lru_cache(maxsize=4)
def _verb(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_ahead(entity: Entity, day: date) -> bool:
    if not isinstance(entity, Event) or entity.form != "visit":
        return False
    return day < days(entity.date).first <= day + AHEAD


def _at(mentions: Sequence[Mention], first: int, last: int) -> list[Mention]:
    return [one for one in mentions if first <= one.start <= last]


def _of_kind(
    mentions: Sequence[Mention], entities: Mapping[str, Entity], kind: type[Person]
) -> set[str]:
    return {
        entity
        for one in mentions
        for entity in one.entities
        if isinstance(entities.get(entity), kind)
    }


def _states(mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Collection[str]:
    """Return the places named, with the states they lie in or stand for."""
    found: set[str] = set()
    for one in mentions:
        for entity in one.entities:
            place = entities.get(entity)
            if isinstance(place, Place):
                found |= {entity, place.metonym_for or entity, place.part_of or entity}
    return found
