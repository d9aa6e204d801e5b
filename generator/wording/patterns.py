"""Patterns of formulae and slots, searched in time linear in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import re2

from generator.clean.pattern import compiled
from generator.resolve.fold import fold

LONGEST = 400
"""Characters of a match; a longer one is no wording but a passage, and is passed over."""
_NONSENSE = ("", "0", "x", " ", "qzj qzj qzj")
"""Texts in which no wording stands; what matches one of them matches everything."""


def fault(pattern: str) -> str | None:
    """Return why a pattern finds no wording, or None if it may.

    >>> fault("a|.*"), fault("(")
    ('matches any text', 'cannot be read: missing )')
    >>> fault("firm will")
    """
    try:
        made = compiled(f"(?i){pattern}")
    except ValueError as unreadable:
        why = str(unreadable).partition("cannot be read: ")[2].removesuffix(f"(?i){pattern}")
        return f"cannot be read: {why.rstrip(': ')}"
    if any(made.search(text) for text in _NONSENSE):
        return "matches any text"
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """Words that a pattern found."""

    key: str
    """Whose pattern it was."""
    start: int
    end: int


class Finder:
    """Finds the wordings of many patterns; used for a whole archive.

    All patterns are searched at once (RE2's set), so that what is nowhere in a text costs nothing.
    A pattern with a fault finds nothing: `check` tells it.
    """

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        """Make ready the patterns, each with whose it is."""
        sound = [(key, pattern) for key, pattern in patterns if fault(pattern) is None]
        self._keys = [key for key, _ in sound]
        self._patterns = [compiled(f"(?i){pattern}") for _, pattern in sound]
        self._set: Any = None
        if sound:
            options = re2.Options()
            options.log_errors = False
            # Enough for thousands of patterns: a set that runs out of memory finds nothing.
            options.max_mem = 256 << 20
            self._set = re2.Set.SearchSet(options)
            for _, pattern in sound:
                self._set.Add(f"(?i){pattern}")
            self._set.Compile()

    def find(self, text: str) -> list[Found]:
        """Return what stands in a text, in order; of one key, none that overlaps another."""
        if self._set is None:
            return []
        plain = fold(text)
        found = {
            Found(self._keys[place], *match.span())
            for place in self._set.Match(plain) or ()
            for match in self._patterns[place].finditer(plain)
            if 0 < match.end() - match.start() <= LONGEST and _whole(plain, *match.span())
        }
        return list(_apart(sorted(found, key=lambda one: (one.start, -one.end, one.key))))


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    ends: dict[str, int] = {}
    for one in found:
        if one.start >= ends.get(one.key, 0):
            ends[one.key] = one.end
            yield one


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether no word is cut; scripts that glue particles to words are let be at the end."""
    before = start and _letter(text[start - 1]) and _letter(text[start])
    after = end < len(text) and _letter(text[end]) and _letter(text[end - 1])
    return not before and not (after and unicodedata.category(text[end]) != "Lo")


def _letter(character: str) -> bool:
    return character.isalnum()
