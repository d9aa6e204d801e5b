"""The index of outlets, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Outlet
from generator.pages.chronology import entries, extent
from generator.pages.coverage import of_outlet
from generator.pages.holdings import Holdings
from generator.pages.particulars import LANGUAGES, Row
from generator.pages.shelves import Group, Line, Listing, shelved
from generator.pages.words import Words, counted, outward


def outlet_pages(holdings: Holdings) -> dict[str, Listing]:
    """Return the index of outlets and the page of each, by path."""
    made = {"outlets/index.md": _outlets(holdings)}
    for outlet in holdings.archive.outlets.values():
        made |= _outlet(holdings, outlet)
    return made


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
    how_much = f": {extent(holdings, held)}" if held else ""
    return holdings.to_outlet(outlet.id), Words(f", {outlet.kind}{how_much}")


def _outlet(holdings: Holdings, outlet: Outlet) -> dict[str, Listing]:
    path = holdings.paths[f"outlet:{outlet.id}"]
    folder = path.removesuffix(".md")
    held, through = holdings.of_outlet.get(outlet.id, ()), holdings.through.get(outlet.id, ())
    own = shelved(entries(holdings, held), outlet.name, folder)
    handed = shelved(entries(holdings, through), f"Through {outlet.name}", f"{folder}/through")
    came = Group("Releases that came through it") if through else None
    said = (
        extent(holdings, held)
        if held or not through
        else f"{counted(len(through), 'release')} came through it"
    )
    page = Listing(
        title=outlet.name,
        byline=f"{outlet.kind.capitalize()}, {said}",
        introduction="",
        record=tuple(row for row in _outlet_rows(holdings, outlet) if row.values),
        groups=(*own.groups, *((came,) if came else ()), *handed.groups),
        coverage=of_outlet(holdings, outlet.id),
    )
    return {path: page, **own.further, **handed.further}


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
