"""The page of an entity: its record, the forms of its name, every mention in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator import authority
from generator.authority import Entity, Event, Formula
from generator.model import Release
from generator.pages import dates
from generator.pages.about import record_rows, source_rows, sources
from generator.pages.described import of_entity
from generator.pages.environment import page
from generator.pages.facts import facts
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.naming import Naming, forms, namings, other_forms, sheets
from generator.pages.paged import paged
from generator.pages.particulars import Row
from generator.pages.shelves import Group, Listing
from generator.pages.styled import styled
from generator.pages.weight import left, of_rows
from generator.pages.words import Words, counted

ONE = {"people": "person", "organisations": "organisation", "places": "place", "events": "event",
       "instruments": "instrument", "series": "series", "formulae": "formula"}  # fmt: skip
"""Folder of a kind of record → what one of them is called."""


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the page of an entity shows."""

    heading: str
    byline: str
    rows: tuple[Row, ...]
    accounts: tuple[Row, ...]
    forms: tuple[Row, ...]
    other_forms: tuple[Row, ...]
    styled: tuple[Row, ...]
    namings: tuple[Naming, ...]
    further: tuple[Words, ...]
    """Pages with more of them."""
    sources: tuple[Row, ...]
    previous: Words | None
    following: Words | None


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What a further page of sentences shows."""

    entity: Words
    period: str
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A further page of sentences, and the link to it."""

    link: Words
    namings: tuple[Naming, ...]


def releases_of(holdings: Holdings, entity: Entity) -> Iterator[str]:
    """Yield the releases that the pages of an entity tell of: those that name it, are about it, or are its sources.

    All that the pages hold follows from these and the authority records.
    """
    named = (mention.release for mention in holdings.named.get(entity.id, ()))
    yield from dict.fromkeys(named)
    yield from (release.id for release in holdings.of_event.get(entity.id, ()))
    yield from sorted(sources(entity) & holdings.archive.releases.keys())


def pages_of(holdings: Holdings, entity: Entity) -> dict[str, bytes]:
    """Return the page of one entity, and its further ones; formulae and series have others."""
    path = holdings.paths[entity.id]
    folder = path.partition("/")[0]
    before, after = neighbours(holdings, entity)
    accounts, rest = _accounts(holdings, entity)
    alone = EntityPage(
        heading=entity.heading,
        byline=_byline(holdings, entity, folder),
        rows=record_rows(holdings, entity),
        accounts=accounts,
        forms=forms(holdings, entity),
        other_forms=other_forms(holdings, entity),
        styled=styled(holdings, entity),
        namings=(),
        further=(),
        sources=source_rows(holdings, entity),
        previous=before,
        following=after,
    )
    first, *others = sheets(namings(holdings, entity.id), first=_room(alone)) or [()]
    more = further(holdings, entity, others)
    context = replace(alone, namings=first, further=tuple(sheet.link for sheet in more))
    meta = _meta(holdings, entity, folder, context)
    return {
        path: page("entity", context, path, meta),
        **{sheet.link.to: sheet_page(holdings, entity, sheet) for sheet in more},
        **rest,
    }


def _room(alone: EntityPage) -> int:
    """Return what a page has room for besides all that it shows without sentences."""
    tables = (alone.rows, alone.accounts, alone.forms, alone.other_forms, alone.styled)
    return left(*map(of_rows, (*tables, alone.sources)))


def _accounts(holdings: Holdings, entity: Entity) -> tuple[tuple[Row, ...], dict[str, bytes]]:
    """Return the accounts of an event that its page shows, and further pages with the others."""
    every = tuple(_account(holdings, entity, each) for each in holdings.of_event.get(entity.id, ()))
    groups = (Group("", rows=every),)
    first, *others = paged(
        holdings.paths[entity.id], Listing(f"Accounts of {entity.heading}", "", "", (), groups)
    ).items()
    links = tuple(
        Row(listing.title.rpartition(": ")[2].capitalize(), ((Words(listing.byline, to=path),),))
        for path, listing in others
    )
    shown = first[1].groups[0].rows if every else ()
    return (*shown, *links), {
        path: page(
            "listing",
            listing,
            path,
            {"title": listing.title, "description": f"{listing.title}.", "record": "index"},
        )
        for path, listing in others
    }


