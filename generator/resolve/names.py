"""Names of people: the forms that follow from their parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import product

from generator.authority import Person
from generator.vocabulary import Vocabulary

_SYLLABLES = 2
_WITH_PATRONYMIC = 3


def is_whole(person: Person, form: str) -> bool:
    """Tell whether a written form is the whole name, and not a family name alone.

    A form of two words or more is whole. One word is a family name, except where a script writes
    family name and given name as one word: for family-first names in scripts without capitals.
    """
    if len(form.split()) > 1 or "." in form:
        return True
    return person.order == "family-first" and not _has_case(form)


def alike(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Return, for each spelling of a given name or patronymic, all spellings of that name."""
    groups = [one.words for one in vocabulary.words if one.role == "same-name"]
    return {word: group for group in groups for word in group}


def generated(person: Person, form: str, spellings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the forms that follow from a whole name as written.

    Family first: the given name's two syllables apart, hyphened or joined. Given name first: other
    spellings of the given name, patronymic, initials.

    Source: newspapers' style guides (syllables `A B`, `A-b` or `Ab`); ISO 9 and BGN/PCGN, which
    spell one Cyrillic name in several ways.
    """
    words = form.split()
    if not _has_case(form) or len(words) < _SYLLABLES:
        return
    if person.order == "family-first":
        yield from _family_first(words)
    else:
        yield from _given_first(person, words, spellings)


def surnames(person: Person, form: str) -> Iterator[tuple[str, str | None]]:
    """Yield the family name in a whole name as written, bare and with an initial (if any).

    Each comes with the initial's letter, or None.
    """
    words = form.replace(".", ". ").split()
    if len(words) < _SYLLABLES:
        return
    family = words[0] if person.order == "family-first" else words[-1]
    yield family, None
    if person.order == "given-first" and _has_case(form):
        initial = words[0][0]
        yield f"{initial}. {family}", initial
        yield f"{initial}.{family}", initial


def _family_first(words: list[str]) -> Iterator[str]:
    family, *given = words
    parts = given[0].split("-") if len(given) == 1 else given
    if len(parts) != _SYLLABLES:
        return
    first, second = parts
    yield f"{family} {first} {second.capitalize()}"
    yield f"{family} {first}-{second.lower()}"
    yield f"{family} {first}{second.lower()}"


def _given_first(
    person: Person, words: list[str], spellings: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    given, *middle, family = words
    if given.endswith("."):
        return
    if not middle and person.patronymic and _script(person.patronymic) == _script(family):
        middle = [person.patronymic]
    firsts = spellings.get(given, (given,))
    yield from (f"{first} {family}" for first in firsts)
    if len(middle) + 2 != _WITH_PATRONYMIC:
        return
    for first, second in product(firsts, spellings.get(middle[0], middle)):
        yield f"{first} {second} {family}"
    a, b = given[0], middle[0][0]
    yield from (
        f"{a}. {b}. {family}",
        f"{a}.{b}. {family}",
        f"{a}.{b}.{family}",
        f"{a}. {b}.{family}",
    )


def _has_case(text: str) -> bool:
    return text.lower() != text.upper()


def _script(text: str) -> str:
    return unicodedata.name(text[0], "").partition(" ")[0]
