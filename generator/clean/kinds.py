"""The kind of a release, proposed from words of its title and first paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from generator.clean.sheet import Reading
from generator.model import Block, KindTerm


def propose(title: Reading | None, first: Block | None, kinds: Iterable[KindTerm]) -> list[Reading]:
    """Return at most one reading: the first kind of the vocabulary whose words are found.

    The title is asked before the first paragraph, because a report may open by naming the
    statement that it reports.
    """
    terms = tuple(kinds)
    places = [(title.value, title.evidence)] if title else []
    places += [(first.text, (first.id,))] if first else []
    for text, evidence in places:
        folded = f" {_folded(text)} "
        for term in terms:
            if any(_folded(word) in folded for word in term.words):
                return [Reading("kind", term.id, evidence, "inferred")]
    return []


def otherwise(kinds: Iterable[KindTerm]) -> list[Reading]:
    """Return the kind of a text that names none: the last of those that have no words."""
    plain = [term for term in kinds if not term.words]
    return [Reading("kind", plain[-1].id, (), "supplied")] if plain else []


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")