def _byline(holdings: Holdings, entity: Entity, folder: str) -> str:
    # How often a wording stands in texts is not a matter of names.
    named = "" if isinstance(entity, Formula) else f", {presence(holdings, entity.id)}"
    return f"{ONE[folder].capitalize()}{named}"


def further(holdings: Holdings, entity: Entity, sheets: list[tuple[Naming, ...]]) -> list[Sheet]:
    """Return the further pages of an entity's sentences."""
    folder = holdings.paths[entity.id].removesuffix(".md")
    return [
        Sheet(Words(f"{_from(sheet)} (page {number})", to=f"{folder}/mentions-{number}.md"), sheet)
        for number, sheet in enumerate(sheets, start=2)
    ]


def _from(sheet: tuple[Naming, ...]) -> str:
    first, last = sheet[0].date, sheet[-1].date
    return first if first == last else f"{first} – {last}"


def sheet_page(holdings: Holdings, entity: Entity, sheet: Sheet) -> bytes:
    """Return a further page of an entity's sentences."""
    context = SheetPage(holdings.to_entity(entity.id), sheet.link.text, sheet.namings)
    title = f"{entity.heading}: {sheet.link.text}"
    meta = {
        "title": title,
        "description": f"Sentences that name {entity.heading}.",
        "record": "index",
    }
    return page("sheet", context, sheet.link.to, meta)


def presence(holdings: Holdings, entity: str) -> str:
    """Return how often and when the archive names an entity."""
    found = holdings.named.get(entity, ())
    if not found:
        return "not named in any release held"
    releases = dict.fromkeys(mention.release for mention in found)
    when = dates.span([holdings.date(holdings.archive.releases[each]) for each in releases])
    return f"named {_times(len(found))} in {counted(len(releases), 'release')}{', ' if when else ''}{when}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def members(holdings: Holdings, series: str) -> tuple[Row, ...]:
    """Return the events of a series in the order of their dates."""
    rows = []
    for event in events_of(holdings, series):
        held = holdings.of_event.get(event.id, ())
        extent = counted(len(held), "release") if held else "no release held"
        status = f" ({event.ordinal_status})" if event.ordinal_status else ""
        number = f"number {event.ordinal}{status}; " if event.ordinal else ""
        rows.append(
            Row(
                dates.in_words(event.date),
                ((holdings.to_entity(event.id),), (Words(number + extent),)),
            )
        )
    return tuple(rows)


def events_of(holdings: Holdings, series: str) -> list[Event]:
    """Return the events of a series, by date."""
    every = (each for each in holdings.archive.entities.values() if isinstance(each, Event))
    return sorted(
        (each for each in every if each.series == series), key=lambda each: (each.date, each.id)
    )


def neighbours(holdings: Holdings, entity: Entity) -> tuple[Words | None, Words | None]:
    """Return the events before and after this one in its series."""
    if not isinstance(entity, Event) or not entity.series:
        return None, None
    order = [event.id for event in events_of(holdings, entity.series)]
    at = order.index(entity.id)
    before = holdings.to_entity(order[at - 1]) if at else None
    after = holdings.to_entity(order[at + 1]) if at + 1 < len(order) else None
    return before, after


def _account(holdings: Holdings, entity: Entity, release: Release) -> Row:
    date = holdings.date(release)
    after = dates.days_after(entity.date, date) if isinstance(entity, Event) else ""
    by = (holdings.to_outlet(release.head.outlet), Words(f", {after}" if after else ""))
    return Row(dates.in_words(date) if date else "Undated", ((holdings.to_release(release),), by))


def _every_form(context: EntityPage) -> list[str]:
    elsewhere = (value[0].text for row in context.other_forms for value in row.values)
    return list(dict.fromkeys((*(row.term for row in context.forms), *elsewhere)))


def _description(context: EntityPage) -> str:
    told = facts(context.rows)
    byline = context.byline if told else f"{context.byline[0].lower()}{context.byline[1:]}"
    return f"{context.heading}: {f'{told}. ' if told else ''}{byline}."


def _meta(
    holdings: Holdings, entity: Entity, folder: str, context: EntityPage
) -> Mapping[str, Value]:
    return {
        "title": entity.heading,
        "description": _description(context),
        "record": ONE[folder],
        "id": entity.id,
        "forms": _every_form(context),
        **of_entity(holdings, entity),
        "named": len(holdings.named.get(entity.id, ())),
        "dates": {"event": [entity.date]} if isinstance(entity, authority.Event) else {},
        **holdings.made_from(entity.id),
    }
