"""How well mentions are resolved: against the gold's five readings, layer by layer."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model import Archive, Mention
from generator.resolve import mentions
from generator.store.load import load
from tests import gold

CONTENT = Path(__file__).resolve().parents[2] / "content"
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
    known = load(CONTENT, frozenset({"entity", "vocabulary"})).archive
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
            key = (one.release, one.block, one.start, one.end, tuple(sorted(one.entities)))
            given.setdefault(one.layer, Counter())[key] += 1
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


def main() -> None:
    """Print the table, and with `-v` every miss and every wrong answer."""
    read = archive()
    found = [one for each in mentions(read).values() for one in each]
    print(f"{'layer':10}{'gold':>6}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}")
    for layer, score in scores(found).items():
        right, missed = score.right.total(), score.missed.total()
        total = right + score.wrong.total()
        print(
            f"{layer:10}{right + missed:>6}{total:>7}{right:>7}"
            f"{score.precision:>11.3f}{score.recall:>8.3f}"
        )
    print(f"ambiguous: {sum(not one.entities for one in found)}")
    if "-v" in sys.argv:
        _details(scores(found), read)


def _details(by_layer: dict[str, Score], read: Archive) -> None:
    for layer, score in by_layer.items():
        for label, keys in (("missed", score.missed), ("wrong", score.wrong)):
            for release, block, start, end, entities in sorted(keys.elements()):
                print(
                    f"{layer} {label} {release[:16]} {block} {start}-{end} {_text(read, release, block)[start:end]!r} {entities}"
                )


def _text(read: Archive, release: str, block: str) -> str:
    one = read.releases[release]
    if block == "title":
        return one.head.title.value if one.head.title else ""
    return next(each.text for each in one.blocks if each.id == block)


if __name__ == "__main__":
    main()
