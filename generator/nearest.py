"""The known word that an unknown one was probably meant to be: only ever proposed, never taken."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKE = 60.0
"""Least likeness, of 100, for a proposal. A worse one misleads more often than it helps."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the word of `known` most like `word`, or None if none is like it.

    >>> nearest("the-observar", ["the-gazette", "the-observer"])
    'the-observer'
    >>> nearest("xyz", ["the-gazette"])
    """
    # A list: of a mapping rapidfuzz would compare the values.
    found = process.extractOne(word[:200], list(known), scorer=fuzz.ratio, score_cutoff=LIKE)
    return found[0] if found else None
