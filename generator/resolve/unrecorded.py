"""Events that texts tell of and no record explains: proposed to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.authority import Event, Series
from generator.model import Mention, Release
from generator.resolve import dated, joined
from generator.resolve.gazetteer import Gazetteer
from generator.resolve.reading import read
from generator.resolve.scene import Scene


class Unrecorded(NamedTuple):
    """Words that tell of an event without a record."""

    words: str
    rule: str
    """`visit`: a visit to a known place; `pair`: two known states and an event's noun."""
    places: tuple[str, ...]
    """Where it went, or the two states."""
    date: str | None
    """The first date that the sentence tells after the words, if it can be known."""
    release: str
    block: str
    sentence: str


def unrecorded_events(
    release: Release, mentions: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[Unrecorded]:
    """Yield the visits and meetings of a release's paragraphs that no mention explains."""
    scene = Scene(read(release), gazetteer)
    told = [one for one in mentions if _is_event(one, gazetteer)]
    for start, end, rule, places in (*_visits(scene), *_pairs(scene)):
        block, first, last, words = scene.reading.source(start, end)
        known = any(one.block == block and one.start < last and first < one.end for one in told)
        if known or scene.reading.is_heading(start):
            continue
        dates = dated.dates_after(end, scene)
        date = dates[0].value if dates else None
        sentence = scene.reading.sentence(start, end)
        yield Unrecorded(words, rule, places, date, release.id, block, sentence)


def _is_event(one: Mention, gazetteer: Gazetteer) -> bool:
    names = one.entities or one.candidates
    return any(isinstance(gazetteer.entities.get(name), Event | Series) for name in names)


def _visits(scene: Scene) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    for hit in scene.phrases:
        link = (
            scene.lexicon.to_the.match(scene.text, hit.end) if hit.phrase.use == "visit" else None
        )
        where = scene.starting.get(link.end()) if link else None
        if where is not None:
            kinds = scene.lexicon.visit_kinds.at(scene.text, hit.start)
            start = kinds.start() if kinds else hit.start
            yield start, where.end, "visit", (where.forms[0].entity,)


def _pairs(scene: Scene) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    noun = re.compile(rf" {scene.lexicon.words('event-noun')}(?!\w)")
    for pair in joined.pairs(scene):
        found = noun.match(scene.text, pair.end)
        if found and pair.states:
            yield pair.start, found.end(), "pair", tuple(sorted(pair.states))
