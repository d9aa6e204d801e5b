"""Mentions that a person settled: applied before all rules, and checked against the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.model import Mention, MentionRuling, Release
from generator.resolve.reading import TITLE


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a ruling does not apply (any more), and how to mend it."""

    number: int
    """Of the ruling in its release, from 0."""
    message: str
    fix: str


def apply(release: Release, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with the release's rulings in the place of what they overrule.

    A ruling takes away every mention that overlaps its words, except longer descriptions around
    them and mentions inside; then it puts its own there. One that does not apply changes nothing.
    """
    kept = list(mentions)
    for ruling in release.head.rulings:
        for start, end in _places(release, ruling):
            kept = [one for one in kept if not _overruled(one, ruling.block, start, end)]
            if ruling.entity is not None:
                words = (ruling.block, start, end, ruling.text)
                kept.append(Mention(release.id, *words, (ruling.entity,), "named", "ruling"))
    if not release.head.rulings:
        return tuple(kept)
    order = {name: at for at, name in enumerate(_texts(release))}
    return tuple(sorted(kept, key=lambda one: (order[one.block], one.start, -one.end, one.layer)))


def faults(release: Release, entities: Collection[str]) -> Iterator[Fault]:
    """Yield why rulings of a release do not apply; nothing if all do.

    Args:
        release: The release with its rulings.
        entities: The ids of all authority records.
    """
    texts = _texts(release)
    for number, ruling in enumerate(release.head.rulings):
        if ruling.block not in texts:
            there = ", ".join(texts)
            yield Fault(number, f"there is no block `{ruling.block}`", f"name one of {there}")
        elif fault := _misplaced(ruling, texts[ruling.block]):
            yield Fault(number, *fault)
        if ruling.entity is not None and ruling.entity not in entities:
            message = f"`{ruling.entity}` has no record"
            yield Fault(number, message, "write its authority record, or correct the id")


def _misplaced(ruling: MentionRuling, text: str) -> tuple[str, str] | None:
    places = [found.start() for found in re.finditer(re.escape(ruling.text), text)]
    said = f"`{ruling.text[:60]}` in {ruling.block}"
    if not places:
        return f"{said} is no longer there", "correct the words, or delete the ruling"
    if ruling.at is None:
        if len(places) == 1:
            return None
        spans = ", ".join(f"{at}-{at + len(ruling.text)}" for at in places)
        return f"{said} stands there {len(places)} times", f"add `at`, one of {spans}"
    if text[slice(*ruling.at)] == ruling.text:
        return None
    start, end = ruling.at
    at = min(places, key=lambda place: abs(place - start))
    return f"{said} is not at {start}-{end}", f"write `at: {at}-{at + len(ruling.text)}`"


def _places(release: Release, ruling: MentionRuling) -> list[tuple[int, int]]:
    text = _texts(release).get(ruling.block)
    if text is None or _misplaced(ruling, text):
        return []
    start = ruling.at[0] if ruling.at else text.index(ruling.text)
    return [(start, start + len(ruling.text))]


def _overruled(one: Mention, block: str, start: int, end: int) -> bool:
    if one.block != block or one.end <= start or end <= one.start:
        return False
    around = one.layer == "nominal" and one.start <= start and end <= one.end
    inside = one.layer == "inner" and start <= one.start and one.end <= end
    return not (inside or (around and (one.start, one.end) != (start, end)))


def _texts(release: Release) -> dict[str, str]:
    title = release.head.title
    texts = {TITLE: title.value} if title is not None else {}
    return texts | {block.id: block.text for block in release.blocks}
