"""Pages that lead to records: the indices, the pages of outlets, the chronology."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages.chronology import chronology_pages, releases_pages
from generator.pages.described import of_outlet
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.indexes import index_pages
from generator.pages.outlets import outlet_pages
from generator.pages.paged import paged
from generator.pages.shelves import Group, Listing
from generator.pages.unsettled import unsettled_pages

__all__ = ["Group", "Listing", "listing_pages"]


def listing_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return every index, the page of each outlet and the chronology, by path."""
    made = {
        **releases_pages(holdings),
        **outlet_pages(holdings),
        **index_pages(holdings),
        **chronology_pages(holdings),
        **unsettled_pages(holdings),
    }
    return {
        path: page("listing", listing, path, _meta(holdings, path, listing))
        for every in made.items()
        for path, listing in paged(*every).items()
    }


def _meta(holdings: Holdings, path: str, listing: Listing) -> Mapping[str, Value]:
    outlet = path.removeprefix("outlets/").removesuffix(".md")
    own = holdings.archive.outlets.get(outlet) if path.startswith("outlets/") else None
    return {
        "title": listing.title,
        "description": listing.introduction or f"{listing.title}: {listing.byline}.",
        "record": "outlet" if outlet in holdings.archive.outlets else "index",
        **(of_outlet(holdings, own) if own else {}),
        **holdings.made_from(outlet),
    }
