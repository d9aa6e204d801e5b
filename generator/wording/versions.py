"""Several outlets' versions of one release: which sentence each has, has otherwise, or has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Relation
from generator.wording.collate import collate
from generator.wording.reading import Reading

State = Literal["present", "altered", "not seen", "not known"]
SAME = frozenset({"same-text", "same-release"})
_SENTENCE = re.compile(
    r"\S.*?(?:[.!?…。]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\Wa-zа-яё])|\Z)", re.DOTALL
)
_SPACES = re.compile(r"\s+")
MOST = 12
"""Versions that are held against the first; more are copies of copies."""


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of the first version, and how each other one has it."""

    block: str
    text: str
    states: tuple[tuple[str, State], ...]
    """Release and state."""


@dataclass(frozen=True, slots=True)
class Versions:
    """One release in several versions."""

    base: Reading
    others: tuple[Reading, ...]
    rows: tuple[SentenceRow, ...]


def versions(
    relations: Iterable[Relation], readings: Mapping[str, Reading]
) -> tuple[Versions, ...]:
    """Return each release that is held in several versions, by the date of the first.

    Of a version whose text is not whole a sentence is never `not seen`.
    """
    group: dict[str, set[str]] = {}
    for one in relations:
        if one.type in SAME and one.source in readings and one.target in readings:
            joined = group.get(one.source, {one.source}) | group.get(one.target, {one.target})
            group |= dict.fromkeys(joined, joined)
    order = [each for each in readings if each in group]
    made, done = [], set[str]()
    for base in order:
        if base not in done:
            done |= group[base]
            others = [readings[one] for one in order if one in group[base] and one != base]
            made.append(_versions(readings[base], others[:MOST]))
    return tuple(made)


def _versions(base: Reading, others: Sequence[Reading]) -> Versions:
    texts = {one.id: [s for _, s in _sentences(one)] for one in others}
    plain = {key: {_plain(text) for text in every} for key, every in texts.items()}
    rows = tuple(
        SentenceRow(
            block,
            text,
            tuple((one.id, _state(text, texts[one.id], plain[one.id], one)) for one in others),
        )
        for block, text in _sentences(base)
    )
    return Versions(base, tuple(others), rows)


def _sentences(reading: Reading) -> Iterator[tuple[str, str]]:
    for block in reading.blocks:
        if not block.is_heading:
            for found in _SENTENCE.finditer(block.text):
                yield block.id, found[0]


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip().casefold()


def _state(text: str, every: Sequence[str], plain: set[str], other: Reading) -> State:
    if _plain(text) in plain:
        return "present"
    if any(collate(text, each).near for each in every):
        return "altered"
    return "not seen" if other.whole else "not known"
