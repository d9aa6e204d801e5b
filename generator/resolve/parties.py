"""The two states that a release is about, as it says itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from generator.resolve import joined
from generator.resolve.reading import TITLE
from generator.resolve.scene import Scene

_TWO = 2


class Parties:
    """The parties of a release, at any place of its text."""

    def __init__(self, scene: Scene) -> None:
        """Read the pairs of states that the text joins, and what the release is about."""
        self._scene = scene
        self._pairs = list(joined.pairs(scene))
        self._starts = [pair.start for pair in self._pairs]
        self._overall = self._of_events() or self._most_joined() or self._in_title()

    def at(self, place: int) -> frozenset[str] | None:
        """Return the two states that `the two countries` means at a place of the text.

        The pair joined last before it in the same block; else the two of the release: those of its
        events, else the pair that the text joins more often than all others together, else the two
        that its title names. None if a pair is joined of which one is unknown: it may be meant.
        """
        number = bisect_left(self._starts, place) - 1
        reading = self._scene.reading
        if number >= 0:
            pair = self._pairs[number]
            if reading.number(pair.start) == reading.number(place):
                return pair.states
        return self._overall

    def _of_events(self) -> frozenset[str] | None:
        states = self._scene.of_states.of_all(self._scene.reading.events)
        return states if len(states) == _TWO else None

    def _most_joined(self) -> frozenset[str] | None:
        votes = Counter(pair.states for pair in self._pairs)
        if not votes:
            return None
        (first, count), *_ = votes.most_common(1)
        return first if count * 2 > votes.total() else None

    def _in_title(self) -> frozenset[str] | None:
        reading = self._scene.reading
        if self._pairs or reading.ids[:1] != (TITLE,):
            return None
        named = {
            self._scene.party(hit)
            for place, hit in self._scene.starting.items()
            if reading.number(place) == 0
        }
        states = frozenset(state for state in named if state is not None)
        return states if len(states) == _TWO else None
