"""The known word that an unknown one was probably meant to be: only ever proposed, never taken."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKE, LONG_LIKE = 60.0, 75.0
"""Least likeness, of 100, for a proposal. A worse one misleads more often than it helps; long words,
as ids of records, share whole names and are not meant for each other."""
LONG = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the word of `known` most like `word`, or None if none is like it.

    >>> nearest("the-observar", ["the-gazette", "the-observer"])
    'the-observer'
    >>> nearest("xyz", ["the-gazette"])
    """
    least = LIKE if len(word) < LONG else LONG_LIKE
    # A list: of a mapping rapidfuzz would compare the values.
    found = process.extractOne(word[:200], list(known), scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None
