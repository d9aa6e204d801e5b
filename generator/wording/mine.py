"""Formulae proposed: wordings that recur, whole, and ranked by what they are worth to an analyst.

Source: recurrent n-grams with names masked and sub-runs absorbed, as "lexical bundles" are found
(Biber and others 1999); completed to closed runs (Pasquier and others 1999); ranked by how many
releases share one, how evenly over time (after Gries 2008), how firmly its words hold together, how
rare they are, how seldom it comes twice in a text (after Church 2000), and how many of its texts
stand at a higher level than news.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Archive, Mention
from generator.wording.reading import Reading
from generator.wording.rows import NAME, OFFICE, Row
from generator.wording.runs import MEANING, Edges, Run, recurrent
from generator.wording.tongue import Tongue, tongue

MOST = 400
"""Wordings that are told of one language."""
PARTS = 12
"""Equal parts of the archive, by date, over which uses may be spread."""
REPORT = 0.1
"""What a news report counts for; a release of any higher level counts for 1 more."""
DOUBT = 4
"""Releases that are held against a wording: seen twice it proves little."""
STEM = 6
"""Letters by which words are alike (`expressed`, `expressing`)."""
ALIKE, COVERED = 2 / 3, 0.5
"""Of two wordings that share so many of their words, or of whose uses so many touch, one is told."""
NAMED, TITLED = 0.8, 0.5
"""A run that ends right before a name, or an office, in so many of its uses belongs to that."""


@dataclass(frozen=True, slots=True)
class Mined:
    """A wording that several releases share."""

    words: str
    """In small letters."""
    uses: int
    releases: int
    first: tuple[str, str]
    """Release and block where it stands first, in the order of dates."""
    rank: float
    beside: tuple[str, ...]
    """Wordings that share words with it, and may be other forms of it."""


def mine(
    archive: Archive,
    readings: Iterable[Reading],
    mentions: Mapping[str, Sequence[Mention]],
    least: int = 2,
) -> list[Mined]:
    """Return wordings in at least `least` releases, language by language, the most telling first.

    Args:
        archive: Its vocabulary says which words begin, end and make no wording; its kinds, which
            releases stand at a higher level than news.
        readings: The releases, in the order of their dates.
        mentions: Names are masked: no run holds one, nor a title of office.
        least: In how many releases a run must stand.
    """
    spoken: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        spoken[reading.release.head.language].append(reading)
    told: list[Mined] = []
    for language, inside in spoken.items():
        known = tongue(archive.vocabulary, archive.kinds, language)
        told += _Mine(archive, Row(inside, mentions, known), known).told(least)
    return sorted(told, key=lambda one: (-one.rank, one.words))


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    run: Run
    starts: Sequence[int]
    meaning: frozenset[str]
    releases: int
    rank: float


class _Mine:
    """The mining of one language."""

    def __init__(self, archive: Archive, row: Row, known: Tongue) -> None:
        self.row = row
        numbers = row.numbers
        opening, closing = numbers(known.opening), numbers(known.closing)
        self.edges = Edges(row.little, opening, closing, numbers(known.light))
        self.vehicles = numbers(known.vehicles)
        self.bodies = numbers(known.bodies)
        self.weight = list(_weights(archive, row.readings))

    def told(self, least: int) -> Iterator[Mined]:
        """Yield the wordings, the most telling first, of those that are alike one."""
        runs = recurrent(self.row, self.edges, least)
        found = [one for run, starts in runs.items() if (one := self._candidate(run, starts))]
        found.sort(key=lambda one: (-one.rank, one.run))
        beside = self._apart(found)
        for one in beside:
            yield Mined(
                self.row.text(one.run),
                len(one.starts),
                one.releases,
                self.row.place(one.starts[0]),
                one.rank,
                tuple(self.row.text(other.run) for other in beside[one][:3]),
            )

    def _candidate(self, run: Run, starts: Sequence[int]) -> _Candidate | None:
        words = self.edges.meaning(run)
        vehicles = sum(one in self.vehicles for one in words)
        if vehicles and len(words) - vehicles < MEANING:
            return None
        if self._last(run) in self.bodies or self._is_of_a_name(run, starts):
            return None
        inside = sorted({self.row.release_of[start] for start in starts})
        stems = frozenset(self.row.words[one].removesuffix("s")[:STEM] for one in words)
        rank = self._cohesion(words, len(starts)) * self._worth(inside)
        # A subject comes back within a text; a formula is said once.
        rank *= min(len(words), 4) ** 2 * (len(inside) / len(starts)) ** 1.5
        return _Candidate(run, starts, stems, len(inside), round(rank, 4))

    def _is_of_a_name(self, run: Run, starts: Sequence[int]) -> bool:
        after = Counter(self.row.at(start + len(run)) for start in starts)
        named = after[NAME] + after[OFFICE]
        open_end = run[-1] not in self.row.little
        return after[OFFICE] >= TITLED * len(starts) or (open_end and named >= NAMED * len(starts))

    def _last(self, run: Run) -> int:
        """Return the last word that is not little."""
        return next(one for one in reversed(run) if one not in self.row.little)

    def _cohesion(self, words: Sequence[int], uses: int) -> float:
        """Return how much oftener the words stand together than by chance, and how rare they are."""
        often, total = self.row.often, len(self.row.row)
        together = math.log(total * uses / often[words[0]] / often[words[-1]])
        rare = min(math.log(total / often[one]) for one in words)
        return max(together, 0.1) * max(rare - 4, 0.1)

    def _worth(self, inside: Sequence[int]) -> float:
        """Return how much the releases that share a wording say for it: number, level, spread.

        The spread is the number of parts of the archive they stand in, against what chance gives.
        """
        weight = sum(self.weight[one] for one in inside)
        size = len(self.row.readings) / PARTS
        hit = len({int(one / size) for one in inside})
        expected = PARTS * (1 - (1 - 1 / PARTS) ** len(inside))
        level = weight / (len(inside) + DOUBT)
        return float(level * math.log2(1.2 + weight / 2) ** 2.5 * min(1.0, hit / expected) ** 2)

    def _apart(self, found: Iterable[_Candidate]) -> dict[_Candidate, list[_Candidate]]:
        """Return the first of those that share words or uses, each with the others."""
        kept: list[_Candidate] = []
        beside: dict[int, list[_Candidate]] = defaultdict(list)
        having: dict[str, list[int]] = defaultdict(list)
        cover = bytearray(len(self.row.row) + 1)
        for one in found:
            if (like := _like(one, kept, having)) is not None:
                beside[like].append(one)
                continue
            length = len(one.run)
            if sum(any(cover[at : at + length]) for at in one.starts) >= COVERED * len(one.starts):
                continue
            for at in one.starts:
                first, last = max(0, at - 1), at + length + 1
                cover[first:last] = b"\1" * (last - first)
            for stem in one.meaning:
                having[stem].append(len(kept))
            kept.append(one)
            if len(kept) == MOST:
                break
        return {one: beside[place] for place, one in enumerate(kept)}


def _like(
    one: _Candidate, kept: Sequence[_Candidate], having: Mapping[str, Sequence[int]]
) -> int | None:
    """Return the place of the first that shares so many words that one of both suffices."""
    shared = Counter(place for stem in one.meaning for place in having.get(stem, ()))
    for place in sorted(shared):
        if shared[place] >= ALIKE * min(len(one.meaning), len(kept[place].meaning)):
            return place
    return None


def _weights(archive: Archive, readings: Iterable[Reading]) -> Iterator[float]:
    lowest = max((kind.level for kind in archive.kinds.values()), default=1)
    for reading in readings:
        kind = archive.kinds.get(reading.release.head.kind)
        yield REPORT + (kind is not None and kind.level < lowest)
