"""Visits told by a verb: "invited her to visit <a place>", "visited <a place> in September"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from generator.authority import Entity, Event, Person, Place
from generator.model import Archive, Block, Mention, Release
from generator.relate.span import Days, days
from generator.resolve.dates import find_dates
from generator.vocabulary import Role

AHEAD = timedelta(days=366)
"""An invitation is taken to mean a visit of the year that follows it."""
_ARTICLE = 5
_ROLES: tuple[Role, Role] = ("to-visit", "visited")
_DATED = 40
"""A past visit is told by its date, so many characters after the place's name."""


def visits(
    release: Release, mentions: Sequence[Mention], archive: Archive, day: date
) -> Iterator[tuple[str, str]]:
    """Yield the visits that verbs of a release tell, with the block that does.

    A paragraph that names a person and says, right before a place's name, that somebody is to
    visit it, tells of the one visit to that place, or to its state, within a year, in which the
    person took part. That somebody visited it tells of the one such visit at the date told after
    it. Where there are two such visits, neither is meant.

    Args:
        release: The release.
        mentions: Its mentions.
        archive: For the events, places and the words for it (roles `to-visit`, `visited`).
        day: The release's day.
    """
    verbs = _verbs(*(tuple(archive.vocabulary.of(role)) for role in _ROLES))
    for block in release.blocks:
        for told in verbs.finditer(block.text) if verbs else ():
            here = [one for one in mentions if one.block == block.id]
            goals = [one for one in here if told.end() < one.start <= told.end() + _ARTICLE]
            when = _ahead(day) if told["coming"] else _told(block, goals, release, day)
            found = _visit(archive.entities, here, _states(goals, archive.entities), when)
            if found:
                yield found, block.id


@lru_cache(maxsize=4)
def _verbs(coming: tuple[str, ...], past: tuple[str, ...]) -> re.Pattern[str] | None:
    if not coming or not past:
        return None
    either = ("|".join(map(re.escape, words)) for words in (coming, past))
    return re.compile(r"\b(?:(?P<coming>{})|(?P<past>{}))\b".format(*either), re.IGNORECASE)


def _ahead(day: date) -> Days:
    return Days(day + timedelta(days=1), day + AHEAD)


def _told(block: Block, goals: Sequence[Mention], release: Release, day: date) -> Days | None:
    """Return the days of the date told right after the place's name."""
    if not goals:
        return None
    end = max(one.end for one in goals)
    for one in find_dates(block.text, anchor=day, language=release.head.language):
        if one.value and end <= one.start <= end + _DATED:
            return days(one.value)
    return None


def _visit(
    entities: Mapping[str, Entity],
    here: Sequence[Mention],
    goals: Collection[str],
    when: Days | None,
) -> str | None:
    """Return the one visit to a goal, by a person named here, that begins in those days."""
    if when is None or when.last is None or not goals:
        return None
    people = {
        entity
        for one in here
        for entity in one.entities
        if isinstance(entities.get(entity), Person)
    }
    fit = [
        one.id
        for one in entities.values()
        if isinstance(one, Event)
        and one.form == "visit"
        and one.place in goals
        and people.intersection(one.participants)
        and when.first <= days(one.date).first <= when.last
    ]
    return fit[0] if len(fit) == 1 else None


def _states(mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> Collection[str]:
    """Return the places named, with the states they lie in or stand for."""
    found: set[str] = set()
    for one in mentions:
        for entity in one.entities:
            place = entities.get(entity)
            if isinstance(place, Place):
                found |= {entity, place.metonym_for or entity, place.part_of or entity}
    return found
