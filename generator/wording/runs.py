"""Runs of words that recur in several releases, each completed to its natural edges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.wording.rows import BREAK, Row

SHORTEST, LONGEST = 2, 8
"""Words of a run that is counted."""
COMPLETE = 14
"""Words that a run may be completed to."""
SURE, ENOUGH = 0.9, 4
"""A run is completed by the word beside it if that stands there in this share of its uses, and it
has at least so many: fewer prove no edge."""
INSIDE, SAME = 0.35, 0.75
"""A run of whose uses this share stands in one longer run is told by the longer one alone: one that
says more, and one that only has little words more."""
MEANING = 2
"""Words that must tell something, in a run that does."""

Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """What words may stand at the edges of a run, as numbers of the row."""

    little: frozenset[int]
    opening: frozenset[int]
    closing: frozenset[int]
    light: frozenset[int]

    def trimmed(self, run: Run, *, sure: bool) -> tuple[int, int]:
        """Return the span of a run without the little words at its edges.

        If its edges are `sure`, those of them stay that may open or close a wording.
        """
        first, last = 0, len(run)
        while first < last and self._falls(run[first], self.opening if sure else ()):
            first += 1
        while first < last and self._falls(run[last - 1], self.closing if sure else ()):
            last -= 1
        return first, last

    def _falls(self, word: int, kept: Collection[int]) -> bool:
        return word in self.little and word not in kept

    def meaning(self, run: Run) -> tuple[int, ...]:
        """Return the words of a run that tell something."""
        return tuple(one for one in run if one not in self.little and one not in self.light)


def recurrent(row: Row, edges: Edges, least: int) -> Mapping[Run, Sequence[int]]:
    """Return the complete runs that stand in at least `least` releases, with where they begin.

    Time and memory grow with the number of words: runs are counted length by length, and a longer
    run is looked at only where both its parts recur (as in the Apriori algorithm).
    """
    found: dict[Run, Sequence[int]] = {}
    for run, starts in _counted(row, least).items():
        sure = len(starts) >= ENOUGH
        whole, begins = _completed(row, run, starts) if sure else (run, starts)
        first, last = edges.trimmed(whole, sure=sure)
        told = whole[first:last]
        if len(edges.meaning(told)) >= MEANING and len(found.get(told, ())) < len(begins):
            found[told] = [begin + first for begin in begins]
    return _outermost(found, edges)


def _counted(row: Row, least: int) -> dict[Run, list[int]]:
    kept: dict[Run, list[int]] = {}
    alive: set[int] | None = None
    for length in range(SHORTEST, LONGEST + 1):
        found: dict[Run, list[int]] = defaultdict(list)
        for start in range(len(row.row)) if alive is None else sorted(alive):
            if alive is not None and start + 1 not in alive:
                continue
            run = tuple(row.row[start : start + length])
            if len(run) == length and (alive is not None or min(run) > BREAK):
                found[run].append(start)
        alive = set()
        for run, starts in found.items():
            if len(starts) >= least and releases(row, starts) >= least:
                kept[run] = starts
                alive.update(starts)
    return kept


def releases(row: Row, starts: Sequence[int]) -> int:
    """Return in how many releases the words at `starts`, which rise, stand."""
    of = row.release_of
    return 1 + sum(of[one] != of[other] for one, other in pairwise(starts))


def _completed(row: Row, run: Run, starts: Sequence[int]) -> tuple[Run, Sequence[int]]:
    """Return a run with the words that nearly always stand beside it, and where that begins."""
    length, enough = len(run), SURE * len(starts)
    while length < COMPLETE:
        if (word := _usual(row, starts, length, enough)) is not None:
            starts = [one for one in starts if row.at(one + length) == word]
        elif (word := _usual(row, starts, -1, enough)) is not None:
            starts = [one - 1 for one in starts if row.at(one - 1) == word]
        else:
            break
        length += 1
    return tuple(row.row[starts[0] : starts[0] + length]), starts


def _usual(row: Row, starts: Sequence[int], off: int, enough: float) -> int | None:
    """Return the word that stands `off` from `starts` often enough; None if none does."""
    ((word, times),) = Counter(row.at(one + off) for one in starts).most_common(1)
    return word if word > BREAK and times >= enough else None


def _outermost(found: Mapping[Run, Sequence[int]], edges: Edges) -> dict[Run, Sequence[int]]:
    """Leave out each run that is told well enough by a longer one it stands in."""
    more: dict[Run, int] = defaultdict(int)
    same: dict[Run, int] = defaultdict(int)
    for run, starts in found.items():
        means = len(edges.meaning(run))
        for length in range(SHORTEST, len(run)):
            for first in range(len(run) - length + 1):
                part = run[first : first + length]
                if part in found:
                    inside = more if len(edges.meaning(part)) < means else same
                    inside[part] = max(inside[part], len(starts))
    return {
        run: at
        for run, at in found.items()
        if more.get(run, 0) < INSIDE * len(at) and same.get(run, 0) < SAME * len(at)
    }
