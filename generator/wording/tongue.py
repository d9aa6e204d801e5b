"""What the words of a language do at the edges of a wording, as the vocabulary declares it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import KindTerm
from generator.resolve.fold import fold, lower
from generator.vocabulary import Role, Vocabulary

LITTLE: tuple[Role, ...] = (
    "function-word",
    "article",
    "of",
    "by",
    "and",
    "preposition",
    "pronoun",
)
OFFICES: tuple[Role, ...] = ("address", "office")
"""Words that head a title; with a name after them or not, they name somebody."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """Words of a language by what they do, as `key` writes them."""

    little: frozenset[str]
    """Of which alone no wording is (`the`, `of`)."""
    opening: frozenset[str]
    """Those of the little words that a wording may begin with (`in an all-round way`)."""
    closing: frozenset[str]
    """Those that a wording may end with (`paid tribute to`)."""
    light: frozenset[str]
    """Words that tell nothing by themselves (`took place`, `last year`)."""
    offices: frozenset[str]
    bodies: frozenset[str]
    """What designates bodies and things, and no wording (`civic organisations`)."""
    vehicles: frozenset[str]
    """Words by which kinds of release are known (`press statement`): what carries a wording."""


def key(word: str) -> str:
    """Return a word as wordings are compared: small letters, without accents.

    >>> key("Élan")
    'elan'
    """
    plain = unicodedata.normalize("NFKD", lower(fold(word)))
    return "".join(one for one in plain if not unicodedata.combining(one))


def tongue(vocabulary: Vocabulary, kinds: Mapping[str, KindTerm], language: str) -> Tongue:
    """Return what is declared of the words of `language`; all is empty where nothing is."""
    little = _words(vocabulary, LITTLE, language)
    vehicles = (part for kind in kinds.values() for each in kind.words for part in each.split())
    return Tongue(
        little=little,
        opening=_words(vocabulary, ("opens-wording",), language),
        closing=_words(vocabulary, ("closes-wording",), language),
        light=_words(vocabulary, ("light",), language),
        offices=_words(vocabulary, OFFICES, language) - little,
        bodies=_many(_words(vocabulary, ("name-head",), language)),
        vehicles=_keys(vehicles) - little,
    )


def _words(vocabulary: Vocabulary, roles: tuple[Role, ...], language: str) -> frozenset[str]:
    lists = (one for one in vocabulary.words if one.role in roles and one.language == language)
    return _keys(word.rstrip(".") for one in lists for word in one.words)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in words)


def _many(words: frozenset[str]) -> frozenset[str]:
    """Return words and what they are in the plural, where that is told by an `s`."""
    return (
        words
        | {f"{one}s" for one in words}
        | {f"{one[:-1]}ies" for one in words if one.endswith("y")}
    )
