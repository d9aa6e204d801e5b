"""The list of all comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.reading import short, when
from generator.pages.shelves import Group, Listing
from generator.pages.words import Words, counted
from generator.wording.versions import versions
from generator.wording.wording import Couple

INDEX = "compare/index.md"
Line = tuple[Words, ...]


def why(holdings: Holdings, couple: Couple) -> Line:
    """Return why two releases are compared."""
    reasons = {
        "series": "they follow each other in the series ",
        "wording": "they are one release in two wordings",
        "event": "they report one event: ",
        "beside": "the earlier is read beside the series ",
    }
    via = (holdings.to_entity(couple.via),) if couple.via and couple.why != "wording" else ()
    return (Words(reasons[couple.why]), *via)


def comparison_list(holdings: Holdings) -> bytes:
    """Return the page that lists the comparisons."""
    rows = []
    for couple in holdings.wording.couples:
        one, other = (holdings.wording.readings[each] for each in (couple.one, couple.other))
        link = holdings.to_comparison(couple.one, couple.other, f"{short(holdings, one)}, and {short(holdings, other)}")  # fmt: skip
        rows.append(Row(f"{when(one)}, {when(other)}", ((link,), why(holdings, couple))))
    listing = Listing(
        title="Comparisons",
        byline=counted(len(rows), "pair of releases", "pairs of releases"),
        introduction="Releases that follow each other in a series, that report one event, or that are one release in two wordings, compared paragraph by paragraph. Any other two are compared by the command: python -m generator compare.",
        record=(),
        groups=(Group("", rows=tuple(rows)), *_versions(holdings)),
    )
    meta = {"title": listing.title, "description": listing.introduction, "record": "index"}
    return page("listing", listing, INDEX, meta)


def _versions(holdings: Holdings) -> Iterator[Group]:
    """Yield the list of releases held in several versions, if there are any."""
    items = tuple(
        (
            Words(holdings.title(each.base.release), to=f"compare/{each.base.id}/versions.md"),
            Words(f": {counted(len(each.others) + 1, 'version')}"),
        )
        for each in versions(holdings.relations, holdings.wording.readings)
    )
    if items:
        yield Group("Held in several versions", items=items)
