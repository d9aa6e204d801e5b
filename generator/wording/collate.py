"""Two paragraphs compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

NEAR = 0.45
"""Paragraphs whose words agree less than this are set side by side, not into each other.

Measured on the first releases: below it more words are marked than not, and the marks cut
sentences into pieces that nobody wrote.
"""
SMALL = 2
"""An equal run of so few words between two changes is read as part of the change."""
MOST = 4_000
"""Words of both paragraphs together, beyond which they are set side by side without a search."""

# A word (one sign, in scripts without spaces) or a mark, with the spaces before it.
_WORDS = re.compile(
    r"\s*(?:[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’-][^\W\u3040-\u30ff\u3400-\u9fff]+)*|[^\w\s]|\Z)"
)
Kind = Literal["kept", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both paragraphs have, or only the first (removed), or only the second (added)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Collation:
    """Two paragraphs set into each other."""

    ratio: float
    """Share of the words, of both, that agree."""
    runs: tuple[Run, ...]
    """In order, what was removed before what took its place; empty if they are not near."""

    @property
    def near(self) -> bool:
        """Whether the paragraphs are near enough to be set into each other."""
        return bool(self.runs)


def words(text: str) -> list[str]:
    """Return the words and marks of a text with the spaces before them; joined they are the text.

    >>> words("One's own,  two")
    ["One's", ' own', ',', '  two']
    """
    return [found for found in _WORDS.findall(text) if found]


def collate(one: str, other: str) -> Collation:
    """Compare two paragraphs.

    The first is what is kept and removed, joined; the second what is kept and added.

    >>> [(run.kind, run.text) for run in collate("a firm will to act", "the firm will to act").runs]
    [('removed', 'a'), ('added', 'the'), ('kept', ' firm will to act')]
    """
    left, right = words(one), words(other)
    if len(left) + len(right) > MOST:
        return Collation(1.0, (Run("kept", one),)) if one == other else Collation(0.0, ())
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    ratio = round(matcher.ratio(), 3)
    if ratio < NEAR:
        return Collation(ratio, ())
    return Collation(ratio, tuple(_runs(matcher.get_opcodes(), left, right)))


Opcode = tuple[str, int, int, int, int]


def _runs(opcodes: Sequence[Opcode], left: list[str], right: list[str]) -> Iterator[Run]:
    removed, added = "", ""
    for is_kept, (_, i, j, k, m) in _folded(opcodes):
        if is_kept:
            yield from _change(removed, added)
            removed = added = ""
            yield Run("kept", "".join(left[i:j]))
        else:
            removed += "".join(left[i:j])
            added += "".join(right[k:m])
    yield from _change(removed, added)


def _folded(opcodes: Sequence[Opcode]) -> Iterable[tuple[bool, Opcode]]:
    """Yield the passages with whether they are kept: not if they are small and between changes."""
    last = len(opcodes) - 1
    for place, opcode in enumerate(opcodes):
        equal = opcode[0] == "equal"
        inside = 0 < place < last
        yield equal and not (inside and opcode[2] - opcode[1] <= SMALL), opcode


def _change(removed: str, added: str) -> Iterator[Run]:
    if removed:
        yield Run("removed", removed)
    if added:
        yield Run("added", added)
