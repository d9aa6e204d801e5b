"""Topic: mentions of the first releases, layer by layer, against the gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.authority import Person
from generator.model import Archive, Mention
from generator.resolve import mentions
from generator.store.load import load
from tests import gold
from tests.quality.corpora import PROJECT
from tests.quality.measure import Absent, Measure, counted

Key = tuple[str, str, int, int, tuple[str, ...]]
"""Release, block, start, end, entities."""


@dataclass
class Score:
    """What of one layer was found, missed and wrongly found."""

    right: Counter[Key] = field(default_factory=Counter)
    missed: Counter[Key] = field(default_factory=Counter)
    wrong: Counter[Key] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Right among found; 1 if nothing was found."""
        found = self.right.total() + self.wrong.total()
        return self.right.total() / found if found else 1.0

    @property
    def recall(self) -> float:
        """Right among those the gold has; 1 if it has none."""
        there = self.right.total() + self.missed.total()
        return self.right.total() / there if there else 1.0


def archive() -> Archive:
    """Return the gold's releases with the entities and vocabulary of content/."""
    known = load(PROJECT / "content", frozenset({"entity", "vocabulary"})).archive
    return gold.archive(entities=known.entities, vocabulary=known.vocabulary)


def expected() -> Iterator[tuple[str, Key]]:
    """Yield layer and key of each of the gold's mentions; one said twice counts once."""
    seen: set[tuple[str, Key]] = set()
    for name, reading in gold.readings().items():
        for one in reading["mentions"]:
            layer = "inner" if one.get("inner") else one["layer"]
            key = _gold_key(gold.IDS[name], one)
            if (layer, key) not in seen:
                seen.add((layer, key))
                yield layer, key


def scores(found: Iterable[Mention]) -> dict[str, Score]:
    """Return a score for each layer; ambiguous mentions are no answer and count as missed."""
    wanted: dict[str, Counter[Key]] = {}
    for layer, key in expected():
        wanted.setdefault(layer, Counter())[key] += 1
    given: dict[str, Counter[Key]] = {}
    for one in found:
        if one.entities:
            given.setdefault(one.layer, Counter())[_key(one)] += 1
    layers = ("named", "demonym", "nominal", "inner")
    return {
        layer: _score(wanted.get(layer, Counter()), given.get(layer, Counter())) for layer in layers
    }


def _score(wanted: Counter[Key], given: Counter[Key]) -> Score:
    return Score(right=wanted & given, missed=wanted - given, wrong=given - wanted)


def _gold_key(release: str, one: dict[str, Any]) -> Key:
    named = one["entity"]
    entities = [named] if isinstance(named, str) else named
    start, end = one["at"]
    return release, one["block"], start, end, tuple(sorted(gold.ours(each) for each in entities))


def measures() -> Iterator[Measure]:
    """Yield precision and recall of each layer, and how many people are taken for others."""
    if not gold.GOLD.exists():
        raise Absent("../shared/gold is not there")
    read = archive()
    found = [one for each in mentions(read).values() for one in each]
    for layer, score in scores(found).items():
        right, missed, wrong = (each.total() for each in (score.right, score.missed, score.wrong))
        lost, false = _told(score.missed, read), _told(score.wrong, read)
        yield Measure(f"mentions, {layer}: found ones that are right", right, right + wrong, false)
        yield Measure(f"mentions, {layer}: those of the gold found", right, right + missed, lost)
    people = {name for name, one in read.entities.items() if isinstance(one, Person)}
    named = [one for one in found if one.layer == "named" and people & set(one.entities)]
    wanted = {key for layer, key in expected() if layer == "named"}
    yield counted(
        "mentions: people not taken for others",
        {f"{one.text} {_key(one)}": _key(one) in wanted for one in named},
    )


def _told(keys: Counter[Key], read: Archive) -> tuple[str, ...]:
    return tuple(
        f"{release[:22]} {block} {start}-{end} {_text(read, release, block)[start:end]!r} {entities}"
        for release, block, start, end, entities in sorted(keys.elements())
    )


def _key(one: Mention) -> Key:
    return one.release, one.block, one.start, one.end, tuple(sorted(one.entities))


def _text(read: Archive, release: str, block: str) -> str:
    one = read.releases[release]
    if block == "title":
        return one.head.title.value if one.head.title else ""
    return next(each.text for each in one.blocks if each.id == block)
