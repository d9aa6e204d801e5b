"""Two releases compared: paragraph with paragraph, name with name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.authority import AlignmentRuling, Entity, Person
from generator.changes import short_hash
from generator.model import Mention
from generator.relate.align import Pair, align, paragraphs
from generator.wording.collate import Collation, collate
from generator.wording.reading import Reading

Status = Literal["proposed", "confirmed"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph of each release, or of one; compared word by word if they are variants."""

    pair: Pair
    status: Status
    one: str
    """The first's text; empty if there is none."""
    other: str
    collation: Collation | None
    ruling: AlignmentRuling | None = None
    """What a person said of the two, if that is why they stand here."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two releases, side by side."""

    one: Reading
    other: Reading
    rows: tuple[Compared, ...]
    """In the order of the first release; what only the second has stands after what goes before
    it there."""
    only_one: tuple[str, ...]
    """Entities that only the first names, in the order in which it does."""
    only_other: tuple[str, ...]
    both: tuple[str, ...]
    people: tuple[tuple[str, ...], tuple[str, ...]]
    """Persons in the order in which each release names them first."""
    stale: tuple[AlignmentRuling, ...]
    """What a person confirmed of paragraphs that have changed since: told, not used."""


@dataclass(frozen=True, slots=True)
class Known:
    """What comparisons rest on besides the texts."""

    entities: Mapping[str, Entity]
    mentions: Mapping[str, Sequence[Mention]]
    rulings: Sequence[AlignmentRuling] = ()


def compare(one: Reading, other: Reading, known: Known) -> Comparison:
    """Compare what may be shown of two releases.

    Args:
        one: The earlier, or the one that the other is held against.
        other: The later.
        known: Records, mentions, and the alignments that persons ruled on.
    """
    rulings, stale = _rulings(one, other, known.rulings)
    pairs = tuple(_ruled(_align(one, other, known), rulings))
    named = [_named(each, known) for each in (one, other)]
    anywhere = [_anywhere(each, known) for each in (one, other)]
    return Comparison(
        one=one,
        other=other,
        rows=tuple(_in_order(_compared(one, other, pairs, rulings), other)),
        only_one=tuple(each for each in named[0] if each not in anywhere[1]),
        only_other=tuple(each for each in named[1] if each not in anywhere[0]),
        both=tuple(each for each in named[0] if each in named[1]),
        people=(_people(named[0], known), _people(named[1], known)),
        stale=stale,
    )


def _align(one: Reading, other: Reading, known: Known) -> tuple[Pair, ...]:
    ready = (
        paragraphs(
            replace(each.release, blocks=each.blocks),
            known.mentions.get(each.id, ()),
            known.entities,
        )
        for each in (one, other)
    )
    return align(*ready)


def _rulings(
    one: Reading, other: Reading, every: Iterable[AlignmentRuling]
) -> tuple[dict[tuple[str, str], AlignmentRuling], tuple[AlignmentRuling, ...]]:
    """Return what is ruled of the two releases' paragraphs (block and block), and what is stale."""
    kept: dict[tuple[str, str], AlignmentRuling] = {}
    stale: list[AlignmentRuling] = []
    for ruling in every:
        (first, left), (second, right) = ruling.places
        if (first, second) == (other.id, one.id):
            (first, left), (second, right) = (second, right), (first, left)
            ruling = ruling.turned()
        if (first, second) != (one.id, other.id):
            continue
        if ruling.texts == (short_hash(one.text(left)), short_hash(other.text(right))):
            kept[left, right] = ruling
        else:
            stale.append(ruling)
    return kept, tuple(stale)


def _ruled(
    pairs: Sequence[Pair], rulings: Mapping[tuple[str, str], AlignmentRuling]
) -> Iterator[Pair]:
    """Yield the pairs as a person mended them: what is ruled goes before what is found."""
    said = {key: one.kind for key, one in rulings.items() if one.kind != "none"}
    left = {(key[0], kind) for key, kind in said.items()}
    right = {(key[1], kind) for key, kind in said.items()}
    scores = {(pair.one, pair.other): pair.score for pair in pairs}
    kept = [
        pair
        for pair in pairs
        if pair.one and pair.other
        and (pair.one, pair.other) not in rulings
        and (pair.one, pair.kind) not in left
        and (pair.other, pair.kind) not in right
    ]  # fmt: skip
    kept += [
        Pair(one, other, scores.get((one, other), 0.0), "mirror" if kind == "mirror" else "variant")
        for (one, other), kind in said.items()
    ]
    order = {pair.one: place for place, pair in enumerate(pairs) if pair.one}
    yield from sorted(kept, key=lambda pair: (order[pair.one or ""], pair.kind != "variant"))
    yield from _alone(pairs, kept)


def _alone(pairs: Sequence[Pair], kept: Sequence[Pair]) -> Iterator[Pair]:
    answered = {pair.one for pair in kept}, {pair.other for pair in kept}
    for one in dict.fromkeys(pair.one for pair in pairs if pair.one):
        if one not in answered[0]:
            yield Pair(one, None, 0.0, "unaligned")
    for other in dict.fromkeys(pair.other for pair in pairs if pair.other):
        if other not in answered[1]:
            yield Pair(None, other, 0.0, "unaligned")


def _compared(
    one: Reading,
    other: Reading,
    pairs: Iterable[Pair],
    rulings: Mapping[tuple[str, str], AlignmentRuling],
) -> Iterator[Compared]:
    for pair in pairs:
        left = one.text(pair.one) if pair.one else ""
        right = other.text(pair.other) if pair.other else ""
        ruling = rulings.get((pair.one or "", pair.other or ""))
        both = collate(left, right) if pair.kind == "variant" else None
        yield Compared(pair, "confirmed" if ruling else "proposed", left, right, both, ruling)


def _in_order(rows: Iterable[Compared], other: Reading) -> Iterator[Compared]:
    """Yield the rows in the first release's order, those of the second alone after their neighbour."""
    every = list(rows)
    mine = sorted((row for row in every if row.pair.one), key=_place)
    answer: dict[str, int] = {}
    for place, row in enumerate(mine):
        if row.pair.other:
            answer[row.pair.other] = place
    waiting: dict[int, list[Compared]] = {}
    alone = {row.pair.other: row for row in every if not row.pair.one}
    after = -1
    for block in other.blocks:
        after = answer.get(block.id, after)
        if block.id in alone:
            waiting.setdefault(after, []).append(alone[block.id])
    yield from waiting.get(-1, ())
    for place, row in enumerate(mine):
        yield row
        yield from waiting.get(place, ())


def _place(row: Compared) -> tuple[int, bool]:
    return int((row.pair.one or "p0")[1:]), row.pair.kind != "variant"


def _named(reading: Reading, known: Known) -> tuple[str, ...]:
    """Return the entities that what may be shown of a release names, in order."""
    order = {block.id: place for place, block in enumerate(reading.blocks)}
    found = [
        one
        for one in known.mentions.get(reading.id, ())
        if one.layer == "named" and one.end <= len(reading.text(one.block))
    ]
    found.sort(key=lambda one: (order[one.block], one.start))
    return tuple(dict.fromkeys(entity for one in found for entity in one.entities))


def _anywhere(reading: Reading, known: Known) -> frozenset[str]:
    """Return what a release names or means in any way: by name, by demonym, by description."""
    found = known.mentions.get(reading.id, ())
    return frozenset(entity for one in found for entity in (*one.entities, *one.candidates))


def _people(named: Iterable[str], known: Known) -> tuple[str, ...]:
    return tuple(one for one in named if isinstance(known.entities.get(one), Person))
