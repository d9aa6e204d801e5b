"""The index of each kind of record."""

from __future__ import annotations

from itertools import groupby

from generator.authority import FOLDERS, Entity, Event, Formula, Instrument, Person
from generator.pages import dates
from generator.pages.entity import ONE, presence
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.shelves import Group, Line, Listing
from generator.pages.words import Words, counted

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


def index_pages(holdings: Holdings) -> dict[str, Listing]:
    """Return the index of each kind of record, by path."""
    made = {}
    for folder in FOLDERS:
        # The fixed ways in lead to every index, so an empty one is there too.
        if (entities := _entities(holdings, folder)) or folder != "formulae":
            made[f"{folder}/index.md"] = _index(holdings, folder, entities)
    return made


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
    if any(isinstance(each, Formula) for each in entities):
        return (Group("", items=tuple(_item(holdings, each) for each in entities)),)
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
