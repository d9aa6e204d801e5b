"""Whether two captures of one address are versions of one text, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz.distance import Indel

from generator.errors import visible
from generator.model import Block
from generator.store import releasefile

LEAST = 0.5
"""Least likeness of two versions. Source: measured on pages of one address; texts of one day's
page that tell of different things stay below 0.4."""
COMPARED = 20_000
"""Characters of each text that are compared."""
SHOWN = 5


class Texts:
    """Blocks of releases, each file read once."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Block, ...]] = {}

    def note(self, path: Path, blocks: tuple[Block, ...]) -> None:
        """Note a release that is about to be written to this file."""
        self._read[path] = blocks

    def of(self, path: Path) -> tuple[Block, ...]:
        """Return the blocks of the release in this file; none if it cannot be read."""
        if path not in self._read:
            text = path.read_text("utf-8", errors="replace")
            parts = releasefile.split(text)
            self._read[path] = releasefile.body(parts[1]).blocks if parts else ()
        return self._read[path]


def alike(first: Iterable[Block], second: Iterable[Block]) -> bool:
    """Return whether two texts are versions of one."""
    one, two = (_joined(blocks)[:COMPARED] for blocks in (first, second))
    return Indel.normalized_similarity(one, two, score_cutoff=LEAST) >= LEAST


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
