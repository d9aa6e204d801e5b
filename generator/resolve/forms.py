"""Forms: a string by which a text may name an entity, and what its use asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.authority import Entity, Event, Person, Place
from generator.resolve import bilateral, inflections, names
from generator.resolve.fold import compose, lower
from generator.vocabulary import Inflection, Vocabulary

Use = Literal["name", "surname", "demonym"]
_SHORT = 5
# A heading such as `North Hall (Geneva)` is a label of ours: its brackets are in no text.
_QUALIFIED = re.compile(r"[(\[]")


@dataclass(frozen=True)
class Form:
    """One way to name one entity."""

    text: str
    """Composed (see `fold.compose`), in its own case."""
    entity: str
    use: Use
    rule: str
    """Goes into the mentions that rest on it: `variant`, `generated`, `surname`, `error`, …"""
    needs: str | None = None
    """The context it must stand in."""
    initial: str | None = None
    """Of a surname with an initial: the letter."""

    @cached_property
    def key(self) -> str:
        """What is looked up in a text: small letters, as long as `text`."""
        return lower(self.text)

    @cached_property
    def is_short(self) -> bool:
        """Whether it is an acronym that a common word could be, were it not for its capitals."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) <= _SHORT and all(letter.isupper() for letter in letters)


def fits(form: str, text: str, start: int) -> bool:
    """Tell whether the case in `text`, where `form` was found at `start`, allows it.

    A capital of the form must be one in the text; a small letter may be either, since titles
    capitalise what they like.

    >>> fits("US", "take us there", 5)
    False
    """
    found = text[start : start + len(form)]
    return found == form or all(
        letter.isupper() for wanted, letter in zip(form, found, strict=True) if wanted.isupper()
    )


@dataclass(frozen=True)
class Making:
    """What forms are made with: facts of languages, and the names of states."""

    spellings: Mapping[str, tuple[str, ...]]
    """Spelling of a given name → all spellings of that name."""
    inflections: tuple[Inflection, ...]
    states: frozenset[str]
    """In small letters; for names that join two of them."""


def making(entities: Iterable[Entity], vocabulary: Vocabulary) -> Making:
    """Return what the forms of these entities are made with."""
    states = [one for one in entities if isinstance(one, Place) and one.state]
    written = [form.key for state in states for form in _written(state)]
    return Making(names.alike(vocabulary), vocabulary.inflections, frozenset(written))


def of(entity: Entity, made_with: Making) -> Iterator[Form]:
    """Yield every form of an entity, once; what is written comes before what is generated."""
    seen: set[tuple[str, Use]] = set()
    for form in _all(entity, made_with):
        known = (form.text, form.use)
        if known not in seen and form.key.strip():
            seen.add(known)
            yield form


def plain(text: str) -> str:
    """Return a form as texts are compared with it: composed, without spaces around."""
    return compose(unicodedata.normalize("NFC", text)).text.strip()


def _all(entity: Entity, made_with: Making) -> Iterator[Form]:
    written = tuple(_written(entity))
    if isinstance(entity, Person):
        written = tuple(_as_person(entity, form) for form in written)
    yield from written
    yield from (Form(plain(one.form), entity.id, "name", "error") for one in entity.errors)
    if isinstance(entity, Place):
        yield from _demonyms(entity, made_with)
    if isinstance(entity, Person):
        yield from _of_person(entity, written, made_with)
    else:
        yield from _generated(entity, written, made_with)


def _written(entity: Entity) -> Iterator[Form]:
    for variant in entity.variants:
        rule = "generated" if variant.generated else "variant"
        yield Form(plain(variant.form), entity.id, "name", rule, variant.needs)
    # An event's heading is the archive's label; texts name events by their variants.
    if not isinstance(entity, Event) and not _QUALIFIED.search(entity.heading):
        yield Form(plain(entity.heading), entity.id, "name", "heading")


def _as_person(person: Person, form: Form) -> Form:
    if names.is_whole(person, form.text):
        return form
    return Form(form.text, person.id, "surname", "surname", form.needs)


def _demonyms(place: Place, made_with: Making) -> Iterator[Form]:
    for text in place.demonyms:
        made = (plain(text), *inflections.of_phrase(plain(text), made_with.inflections))
        yield from (Form(one, place.id, "demonym", "demonym") for one in made)


def _of_person(person: Person, written: Iterable[Form], made_with: Making) -> Iterator[Form]:
    for form in written:
        if form.use == "name" and person.generate:
            yield from _whole(person, form.text, made_with)
        if form.use == "name":
            found = names.surnames(person, form.text)
        else:
            found = iter([(form.text, None)])
        for text, initial in found:
            made = (text, *inflections.of_phrase(text, made_with.inflections))
            yield from (_surname(person, one, initial) for one in made)


def _whole(person: Person, text: str, made_with: Making) -> Iterator[Form]:
    for made in names.generated(person, text, made_with.spellings):
        yield Form(made, person.id, "name", "generated")
    for made in inflections.of_name(text, made_with.inflections, order=person.order):
        yield Form(made, person.id, "name", "declined")


def _surname(person: Person, text: str, initial: str | None) -> Form:
    return Form(text, person.id, "surname", "surname", initial=initial)


def _generated(entity: Entity, written: Iterable[Form], made_with: Making) -> Iterator[Form]:
    for form in written:
        for made in bilateral.turned(form.text, made_with.states):
            yield Form(made, entity.id, "name", "generated", form.needs)
        for made in inflections.of_phrase(form.text, made_with.inflections):
            yield Form(made, entity.id, "name", "declined", form.needs)
