"""Names that texts print and that may mean several records: for a person to settle."""

from __future__ import annotations

from collections import defaultdict

from generator.model import Mention
from generator.pages.holdings import Holdings
from generator.pages.naming import clause
from generator.pages.particulars import Row
from generator.pages.shelves import Group, Line, Listing
from generator.pages.words import Words, counted

PATH = "contribute/unsettled.md"


def unsettled_pages(holdings: Holdings) -> dict[str, Listing]:
    """Return the page of names that are not settled, by path."""
    found = unsettled(holdings)
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_name[mention.text].append(mention)
    listing = Listing(
        title="Names not settled",
        byline=counted(len(found), "mention") if found else "none",
        introduction=(
            "Names that may mean more than one record, in their sentences. A person can settle each "
            "in the release’s file."
            if found
            else "Every name that the rules found means one record."
        ),
        record=(),
        groups=tuple(
            Group(name, rows=tuple(_row(holdings, each) for each in by_name[name]))
            for name in sorted(by_name)
        ),
    )
    return {PATH: listing}


def unsettled(holdings: Holdings) -> list[Mention]:
    """Return the mentions that may be of more than one record, in the order of the releases."""
    return [
        mention
        for release in holdings.releases
        for mention in holdings.mentions.get(release.id, ())
        if not mention.entities and mention.candidates and holdings.is_shown(mention)
    ]


def _row(holdings: Holdings, mention: Mention) -> Row:
    may_be: list[Words] = [Words("may be ")]
    for number, candidate in enumerate(mention.candidates):
        may_be += [Words(" or ")] if number else []
        may_be.append(holdings.to_entity(candidate))
    where, pieces = clause(holdings, mention)
    line: Line = (where, Words(" "), *pieces)
    release = holdings.archive.releases[mention.release]
    return Row(holdings.outlet_name(release.head.outlet), (line, tuple(may_be)))
