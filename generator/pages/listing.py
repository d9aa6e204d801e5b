"""Pages that lead to records: the indices, the pages of outlets, the chronology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.authority import FOLDERS, Entity, Event, Instrument, Person
from generator.model import Outlet, Release
from generator.pages import dates
from generator.pages.entity import ONE, presence
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.particulars import LANGUAGES, Row
from generator.pages.words import Words, counted, outward

Line = tuple[Words, ...]
MANY = {"people": "People", "organisations": "Organisations", "places": "Places", "events": "Events",
        "instruments": "Instruments", "series": "Series", "formulae": "Formulae"}  # fmt: skip
"""Folder of a kind of record → title of its index."""
_INTRODUCTIONS = {
    "people": "Those whom the releases name. Each page has every sentence that names them.",
    "organisations": "Ministries, parties, agencies and other bodies.",
    "places": "States, cities, regions and buildings.",
    "events": "What the releases report or recall, by date.",
    "instruments": "Treaties, agreements, declarations and plans.",
    "series": "Events that follow each other under one name.",
    "formulae": "Wordings that recur.",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a list: dated rows, or items."""

    heading: str
    rows: tuple[Row, ...] = ()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page of lists shows."""

    title: str
    byline: str
    introduction: str
    record: tuple[Row, ...]
    groups: tuple[Group, ...]


def listing_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return every index, the page of each outlet and the chronology, by path."""
    made: dict[str, Listing] = {
        "releases/index.md": _releases(holdings),
        "outlets/index.md": _outlets(holdings),
    }
    for key, outlet in holdings.archive.outlets.items():
        made[holdings.paths[f"outlet:{key}"]] = _outlet(holdings, outlet)
    for folder in FOLDERS:
        # The fixed ways in lead to every index, so an empty one is there too.
        if (entities := _entities(holdings, folder)) or folder != "formulae":
            made[f"{folder}/index.md"] = _index(holdings, folder, entities)
    made["chronology.md"] = _chronology(holdings)
    return {
        path: page("listing", listing, path, _meta(holdings, path, listing))
        for path, listing in made.items()
    }


def _meta(holdings: Holdings, path: str, listing: Listing) -> Mapping[str, str]:
    outlet = path.removeprefix("outlets/").removesuffix(".md")
    return {
        "title": listing.title,
        "description": listing.introduction or f"{listing.title}: {listing.byline}.",
        "record": "outlet" if outlet in holdings.archive.outlets else "index",
        "source": holdings.archive.paths.get(outlet, ""),
    }


def released(holdings: Holdings, release: Release) -> Row:
    """Return the row of a release in a list by date."""
    date = holdings.date(release)
    kind = holdings.archive.kinds.get(release.head.kind)
    by = (
        holdings.to_outlet(release.head.outlet),
        Words(f", {kind.label if kind else release.head.kind}"),
    )
    return Row(dates.in_words(date) if date else "Undated", ((holdings.to_release(release),), by))


def by_year(holdings: Holdings, releases: Iterable[Release]) -> tuple[Group, ...]:
    """Return releases, which are in order of date, as a group for each year."""
    years = groupby(releases, key=lambda release: holdings.date(release)[:4])
    return tuple(
        Group(year or "Undated", rows=tuple(released(holdings, each) for each in inside))
        for year, inside in years
    )


def _extent(holdings: Holdings, releases: Iterable[Release]) -> str:
    held = list(releases)
    when = dates.span([holdings.date(each) for each in held])
    return (
        f"{counted(len(held), 'release')}{', ' if when else ''}{when}"
        if held
        else "no release held"
    )


def _releases(holdings: Holdings) -> Listing:
    return Listing(
        title="Releases",
        byline=_extent(holdings, holdings.releases),
        introduction="Every release held, by the day its outlet gives it.",
        record=(),
        groups=by_year(holdings, holdings.releases),
    )


def _outlets(holdings: Holdings) -> Listing:
    held = [each for each in holdings.archive.outlets.values() if each.id in holdings.of_outlet]
    rest = [each for each in holdings.archive.outlets.values() if each.id not in holdings.of_outlet]
    through = [each for each in rest if each.kind == "aggregator"]
    known = [each for each in rest if each.kind != "aggregator"]
    groups = (
        ("Outlets with releases here", held),
        ("Aggregators that handed texts on", through),
        ("Known, with nothing held yet", known),
    )
    return Listing(
        title="Outlets",
        byline=counted(len(held), "outlet with releases here", "outlets with releases here"),
        introduction="Who published the texts, and through whose hands they came.",
        record=(),
        groups=tuple(
            Group(heading, items=tuple(_outlet_item(holdings, each) for each in some))
            for heading, some in groups
            if some
        ),
    )


def _outlet_item(holdings: Holdings, outlet: Outlet) -> Line:
    held = holdings.of_outlet.get(outlet.id, ())
    extent = f": {_extent(holdings, held)}" if held else ""
    return holdings.to_outlet(outlet.id), Words(f", {outlet.kind}{extent}")


