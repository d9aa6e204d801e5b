"""Two states said together: `A-B`, `A and B`, `between A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.resolve.gazetteer import Hit
from generator.resolve.scene import Scene

_CAPITALISED = re.compile(r"[A-Z][\w.'-]*")
_COMPOUND = re.compile(r"(?<![\w'-])([A-Z]\w+)-([A-Z]\w+) \Z")


class Pair(NamedTuple):
    """Two names joined, and which states they are: None if one of them is not known."""

    start: int
    end: int
    states: frozenset[str] | None


def after(place: int, scene: Scene) -> Pair | None:
    """Return the pair that ` between …` right after a place of the text names.

    None if nothing of the kind follows, or if what follows are no states (people, bodies).
    """
    lexicon = scene.lexicon
    begun = lexicon.between.match(scene.text, place)
    if not begun:
        return None
    first = scene.starting.get(begun.end())
    if first is None:
        unknown = _CAPITALISED.match(scene.text, begun.end())
        return Pair(place, begun.end(), None) if unknown else None
    link = lexicon.link.match(scene.text, first.end)
    one = scene.party(first)
    if one is None or not link:
        return None
    second = scene.starting.get(link.end())
    other = scene.party(second)
    if second is None or other is None:
        return Pair(place, link.end(), None)
    return Pair(place, second.end, frozenset({one, other}))


def before(place: int, scene: Scene) -> Pair | None:
    """Return the pair in a compound `A-B ` that ends right before a place of the text."""
    found = _COMPOUND.search(scene.text, max(0, place - 60), place)
    if not found:
        return None
    names = (scene.starting.get(found.start(1)), scene.ending.get(found.end(2)))
    states = [scene.party(hit) for hit in names]
    known = frozenset(state for state in states if state)
    return Pair(found.start(), place, known if len(known) == len(names) else None)


def names_states(hit: Hit, scene: Scene) -> bool:
    """Tell whether the words of a hit name a state themselves: then they need no other ground."""
    within = (scene.starting.get(place) for place in range(hit.start, hit.end))
    return any(one is not hit and scene.state_of(one) is not None for one in within)


def pairs(scene: Scene) -> Iterator[Pair]:
    """Yield all pairs of which one name at least is a known state's, in order."""
    link = scene.lexicon.link
    for first in sorted(scene.starting.values()):
        one = scene.party(first)
        if one is None or scene.ending.get(first.end) is not first:
            continue
        joint = link.match(scene.text, first.end)
        if joint:
            yield from _second(first.start, one, joint.end(), scene)


def _second(start: int, one: str, place: int, scene: Scene) -> Iterator[Pair]:
    hit = scene.starting.get(place)
    other = scene.party(hit)
    if hit is not None and other is not None:
        if other != one:
            yield Pair(start, hit.end, frozenset({one, other}))
        return
    unknown = _CAPITALISED.match(scene.text, place)
    if hit is None and unknown:
        yield Pair(start, unknown.end(), None)
