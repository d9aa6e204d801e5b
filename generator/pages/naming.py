"""Where an entity is named: every mention in its sentence, and the forms of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.authority import Entity, Misspelling
from generator.model import Mention, Release
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.particulars import LANGUAGES, Row
from generator.pages.passages import block_name
from generator.pages.sentences import sentence
from generator.pages.weight import LIMIT, of_line, of_words
from generator.pages.words import Words, counted

MOST = 200
"""Sentences that one page may hold."""
_HEAD = 120
"""What the date and the outlet above the sentences of a release weigh."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that names the entity; the naming words lead to its paragraph."""

    where: Words
    pieces: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A release that names the entity."""

    release: Words
    outlet: str
    date: str
    language: str
    sentences: tuple[Sentence, ...]
    unseen: str
    """How many mentions lie in text that may not be shown; empty if none."""


def namings(holdings: Holdings, entity: str) -> tuple[Naming, ...]:
    """Return the releases that name an entity, by date, with each sentence that does."""
    return in_sentences(holdings, holdings.named.get(entity, ()))


def in_sentences(holdings: Holdings, found: Iterable[Mention]) -> tuple[Naming, ...]:
    """Return mentions, which stand in the order of the releases, in their sentences."""
    return tuple(
        _naming(holdings, holdings.archive.releases[release], list(inside))
        for release, inside in groupby(found, key=lambda mention: mention.release)
    )


def sheets(
    namings: Iterable[Naming], most: int = MOST, first: int = LIMIT
) -> list[tuple[Naming, ...]]:
    """Return namings in runs, each for a page: of at most `most` sentences, none too heavy.

    A release whose sentences go over the end of a page stands on both.

    Args:
        namings: In the order in which they stand.
        most: Sentences that one page may hold.
        first: What the first page has room for, in weight.
    """
    made: list[list[Naming]] = [[]]
    room, places = first, most
    for naming in namings:
        begun: list[Sentence] = []
        head = _HEAD + of_words(naming.release)
        room -= head
        for each in naming.sentences or (None,):
            weighs = of_words(each.where) + of_line(each.pieces) if each else 0
            if places < 1 or (weighs > room and (made[-1] or begun)):
                made[-1] += [replace(naming, sentences=tuple(begun))] if begun else []
                made.append([])
                begun, room, places = [], LIMIT - head, most
            begun += [each] if each else []
            room, places = room - weighs, places - 1
        made[-1].append(replace(naming, sentences=tuple(begun)))
    return [tuple(sheet) for sheet in made if sheet]


def _naming(holdings: Holdings, release: Release, mentions: list[Mention]) -> Naming:
    seen = [mention for mention in mentions if holdings.is_shown(mention)]
    hidden = len(mentions) - len(seen)
    date = holdings.date(release)
    return Naming(
        release=holdings.to_release(release),
        outlet=holdings.outlet_name(release.head.outlet),
        date=dates.in_words(date) if date else "undated",
        language="" if release.head.language == "en" else release.head.language,
        sentences=tuple(_sentences(holdings, release, seen)),
        unseen=f"{counted(hidden, 'mention')} in text that may not be shown here" if hidden else "",
    )


def _sentences(holdings: Holdings, release: Release, mentions: list[Mention]) -> Iterator[Sentence]:
    texts = {**holdings.texts[release.id], "title": holdings.title(release)}
    for block, inside in groupby(mentions, key=lambda mention: mention.block):
        spans: dict[tuple[int, int], list[Mention]] = {}
        for mention in inside:
            spans.setdefault(sentence(texts[block], mention.start, mention.end), []).append(mention)
        where = holdings.to_release(release, block, block_name(block))
        for (start, end), those in spans.items():
            yield Sentence(where, tuple(_pieces(texts[block], start, end, those, where.to)))


def clause(holdings: Holdings, mention: Mention) -> tuple[Words, tuple[Words, ...]]:
    """Return the sentence of one mention: where it stands, and its words."""
    release = holdings.archive.releases[mention.release]
    found = next(_sentences(holdings, release, [mention]))
    return found.where, found.pieces


def _pieces(text: str, start: int, end: int, mentions: list[Mention], to: str) -> Iterator[Words]:
    done = start
    for mention in mentions:
        if mention.start < done:
            continue
        if mention.start > done:
            yield Words(text[done : mention.start])
        yield Words(text[mention.start : mention.end], to=to)
        done = mention.end
    if done < end:
        yield Words(text[done:end])


def forms(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return the forms of an entity's name that releases print, the most frequent first."""
    found = holdings.named.get(entity.id, ())
    counts = Counter(mention.text for mention in found)
    firsts = {mention.text: mention for mention in reversed(found)}
    wrong = {each.form: each for each in entity.errors}
    return tuple(
        Row(
            form,
            (
                (Words(f"{counts[form]}×, first "), _first_use(holdings, firsts[form])),
                *_sic(wrong.get(form)),
            ),
        )
        for form in sorted(counts, key=lambda form: (-counts[form], form))
    )


def other_forms(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return the forms that no release held prints, by language, each with where it was seen."""
    printed = {mention.text for mention in holdings.named.get(entity.id, ())}
    rows: dict[str, list[tuple[Words, ...]]] = {}
    for variant in entity.variants:
        if not variant.generated and variant.form not in printed:
            language = LANGUAGES.get(variant.language, variant.language)
            rows.setdefault(language, []).append(_seen(variant.form, variant.seen))
    for error in entity.errors:
        if error.form not in printed:
            rows.setdefault("Misspelt (sic)", []).append(_seen(error.form, error.note))
    return tuple(Row(term, tuple(values)) for term, values in rows.items())


def _seen(form: str, where: str | None) -> tuple[Words, ...]:
    return (Words(form), Words(f" ({where})")) if where else (Words(form),)


def _sic(error: Misspelling | None) -> tuple[tuple[Words, ...], ...]:
    if not error:
        return ()
    return ((Words(f"sic: {error.note}" if error.note else "sic"),),)


def _first_use(holdings: Holdings, mention: Mention) -> Words:
    release = holdings.archive.releases[mention.release]
    date = holdings.date(release)
    when = dates.in_words(date) if date else "undated"
    return holdings.to_release(release, mention.block, f"{when}, {block_name(mention.block)}")
