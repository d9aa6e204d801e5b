"""Patterns for words around a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.resolve.fold import fold

_WINDOW = 48
"""No word list holds a longer phrase; what is further away does not stand next to a name."""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`: a small letter stands for either case.

    Of no words, it is a pattern that nothing fits.

    >>> alternatives(["in", "USA"])
    '(?:USA|[iI][nN])'
    """
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    if not longest_first:
        return "(?!)"
    return "(?:" + "|".join("".join(map(_either, word)) for word in longest_first) + ")"


def _either(letter: str) -> str:
    if letter.islower() and len(letter.upper()) == 1:
        return f"[{letter}{letter.upper()}]"
    return re.escape(letter)


@dataclass(frozen=True)
class Ends:
    """A pattern for what must end right before a place in a text."""

    pattern: re.Pattern[str]

    def at(self, text: str, place: int) -> re.Match[str] | None:
        """Return what ends at `place`, if it does."""
        return self.pattern.search(text, max(0, place - _WINDOW), place)
