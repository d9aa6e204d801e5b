"""Releases with the same text: reprints, found without comparing each with each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from generator.model import Relation, Release
from generator.packed import Packed
from generator.relate.grams import words

RUN = 4
"""Length of a shingle, in words."""
SAME = 0.9
"""Least share of common shingles (Jaccard) for two texts to be one.

Measured on 11,364 releases of one agency: of the pairs from .7 to .9, one of thirteen was a reprint,
the others formulae ("received credentials from the … ambassador"); above .9 all of fourteen were.
"""
LONG, SAME_LONG = 200, 0.8
"""The same for texts of so many shingles, which are no formula any more."""
LEAST = 10
"""A text of fewer shingles is not compared: two greetings may be alike to the letter."""
SKETCH = 24
"""Each text is looked up by so many of its shingles: those with the smallest fingerprints."""
SEEN = 4
"""Texts with so many of their sketches' shingles in common are compared whole."""
NEAREST = 12
"""Of many releases with one shingle, each is compared with so many before it in time."""


@dataclass(frozen=True, slots=True)
class Fingerprint(Packed):
    """The shingles of a release as numbers, sorted, without repeats."""

    release: str
    language: str
    shingles: array[int]


def fingerprint(release: Release) -> Fingerprint:
    """Return the shingles of a release's paragraphs and headings, read as one text.

    The numbers depend on the text alone (no seed), so that two machines find the same pairs. Their
    32 bits spread evenly enough for the smallest of a text to be a fair sample; that two runs of
    words share one by chance changes no share that is told.
    """
    run = [word for block in release.blocks for word in words(block.text)]
    runs = zip(run, run[1:], run[2:], run[3:], strict=False)
    found = {crc32(f"{a} {b} {c} {d}".encode()) for a, b, c, d in runs}
    return Fingerprint(release.id, release.head.language, array("I", sorted(found)))


def same_text(prints: Sequence[Fingerprint]) -> Iterator[Relation]:
    """Yield the pairs of releases of one language that share most of their shingles, both ways.

    Args:
        prints: Of all releases, in order of time; only releases near each other in it are compared when very
            many share a passage.

    Yields:
        Relations with the Jaccard coefficient as score.

    Source:
        Broder 1997 (shingles, resemblance, the sketch of smallest fingerprints).
    """
    for later, earlier in _candidates(prints):
        one, other = prints[earlier], prints[later]
        if one.language != other.language:
            continue  # a list of names is alike in any language
        score = resemblance(one.shingles, other.shingles)
        if score >= (SAME_LONG if len(one.shingles) >= LONG else SAME):
            why = (f"{round(score * 100)} % of the runs of {RUN} words are in both",)
            yield Relation("same-text", one.release, other.release, round(score, 3), evidence=why)
            yield Relation("same-text", other.release, one.release, round(score, 3), evidence=why)


def _candidates(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places, the later release first, that have much of their sketches in common."""
    seen: dict[int, list[int]] = {}
    for place, one in enumerate(prints):
        common: dict[int, int] = {}
        sketch = one.shingles[:SKETCH] if len(one.shingles) >= LEAST else ()
        for shingle in sketch:
            holders = seen.setdefault(shingle, [])
            for other in holders[-NEAREST:]:
                common[other] = common.get(other, 0) + 1
            holders.append(place)
        yield from ((place, other) for other, count in sorted(common.items()) if count >= SEEN)


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the share of what is in either that is in both (Jaccard); 0 for two empty texts.

    Args:
        one: Shingles, without repeats.
        other: The same of another text.
    """
    both = len(set(one).intersection(other))
    either = len(one) + len(other) - both
    return both / either if either else 0.0
