"""Who says what how strongly: the verbs of a release, by strength, under whoever opens the paragraph.

Source: paragraphs of joint releases open with a formula that names the speaker ("Both sides …", "The X
side …"); half of those read do, and a passive ("Common understanding was expressed …") names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Entity, Event, Instrument, Series
from generator.model import Archive, Block, Mention
from generator.relate.party import opening_party
from generator.vocabulary import Commitment
from generator.wording.patterns import Finder, Found
from generator.wording.reading import Reading

BOTH = "both"
"""Who speaks where several parties open a paragraph together."""
_OPENING = 5
"""A name may stand after an article: so many characters into the paragraph."""


@dataclass(frozen=True, slots=True)
class Committed:
    """Words that commit somebody to something."""

    term: str
    """Of the vocabulary of commitments."""
    who: str
    """The id of a record, `both`, or empty where the paragraph opens with nobody's name."""
    release: str
    block: str
    start: int
    end: int


def commitments(
    archive: Archive, readings: Iterable[Reading], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[Committed, ...]:
    """Return the commitments in what may be shown of some releases, in the order of their texts."""
    terms = archive.vocabulary.commitments
    finder = Finder([(one.id, pattern) for one in terms for pattern in one.patterns])
    order = {one.id: place for place, one in enumerate(terms)}
    return tuple(
        Committed(one.key, who, reading.id, block.id, one.start, one.end)
        for reading in readings
        for block in reading.blocks
        if not block.is_heading
        for who in (_who(block, mentions.get(reading.id, ()), archive.entities),)
        for one in _apart(finder.find(block.text), order)
    )


def _apart(found: Sequence[Found], order: Mapping[str, int]) -> Iterator[Found]:
    """Yield what was found, of two that overlap the one whose term comes first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (order[one.key], one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def _who(block: Block, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> str:
    if party := opening_party(block, mentions, entities):
        return party
    opening = [one for one in mentions if one.block == block.id and one.start < _OPENING]
    named = {each for one in opening for each in one.entities}
    actors = {
        each for each in named if not isinstance(entities.get(each), Event | Instrument | Series)
    }
    if len(actors) > 1:
        return BOTH
    return _alone(block, actors, mentions)


def _alone(block: Block, actors: set[str], mentions: Sequence[Mention]) -> str:
    """Return the one who opens a paragraph; both, if another is joined to them right after."""
    for actor in actors:
        first = min(one.end for one in mentions if one.block == block.id and actor in one.entities)
        joined = block.text[first:].lstrip().startswith("and ")
        return BOTH if joined else actor
    return ""


def strength(terms: Iterable[Commitment], term: str) -> int:
    """Return how strong a term of the vocabulary is; 0 if it is not in it."""
    return next((one.strength for one in terms if one.id == term), 0)
