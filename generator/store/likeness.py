"""Whether two captures of one address are versions of one text, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz.distance import Indel

from generator.errors import visible
from generator.model import Block
from generator.store import releasefile, yamlfile

LEAST = 0.5
"""Least likeness of two versions that do not differ in their title."""
TWINS = 0.95
"""Least likeness of two versions with different titles. Source: a day's page holds many releases
under one address; of the pairs of 2011 that are alike at all, those with one title are above 0.85
in 49 of 50, and 414 with different titles lie between 0.6 and 0.89: greetings, wreaths, gifts."""
COMPARED = 20_000
"""Characters of each text that are compared."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Held:
    """What of a release tells whether a capture is a version of it."""

    title: str | None
    """As the source has it; None if it has none, or ours only stands in for one."""
    blocks: tuple[Block, ...]


class Texts:
    """Titles and blocks of releases, each file read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Held] = {}

    def note(self, path: Path, held: Held) -> None:
        """Note a release that is about to be written to this file."""
        self._read[path] = held

    def of(self, path: Path) -> Held:
        """Return what the release in this file holds; nothing if it cannot be read."""
        if path not in self._read:
            self._read[path] = _held(path.read_text("utf-8", errors="replace"))
        return self._read[path]


def held(title: str | None, blocks: tuple[Block, ...]) -> Held:
    """Return a release's title and blocks; a title in square brackets is none of the source's."""
    own = title is not None and not title.startswith("[")
    return Held(" ".join(title.casefold().split()) if own and title else None, blocks)


def _held(text: str) -> Held:
    parts = releasefile.split(text)
    if parts is None:
        return Held(None, ())
    front = yamlfile.parse(parts[0]).data
    title = front.get("title") if isinstance(front, dict) else None
    value = title.get("value") if isinstance(title, dict) else title
    return held(value if isinstance(value, str) else None, releasefile.body(parts[1]).blocks)


def alike(first: Held, second: Held) -> bool:
    """Return whether two texts of one address are versions of one release."""
    one, two = (_joined(each.blocks)[:COMPARED] for each in (first, second))
    differ = first.title and second.title and first.title != second.title
    least = TWINS if differ else LEAST
    return Indel.normalized_similarity(one, two, score_cutoff=least) >= least


def _joined(blocks: Iterable[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def differences(release: tuple[Block, ...], version: tuple[Block, ...]) -> tuple[str, ...]:
    """Return sentences on what another version says otherwise, block by block.

    >>> differences((Block("p1", "One."), Block("p2", "Two.")), (Block("p1", "One."),))
    ('p2 is missing: `Two.`',)
    """
    ours, theirs = [one.text for one in release], [one.text for one in version]
    told: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        changed = min(j - i, m - k)
        told += [
            f"{release[i + n].id} reads `{visible(theirs[k + n], 80)}`" for n in range(changed)
        ]
        told += [
            f"{release[n].id} is missing: `{visible(ours[n], 80)}`" for n in range(i + changed, j)
        ]
        told += [f"more text: `{visible(theirs[n], 80)}`" for n in range(k + changed, m)]
    if len(told) > SHOWN:
        told = [*told[:SHOWN], f"and {len(told) - SHOWN} more differences"]
    return tuple(told)
