"""Formulae proposed: runs of words that recur, names masked, edges trimmed, ranked.

Source: recurrent n-grams with names masked and sub-runs absorbed, as "lexical bundles" are found
(Biber and others 1999); ranked by how many releases share a run and how long it is.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Mention
from generator.resolve.fold import fold, lower
from generator.wording.reading import Reading

SHORTEST, LONGEST = 2, 8
"""Words of a run."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?()\[\]\"“”«»…]")
INSIDE = 0.6
"""A run of whose uses this share stands in one longer run is told by the longer one alone."""
_ENDS = frozenset('.!?:"“”«»…')
_MASK, _BREAK = 0, 1


@dataclass(frozen=True, slots=True)
class Mined:
    """A run of words that several releases share."""

    words: str
    """In small letters."""
    length: int
    uses: int
    releases: int
    first: tuple[str, str]
    """Release and block where it stands first, in the order of dates."""
    rank: float


def mine(
    readings: Iterable[Reading],
    mentions: Mapping[str, Sequence[Mention]],
    little: frozenset[str],
    least: int = 2,
) -> list[Mined]:
    """Return the runs of 2 to 8 words in at least `least` releases, the most telling first.

    Time and memory grow with the number of words: runs are counted length by length, and a longer
    run is looked at only where both its parts recur (as in the Apriori algorithm).

    Args:
        readings: The releases, in the order of their dates.
        mentions: Names are masked: no run holds one.
        little: Words with which no run begins or ends (`the`, `of`), and of which alone none is.
        least: In how many releases a run must stand.
    """
    texts = _Texts(readings, mentions, little)
    kept: dict[tuple[int, ...], _Count] = {}
    alive: set[int] | None = None
    for length in range(SHORTEST, LONGEST + 1):
        counts = texts.count(length, alive, least)
        if not counts:
            break
        alive = set()
        for run, count in counts.items():
            alive.update(count.starts)
            if texts.is_trimmed(run):
                kept[run] = count
    return sorted(texts.told(_absorbed(kept)), key=lambda one: (-one.rank, one.words))


@dataclass(slots=True)
class _Count:
    uses: int
    releases: int
    first: int
    starts: list[int]


class _Texts:
    """All releases as one row of word numbers; used for one mining."""

    def __init__(
        self,
        readings: Iterable[Reading],
        mentions: Mapping[str, Sequence[Mention]],
        little: frozenset[str],
    ) -> None:
        self.numbers: dict[str, int] = {"": _MASK, ".": _BREAK}
        self.row: list[int] = []
        self.release_of: list[int] = []
        self.places: list[tuple[int, str, str]] = []
        for number, reading in enumerate(readings):
            names = _spans(mentions.get(reading.id, ()))
            for block in reading.blocks:
                self.places.append((len(self.row), reading.id, block.id))
                self._add(block.text, names.get(block.id, ()), number)
        self.words = list(self.numbers)
        self.often = Counter(self.row)
        self.total = len(self.row)
        self.little = {self.numbers[word] for word in little if word in self.numbers}

    def _add(self, text: str, names: Sequence[tuple[int, int]], release: int) -> None:
        at, opens = 0, True
        for found in _WORD.finditer(fold(text)):
            while at < len(names) and names[at][1] <= found.start():
                at += 1
            word = found[0]
            named = at < len(names) and names[at][0] < found.end()
            if not word[0].isalnum():
                number = _BREAK
            elif named or word[0].isdigit() or _is_name(word, opens):
                number = _MASK
            else:
                number = self.numbers.setdefault(lower(word), len(self.numbers))
            opens = number == _BREAK and word in _ENDS
            self.row.append(number)
            self.release_of.append(release)
        self.row.append(_BREAK)
        self.release_of.append(release)

    def count(
        self, length: int, alive: set[int] | None, least: int
    ) -> dict[tuple[int, ...], _Count]:
        """Return the runs of one length that stand in enough releases."""
        row, releases = self.row, self.release_of
        found: dict[tuple[int, ...], _Count] = {}
        last: dict[tuple[int, ...], int] = {}
        for start in sorted(alive) if alive is not None else range(len(row)):
            if alive is not None and start + 1 not in alive:
                continue
            run = tuple(row[start : start + length])
            if len(run) < length or (alive is None and min(run) <= _BREAK):
                continue
            count = found.get(run)
            if count is None:
                found[run] = _Count(1, 1, start, [start])
                last[run] = releases[start]
                continue
            count.uses += 1
            count.starts.append(start)
            if last[run] != releases[start]:
                count.releases += 1
                last[run] = releases[start]
        return {run: count for run, count in found.items() if count.releases >= least}

    def _rank(self, run: tuple[int, ...], count: _Count, content: int) -> float:
        """Weigh how many releases share a run, how much it says, and how rare its words are."""
        rarity = sum(
            math.log(self.total / self.often[one]) for one in run if one not in self.little
        )
        cohesion = math.log(self.total * count.uses) - sum(
            math.log(self.often[one]) for one in (run[0], run[-1])
        )
        shared = math.pow(math.log2(1 + count.releases), 1.5)
        said = math.pow(min(content, 4), 1.5) * rarity / content
        return round(shared * max(cohesion, 0.1) * said, 4)

    def is_trimmed(self, run: tuple[int, ...]) -> bool:
        """Return whether a run begins and ends with a word that tells something."""
        return run[0] not in self.little and run[-1] not in self.little

    def told(self, kept: Mapping[tuple[int, ...], _Count]) -> Iterator[Mined]:
        """Yield the runs in words, ranked."""
        starts = [place[0] for place in self.places]
        for run, count in kept.items():
            content = sum(number not in self.little for number in run)
            if content < SHORTEST:
                continue
            _, release, block = self.places[bisect_right(starts, count.first) - 1]
            words = " ".join(self.words[number] for number in run)
            rank = self._rank(run, count, content)
            yield Mined(words, len(run), count.uses, count.releases, (release, block), rank)


def _is_name(word: str, opens: bool) -> bool:  # noqa: FBT001 - whether a sentence opens with it
    """Return whether capitals say that a word is (part of) a name that no record explains."""
    return word[1:] != word[1:].lower() or (word[0].isupper() and not opens)


def _spans(mentions: Iterable[Mention]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in sorted(mentions, key=lambda one: (one.start, one.end)):
        if one.layer in {"named", "demonym"}:
            found[one.block].append((one.start, one.end))
    return found


def _absorbed(kept: Mapping[tuple[int, ...], _Count]) -> dict[tuple[int, ...], _Count]:
    """Leave out each run that stands (nearly) only inside a longer one."""
    inside: dict[tuple[int, ...], int] = defaultdict(int)
    for run, count in kept.items():
        for length in range(SHORTEST, len(run)):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                inside[part] = max(inside[part], count.uses)
    return {run: count for run, count in kept.items() if inside.get(run, 0) < INSIDE * count.uses}
