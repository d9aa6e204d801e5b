"""Names that cannot tell whom they mean, and names that are not what they look like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.authority import Entity, Event, Formula, Series
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible
from generator.vocabulary import Vocabulary

_WORD = re.compile(r"\w+")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK")


def doubtful(subject: Subject) -> Iterator[Finding]:
    """Yield each variant that finds too much, and each title with letters of two scripts in a word."""
    first: dict[str, Entity] = {}
    common = _common_words(subject.archive.vocabulary)
    for entity in subject.archive.entities.values():
        if isinstance(entity, Formula):
            continue
        path = subject.archive.paths[entity.id]
        own: set[str] = set()
        for at, form, needs in _forms(entity):
            if form in own:
                message = f"`{visible(form, 60)}` stands in this record already"
                yield Finding(path, at, message, "delete one of the two", "warning")
                continue
            own.add(form)
            if needs:
                continue
            yield from _finds_too_much(path, at, form, common)
            other = first.setdefault(form, entity)
            if other is not entity and not _told_by_date(entity, other):
                message = f"`{visible(form, 60)}` also names `{other.id}`"
                fix = "let one of the two need a context (`needs`), or leave the mention ambiguous"
                yield Finding(path, at, message, fix, "warning")
    yield from _titles(subject)


def _titles(subject: Subject) -> Iterator[Finding]:
    for release in subject.archive.releases.values():
        title = release.head.title
        if title and (word := mixed(title.value)):
            message = f"the word `{visible(word, 40)}` of the title has letters of two scripts"
            path = subject.archive.paths[release.id]
            yield Finding(
                path, ("title",), message, "look whether it is a copying fault", "warning"
            )


def mixed(text: str) -> str | None:
    """Return the first word of `text` that mixes letters of scripts that look alike.

    >>> mixed("Visit of Lаvrov to Moscow")
    'Lаvrov'
    >>> mixed("Visit of the МИД")
    """
    if text.isascii():
        return None
    for found in _WORD.finditer(text):
        names = {unicodedata.name(letter, "").partition(" ")[0] for letter in found[0]}
        if len(names.intersection(_ALIKE)) > 1:
            return found[0]
    return None


def _forms(entity: Entity) -> Iterator[tuple[Loc, str, str | None]]:
    yield ("heading",), entity.heading, None
    for index, variant in enumerate(entity.variants):
        yield ("variants", index, "form"), variant.form, variant.needs


def _told_by_date(one: Entity, other: Entity) -> bool:
    # Which of several events or series of one name is meant, their dates say.
    return isinstance(one, Event | Series) and isinstance(other, Event | Series)


def _common_words(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(
        word.casefold()
        for words in vocabulary.words
        for word in words.words
        if words.role not in ("honorific", "name-head", "person-head")
    )


def _finds_too_much(path: str, at: Loc, form: str, common: frozenset[str]) -> Iterator[Finding]:
    shown = visible(form, 60)
    if len(form) < 2:
        message = f"`{shown}` is a single character and will be found everywhere"
        yield Finding(path, at, message, "delete it, or let it need a context (`needs`)", "warning")
    elif form.casefold() in common and not form.isupper():
        message = f"`{shown}` is a common word and will be found everywhere"
        yield Finding(path, at, message, "delete it, or let it need a context (`needs`)", "warning")
