"""The gazetteer: all forms of all entities in one automaton, and what the rules ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import ahocorasick

from generator.authority import Entity, Event, Formula
from generator.resolve import boundaries, forms
from generator.resolve.fold import key, lower
from generator.resolve.forms import Form, fits
from generator.resolve.lexicon import Lexicon
from generator.resolve.states import States
from generator.vocabulary import Post, Vocabulary

_AROUND = 24
PhraseUse = Literal["singular", "plural", "two-parties", "visit", "the-visit"]


class Phrase(NamedTuple):
    """Words of the vocabulary that the automaton looks for along with names."""

    text: str
    use: PhraseUse
    post: Post | None = None


class Hit(NamedTuple):
    """A place in a text where forms fit, boundaries and case included."""

    start: int
    end: int
    forms: tuple[Form, ...]


class PhraseHit(NamedTuple):
    """A place in a text where words of the vocabulary stand."""

    start: int
    end: int
    phrase: Phrase


@dataclass(frozen=True)
class Entry:
    """What the automaton keeps for one key."""

    length: int
    forms: tuple[Form, ...]
    phrases: tuple[Phrase, ...]


class Gazetteer:
    """All forms of all entities, prepared once for any number of releases."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        vocabulary: Vocabulary,
        days: Mapping[str, str] | None = None,
    ) -> None:
        """Make the forms of `entities` and the automaton that finds them.

        Args:
            entities: All authority records, by id.
            vocabulary: What languages call things.
            days: The day of each release, by id; they date offices that only sources attest.
        """
        self.entities = entities
        self.vocabulary = vocabulary
        self.lexicon = Lexicon(vocabulary)
        self.states = States(entities, days or {})
        events = (one for one in entities.values() if isinstance(one, Event))
        self.visits = tuple(one for one in events if one.form == "visit")
        self.forms = tuple(self._forms())
        entries = _entries(self.forms, _phrases(vocabulary))
        self._automaton = ahocorasick.Automaton()
        for name, entry in entries.items():
            self._automaton.add_word(name, entry)
        if entries:
            self._automaton.make_automaton()
        self._is_empty = not entries

    @cached_property
    def families(self) -> frozenset[str]:
        """The family names of the people who have records, in small letters."""
        surnames = (form for form in self.forms if form.use == "surname" and not form.initial)
        return frozenset(form.key for form in surnames)

    def _forms(self) -> Iterator[Form]:
        made_with = forms.making(self.entities.values(), self.vocabulary)
        for entity in self.entities.values():
            # A formula is words, and names nobody.
            if not isinstance(entity, Formula):
                yield from forms.of(entity, made_with)

    def find(self, text: str) -> tuple[list[Hit], list[PhraseHit]]:
        """Find all forms and phrases in a composed text; hits may overlap.

        Args:
            text: As `fold.compose` gives it.

        Returns:
            Hits of names, and of phrases, with half-open offsets in `text`, by their ends.
        """
        hits: list[Hit] = []
        phrases: list[PhraseHit] = []
        if self._is_empty:
            return hits, phrases
        lexicon = self.lexicon
        for last, entry in self._automaton.iter(lower(text)):
            end = last + 1
            start = end - entry.length
            if not boundaries.begins(text, start, end, lexicon):
                continue
            if not boundaries.ends(text, start, end, lexicon):
                continue
            fitting = tuple(form for form in entry.forms if self._fits(form, text, start))
            if fitting:
                hits.append(Hit(start, end, fitting))
            phrases.extend(
                PhraseHit(start, end, phrase)
                for phrase in entry.phrases
                if fits(phrase.text, text, start)
            )
        return hits, phrases

    def _fits(self, form: Form, text: str, start: int) -> bool:
        if not fits(form.text, text, start):
            return False
        if not form.is_short or form.key not in self.lexicon.function_words:
            return True
        return not _in_capitals(text, start, start + len(form.text))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether all around `text[start:end]` is in capitals too, so that case is mute."""
    around = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    return around.isupper()


def _entries(made: Iterable[Form], phrases: Iterable[Phrase]) -> dict[str, Entry]:
    by_key: dict[str, tuple[list[Form], list[Phrase]]] = {}
    for form in made:
        by_key.setdefault(form.key, ([], []))[0].append(form)
    for phrase in phrases:
        by_key.setdefault(key(phrase.text), ([], []))[1].append(phrase)
    return {name: Entry(len(name), tuple(f), tuple(p)) for name, (f, p) in by_key.items()}


def _phrases(vocabulary: Vocabulary) -> Iterator[Phrase]:
    for post in vocabulary.posts:
        yield from (Phrase(text, "singular", post) for text in post.singular)
        yield from (Phrase(text, "plural", post) for text in post.plural)
    yield from (Phrase(text, "two-parties") for text in vocabulary.of("two-parties"))
    yield from (Phrase(text, "visit") for text in vocabulary.of("visit"))
    yield from (Phrase(text, "the-visit") for text in vocabulary.of("the-visit"))
