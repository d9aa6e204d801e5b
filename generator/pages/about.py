"""What an authority record says, as rows with links; and what other records say of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from generator.authority import (
    Entity,
    Event,
    Formula,
    Instrument,
    Office,
    Organisation,
    Person,
    Place,
    Series,
    Source,
)
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.passages import block_name
from generator.pages.words import Words, outward

Line = tuple[Words, ...]


def record_rows(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return the rows of a record: its own, and those that other records give it."""
    own = [Row(term, tuple(values)) for term, values in _own(entity, holdings)]
    others = [
        Row(term, tuple((_dated(holdings, each),) for each in found))
        for term, found in holdings.said.get(entity.id, {}).items()
    ]
    last = [
        Row("See also", tuple((holdings.to_entity(each),) for each in entity.see_also)),
        Row("Note", ((Words(entity.note),),) if entity.note else ()),
    ]
    return tuple(row for row in (*own, *others, *last) if row.values)


def sources(entity: Entity) -> set[str]:
    """Return the releases on which the claims of a record rest."""
    offices = entity.offices if isinstance(entity, Person) else ()
    named = (each.release for claim in (entity, *offices) for each in claim.sources)
    return {release for release in named if release}


def source_rows(holdings: Holdings, entity: Entity) -> tuple[Row, ...]:
    """Return what the claims of a record rest on: of the record, and of each office."""
    claims = [("The record", entity.sources)]
    if isinstance(entity, Person):
        claims += [(office.title, office.sources) for office in entity.offices]
    return tuple(
        Row(claim, tuple(_source(holdings, each) for each in sources))
        for claim, sources in claims
        if sources
    )


def _dated(holdings: Holdings, entity: str) -> Words:
    found = holdings.archive.entities.get(entity)
    if isinstance(found, Event):
        return holdings.to_entity(entity, f"{dates.in_words(found.date)}: {found.heading}")
    return holdings.to_entity(entity)


@singledispatch
def _own(entity: Entity, _holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    raise TypeError(entity)


@_own.register
def _(entity: Person, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    if entity.family:
        order = "before" if entity.order == "family-first" else "after"
        rest = " ".join(filter(None, (entity.given, entity.patronymic)))
        yield (
            "Name",
            [
                (
                    Words(
                        f"family name {entity.family}, written {order} {rest}"
                        if rest
                        else entity.family
                    ),
                )
            ],
        )
    yield "Offices", [_office(holdings, office) for office in entity.offices]


def _office(holdings: Holdings, office: Office) -> Line:
    line = [Words(office.title)]
    if office.of:
        line += [Words(", "), holdings.to_entity(office.of)]
    if office.since or office.until:
        since = dates.in_words(office.since) if office.since else "…"
        until = dates.in_words(office.until) if office.until else "…"
        line.append(Words(f", {since} – {until}"))
    return tuple(line)


@_own.register
def _(entity: Organisation, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    yield "Part of", _links(holdings, entity.part_of)
    yield "Place", _links(holdings, entity.place)


@_own.register
def _(entity: Place, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    yield "Part of", _links(holdings, entity.part_of)
    yield "Its people", [(Words(", ".join(entity.demonyms)),)] if entity.demonyms else []
    yield "May stand for", _links(holdings, entity.metonym_for)


@_own.register
def _(entity: Event, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    inferred = " (inferred)" if entity.date_status == "inferred" else ""
    yield "When", [(Words(dates.in_words(entity.date) + inferred),)]
    yield "Where", _links(holdings, entity.place)
    yield "Who", _links(holdings, *entity.participants)
    if entity.series:
        line = [holdings.to_entity(entity.series)]
        if entity.ordinal:
            status = f" ({entity.ordinal_status})" if entity.ordinal_status else ""
            line.append(Words(f", number {entity.ordinal}{status}"))
        yield "Series", [tuple(line)]
    yield "Part of", _links(holdings, entity.part_of)
    yield "Led to", [(_dated(holdings, each),) for each in entity.led_to]


@_own.register
def _(entity: Instrument, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    yield "Form", [(Words(entity.form),)]
    yield "Date", [(Words(dates.in_words(entity.date)),)] if entity.date else []
    yield "Parties", _links(holdings, *entity.parties)


@_own.register
def _(entity: Series, holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    yield "Parties", _links(holdings, *entity.parties)


@_own.register
def _(entity: Formula, _holdings: Holdings) -> Iterator[tuple[str, list[Line]]]:
    yield "Group", [(Words(entity.group),)] if entity.group else []


def _links(holdings: Holdings, *entities: str | None) -> list[Line]:
    return [(holdings.to_entity(each),) for each in entities if each]


def _source(holdings: Holdings, source: Source) -> Line:
    line: list[Words] = []
    if source.release and source.release in holdings.archive.releases:
        release = holdings.archive.releases[source.release]
        where = f", {block_name(source.block)}" if source.block else ""
        name = f"{holdings.outlet_name(release.head.outlet)} {holdings.date(release)}{where}"
        line.append(holdings.to_release(release, source.block or "", name))
    elif source.release:
        line.append(Words(source.release))
    if source.url:
        line += [Words(", ")] if line else []
        line.append(outward(source.url))
    if source.note:
        line.append(Words(f" ({source.note})" if line else source.note))
    return tuple(line)
