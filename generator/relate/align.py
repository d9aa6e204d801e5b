"""Which paragraph of one release answers which of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.authority import Entity
from generator.model import Block, Mention, Release
from generator.relate.grams import Grams, grams, likeness, vectors
from generator.relate.party import opening_party

VARIANT = 0.13
"""Two paragraphs this alike are variants.

Measured on the first five releases: the least alike true pair that no party opens has .14; of
releases that share only their theme the most alike pair has .12. Read on sixty pairs of releases
with like titles: above .16 four of five pairs answer each other, from .13 to .16 a third does, a
third may; what is compared should be tied by an event or a series first, and the score be shown.
"""
SAME_PARTY = 0.06
"""The same for two paragraphs that one and the same party opens: what it says may have changed
wholly, but a release has few paragraphs that let this party speak."""
MIRROR = 0.10
"""Two paragraphs this alike that different parties open are mirror images."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs of an alignment, or one that has no answer."""

    one: str | None
    """Block of the first release."""
    other: str | None
    """Block of the second."""
    score: float
    kind: Literal["variant", "mirror", "unaligned"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what it is compared by."""

    id: str
    grams: Grams
    party: str | None


Candidate = tuple[float, int, int]
"""Likeness, and the two paragraphs' places."""


def paragraphs(
    release: Release, mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> tuple[Paragraph, ...]:
    """Return a release's paragraphs, ready to be compared; headings are passed over.

    Args:
        release: The release.
        mentions: Its mentions.
        entities: Authority records.
    """
    return tuple(
        Paragraph(block.id, grams(block.text, _named(block, mentions)), party)
        for block in release.blocks
        if not block.is_heading
        for party in (opening_party(block, mentions, entities),)
    )


def _named(block: Block, mentions: Sequence[Mention]) -> Iterator[str]:
    for one in mentions:
        if one.block == block.id and one.layer != "inner":
            yield from one.entities


def align(one: Sequence[Paragraph], other: Sequence[Paragraph]) -> tuple[Pair, ...]:
    """Pair the paragraphs of two releases.

    Variants are a matching: no paragraph has two. Mirror images are another: a paragraph may be a
    variant of one and the mirror image of another. Paragraphs that different parties open are
    never variants, however alike: "The X side expressed support to Y" is no wording of "The Y
    side expressed support to X".

    Args:
        one: Paragraphs of the first release (see `paragraphs`).
        other: Paragraphs of the second.

    Returns:
        Pairs in the order of the first release; then the second's paragraphs without an answer.

    Source:
        Alignment before comparison, and the mirror images, as the design of the archive states
        them (whole texts of this genre compared at .03 to .32); the greedy choice of the most
        alike pair first is that of Gale and Church's and later sentence aligners without their
        assumption that the order is kept, which releases of this genre do not keep.
    """
    weighed = vectors([paragraph.grams for paragraph in (*one, *other)])
    left, right = weighed[: len(one)], weighed[len(one) :]
    scores = {
        (i, j): likeness(left[i], right[j]) for i in range(len(one)) for j in range(len(other))
    }
    variants = _matching(_variants(one, other, scores), len(one), len(other))
    mirrors = _matching(_mirrors(one, other, scores), len(one), len(other))
    return tuple(_pairs(one, other, variants, mirrors))


def _variants(
    one: Sequence[Paragraph], other: Sequence[Paragraph], scores: Mapping[tuple[int, int], float]
) -> Iterator[Candidate]:
    for (i, j), score in scores.items():
        mine, theirs = one[i].party, other[j].party
        if mine and theirs and mine != theirs:
            continue
        if score >= (SAME_PARTY if mine and mine == theirs else VARIANT):
            yield score, i, j


def _mirrors(
    one: Sequence[Paragraph], other: Sequence[Paragraph], scores: Mapping[tuple[int, int], float]
) -> Iterator[Candidate]:
    for (i, j), score in scores.items():
        mine, theirs = one[i].party, other[j].party
        if mine and theirs and mine != theirs and score >= MIRROR:
            yield score, i, j


def _matching(found: Iterator[Candidate], rows: int, columns: int) -> dict[int, tuple[int, float]]:
    """Choose the most alike pair first; of two alike the one that keeps the order better."""

    def rank(candidate: Candidate) -> tuple[float, float, int, int]:
        score, i, j = candidate
        return -round(score, 6), abs((i + 0.5) / rows - (j + 0.5) / columns), i, j

    chosen: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in sorted(found, key=rank):
        if i not in chosen and j not in taken:
            chosen[i] = j, score
            taken.add(j)
    return chosen


def _pairs(
    one: Sequence[Paragraph],
    other: Sequence[Paragraph],
    variants: Mapping[int, tuple[int, float]],
    mirrors: Mapping[int, tuple[int, float]],
) -> Iterator[Pair]:
    answered: set[int] = set()
    for i, paragraph in enumerate(one):
        for kind, chosen in (("variant", variants), ("mirror", mirrors)):
            if i in chosen:
                j, score = chosen[i]
                answered.add(j)
                yield Pair(paragraph.id, other[j].id, round(score, 3), kind)  # type: ignore[arg-type]
        if i not in variants and i not in mirrors:
            yield Pair(paragraph.id, None, 0.0, "unaligned")
    for j, paragraph in enumerate(other):
        if j not in answered:
            yield Pair(None, paragraph.id, 0.0, "unaligned")


def share(pairs: Sequence[Pair]) -> float:
    """Return the lesser share of paragraphs, of the two releases, that have a variant."""
    both = sum(pair.kind == "variant" for pair in pairs)
    one = {pair.one for pair in pairs if pair.one}
    other = {pair.other for pair in pairs if pair.other}
    return both / max(len(one), len(other), 1)