def _outlet(holdings: Holdings, outlet: Outlet) -> Listing:
    held = holdings.of_outlet.get(outlet.id, ())
    through = [
        each
        for each in holdings.releases
        if (capture := holdings.capture(each)) and capture.aggregator == outlet.id
    ]
    handed = Group(
        "Releases that came through it", rows=tuple(released(holdings, each) for each in through)
    )
    extent = (
        _extent(holdings, held)
        if held or not through
        else f"{counted(len(through), 'release')} came through it"
    )
    return Listing(
        title=outlet.name,
        byline=f"{outlet.kind.capitalize()}, {extent}",
        introduction="",
        record=tuple(row for row in _outlet_rows(holdings, outlet) if row.values),
        groups=(*by_year(holdings, held), *((handed,) if through else ())),
    )


def _outlet_rows(holdings: Holdings, outlet: Outlet) -> Iterator[Row]:
    links = {"Country": outlet.country, "Body": outlet.organisation}
    for term, entity in links.items():
        yield Row(term, ((holdings.to_entity(entity),),) if entity else ())
    languages = ", ".join(LANGUAGES.get(each, each) for each in outlet.languages)
    words = {
        "Languages": languages,
        "Printed as": "; ".join(outlet.labels),
        "Order of its dates": (outlet.date_order or "").replace("-", " "),
        "Rights": outlet.rights.statement or "",
        "Note": outlet.note or "",
        "Reference code": outlet.id,
    }
    yield Row("Site", ((outward(outlet.url),),) if outlet.url else ())
    for term, text in words.items():
        yield Row(term, ((Words(text),),) if text else ())


def _entities(holdings: Holdings, folder: str) -> list[Entity]:
    found = [
        each for each in holdings.archive.entities.values() if isinstance(each, FOLDERS[folder])
    ]
    if folder in {"events", "instruments"}:
        return sorted(found, key=lambda each: (_when(each) or "~", each.id))
    return sorted(found, key=lambda each: each.heading.casefold())


def _when(entity: Entity) -> str:
    return (entity.date or "") if isinstance(entity, Event | Instrument) else ""


def _index(holdings: Holdings, folder: str, entities: list[Entity]) -> Listing:
    if folder in {"events", "instruments"}:
        years = groupby(entities, key=lambda each: _when(each)[:4])
        groups = tuple(
            Group(year or "Undated", rows=tuple(_dated_row(holdings, each) for each in inside))
            for year, inside in years
        )
    else:
        groups = _rolls(holdings, entities)
    many = MANY[folder].lower()
    return Listing(
        title=MANY[folder],
        byline=counted(len(entities), ONE[folder], many),
        introduction=_INTRODUCTIONS[folder],
        record=(),
        groups=groups if entities else (),
    )


def _rolls(holdings: Holdings, entities: list[Entity]) -> tuple[Group, ...]:
    """Return those that a release names, and then those that are only on record."""
    named = tuple(_item(holdings, each) for each in entities if each.id in holdings.named)
    known = tuple(_item(holdings, each) for each in entities if each.id not in holdings.named)
    groups = (
        Group("" if named and not known else "Named in releases", items=named),
        Group("On record, not yet named", items=known),
    )
    return tuple(group for group in groups if group.items)


def _item(holdings: Holdings, entity: Entity) -> Line:
    office = entity.offices[0].title if isinstance(entity, Person) and entity.offices else ""
    named = presence(holdings, entity.id) if entity.id in holdings.named else ""
    gloss = "; ".join(filter(None, (office, named)))
    return holdings.to_entity(entity.id), Words(f": {gloss}" if gloss else "")


def _dated_row(holdings: Holdings, entity: Entity) -> Row:
    date = _when(entity)
    held = holdings.of_event.get(entity.id, ())
    about = f"{counted(len(held), 'release')} about it; " if held else ""
    gloss = (Words(f"{about}{presence(holdings, entity.id)}"),)
    return Row(
        dates.in_words(date) if date else "Undated", ((holdings.to_entity(entity.id),), gloss)
    )


def _chronology(holdings: Holdings) -> Listing:
    events = [each for each in holdings.archive.entities.values() if isinstance(each, Event)]
    told = {release.id for event in events for release in holdings.of_event.get(event.id, ())}
    entries = [(dates.first_day(event.date), _happened(holdings, event)) for event in events]
    entries += [
        (holdings.date(each), released(holdings, each))
        for each in holdings.releases
        if each.id not in told
    ]
    entries.sort(key=lambda entry: entry[0] or "~")
    years = groupby(entries, key=lambda entry: entry[0][:4])
    return Listing(
        title="Chronology",
        byline=f"{counted(len(events), 'event')}, {counted(len(holdings.releases), 'release')}",
        introduction="What happened, and then who said so and when. A release that has no event of its own stands at its date.",
        record=(),
        groups=tuple(
            Group(year or "Undated", rows=tuple(row for _, row in inside)) for year, inside in years
        ),
    )


def _happened(holdings: Holdings, event: Event) -> Row:
    lines: list[Line] = [(holdings.to_entity(event.id),)]
    if event.id not in holdings.of_event and event.id in holdings.named:
        lines.append((Words(presence(holdings, event.id)),))
    for release in holdings.of_event.get(event.id, ()):
        date = holdings.date(release)
        after = dates.days_after(event.date, date)
        when = f"{dates.in_words(date)}{f', {after}' if after else ''}" if date else "undated"
        lines.append(
            (
                holdings.to_outlet(release.head.outlet),
                Words(f" ({when}): "),
                holdings.to_release(release),
            )
        )
    return Row(dates.in_words(event.date), tuple(lines))
