"""What is found and why, of every case, in files that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from generator.authority import Entity, Instrument, Organisation, Person, Place
from generator.model import Mention, Release
from generator.record import checked
from generator.resolve import resolve
from generator.resolve.dates import DateMention, find_dates
from generator.resolve.forms import making, of
from generator.resolve.nearnames import near_names
from generator.resolve.unknown import gather, unknown_names
from generator.resolve.unrecorded import unrecorded_events
from tests.conftest import Golden
from tests.resolve.cases import HERE, entities, gazetteer, release, resolved, vocabulary
from tests.resolve.date_cases import COUNTED, FORMS, NAMES, PHRASES, YEARS
from tests.resolve.sentences import PARAGRAPHS, UNKNOWN
from tests.resolve.test_adversarial import CASES
from tests.resolve.test_dates import CALENDARS

CASES_OF_DATES = (*NAMES, *YEARS, *COUNTED, *FORMS)
ODD: tuple[Entity, ...] = tuple(
    checked(cast("type[Entity]", kind), record)
    for kind, record in (
        (Person, {"id": "p1", "heading": "Han Sol-Bi", "order": "family-first", "variants": [
            {"form": "Han Solbi", "generated": "true"}, {"form": "Han", "needs": "nominal"}, {"form": "漢"}]}),
        (Person, {"id": "p2", "heading": "Anna Bell", "order": "given-first", "generate": "false",
                  "variants": [{"form": "Bell"}, {"form": "Анна Белова"}]}),
        (Person, {"id": "p3", "heading": "Aleksandr Ivanovich Petrov", "order": "given-first",
                  "patronymic": "Ivanovich", "variants": [{"form": "Александр Петров"}, {"form": "A. Petrov"}]}),
        (Person, {"id": "p4", "heading": "Dmitry Ivanov", "order": "given-first", "patronymic": "Викторович"}),
        (Person, {"id": "p5", "heading": "Anna O", "order": "given-first", "patronymic": "Ivanovna"}),
        (Place, {"id": "s1", "heading": "Оз", "state": "true", "demonyms": ["озский", "ozian"],
                 "variants": [{"form": "Oz"}], "errors": [{"form": "0z"}]}),
        (Place, {"id": "s2", "heading": "Utopia [island]", "state": "true", "variants": [{"form": "Utopia"}]}),
        (Organisation, {"id": "o1", "heading": "Oz-Utopia Bank", "variants": [
            {"form": "Комитет Оза", "needs": "nominal"}, {"form": "Utopia-Oz office", "needs": "institution"}]}),
        (Instrument, {"id": "i1", "heading": "Utopia-Oz pact of many long words and more", "form": "treaty"}),
    )
)  # fmt: skip
"""Records whose names are unlike those of `records.yml`."""


def _mention(one: Mention) -> str:
    told = ", ".join(one.entities) or f"? {', '.join(one.candidates)}"
    return f"  {one.block} {one.start}-{one.end} {one.layer}: {one.text} = {told} ({one.rule})"


def _mentions() -> Iterator[str]:
    for case in CASES:
        text = case["text"] if isinstance(case["text"], list) else [case["text"]]
        yield f"{case['case']}: {' / '.join(text)}"
        yield from map(_mention, resolved(*text, title=case.get("title"), day=case.get("day")))


def _date(one: DateMention) -> str:
    return f"  {one.start}-{one.end} {one.text} = {one.value or '?'} ({one.precision}, {one.rule})"


def _dates() -> Iterator[str]:
    cases = ((anchor, language, text) for text, anchor, language, *_ in CASES_OF_DATES)
    for anchor, language, text in (*cases, *PHRASES):
        yield f"{anchor} {language}: {text}"
        found = find_dates(text, anchor=anchor, language=language, calendars=CALENDARS)
        yield from map(_date, found)


def _file(name: str) -> Path:
    return HERE / "golden" / name


def test_every_mention_of_the_misleading_texts_says_its_rule(golden: Golden) -> None:
    """All layers with offsets, candidates and rule: exports and pages show them as they are."""
    golden("\n".join(_mentions()) + "\n", _file("mentions.txt"))


def test_every_date_of_the_cases_says_what_settled_it(golden: Golden) -> None:
    """Offsets, value, precision, and why, also of the dates that stay open."""
    golden("\n".join(_dates()) + "\n", _file("dates.txt"))


def _heads(paragraph: tuple[str, ...]) -> tuple[str, Release]:
    day, *blocks = paragraph
    return f"{day or 'no day'}: {' / '.join(blocks)}", release(*blocks, day=day or None)


def _sentences() -> Iterator[str]:
    for paragraph in PARAGRAPHS:
        head, made = _heads(paragraph)
        yield head
        yield from map(_mention, resolve(made, gazetteer()))


def _unknown() -> Iterator[str]:
    every = []
    for paragraph in UNKNOWN:
        head, made = _heads(paragraph)
        found = resolve(made, gazetteer())
        yield head
        for one in unknown_names(made, found, gazetteer()):
            every.append(one)
            yield f"  {one.block} name: {one.name} = {one.kind} ({one.rule}) in: {one.sentence}"
        for event in unrecorded_events(made, found, gazetteer()):
            places = ", ".join(event.places)
            told = f"{event.words} = {places} on {event.date} ({event.rule})"
            yield f"  {event.block} event: {told} in: {event.sentence}"
    yield "proposed"
    proposals = gather(every, 1)
    for proposal in proposals:
        where = f"{proposal.times} times in {', '.join(proposal.releases)}"
        yield f"  {proposal.name} = {proposal.kind} ({proposal.rule}), {where}"
    yield "looking like a record's"
    for near in near_names(proposals, gazetteer()):
        glued = ", glued" if near.is_glued else ""
        yield f"  {near.proposal.name} like {near.form} = {near.entity} ({near.likeness}{glued})"


def _forms() -> Iterator[str]:
    known = (*entities().values(), *ODD)
    made_with = making(known, vocabulary())
    for entity in known:
        yield entity.id
        for form in of(entity, made_with):
            needs = f", needs {form.needs}" if form.needs else ""
            initial = f", initial {form.initial}" if form.initial else ""
            yield f"  {form.entity} {form.use}: {form.text} ({form.rule}{needs}{initial})"


def test_every_way_of_speaking_is_read_with_its_rule(golden: Golden) -> None:
    """Posts, pairs, sides, visits, summits, family names, metonyms, in several scripts."""
    golden("\n".join(_sentences()) + "\n", _file("sentences.txt"))


def test_what_no_record_explains_is_proposed_with_its_ground(golden: Golden) -> None:
    """Names with what they look like, events with their places and date."""
    golden("\n".join(_unknown()) + "\n", _file("unknown.txt"))


def test_every_form_of_a_record_says_how_it_was_made(golden: Golden) -> None:
    """Written, generated from the parts of a name, declined, turned round, misprinted."""
    golden("\n".join(_forms()) + "\n", _file("forms.txt"))
