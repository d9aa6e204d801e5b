"""Releases and events in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable

from generator.authority import Event
from generator.model import Release
from generator.pages import dates
from generator.pages.entity import presence
from generator.pages.holdings import Holdings
from generator.pages.particulars import Row
from generator.pages.shelves import Entry, Line, Listing, shelved
from generator.pages.words import Words, counted

MOST_ACCOUNTS = 12
"""Accounts of one event that the chronology lists; its page has them all."""


def released(holdings: Holdings, release: Release) -> Row:
    """Return the row of a release in a list by date."""
    date = holdings.date(release)
    kind = holdings.archive.kinds.get(release.head.kind)
    by = (
        holdings.to_outlet(release.head.outlet),
        Words(f", {kind.label if kind else release.head.kind}"),
    )
    return Row(dates.in_words(date) if date else "Undated", ((holdings.to_release(release),), by))


def entries(holdings: Holdings, releases: Iterable[Release]) -> list[Entry]:
    """Return releases as entries of a list by date."""
    return [(holdings.date(each), released(holdings, each)) for each in releases]


def extent(holdings: Holdings, releases: Iterable[Release]) -> str:
    """Return how many releases there are, and from when to when."""
    held = list(releases)
    when = dates.span([holdings.date(each) for each in held])
    return (
        f"{counted(len(held), 'release')}{', ' if when else ''}{when}"
        if held
        else "no release held"
    )


def releases_pages(holdings: Holdings) -> dict[str, Listing]:
    """Return the index of all releases, by path."""
    shelves = shelved(entries(holdings, holdings.releases), "Releases", "years")
    index = Listing(
        title="Releases",
        byline=extent(holdings, holdings.releases),
        introduction="Every release held, by the day its outlet gives it.",
        record=(),
        groups=shelves.groups,
    )
    return {"releases/index.md": index, **shelves.further}


def chronology_pages(holdings: Holdings) -> dict[str, Listing]:
    """Return the chronology, by path: what happened, with its accounts, and all other releases."""
    events = [each for each in holdings.archive.entities.values() if isinstance(each, Event)]
    told = {release.id for event in events for release in holdings.of_event.get(event.id, ())}
    others = (each for each in holdings.releases if each.id not in told)
    every = [(dates.first_day(event.date), _happened(holdings, event)) for event in events]
    every += entries(holdings, others)
    every.sort(key=lambda entry: entry[0] or "~")
    shelves = shelved(every, "Chronology", "chronology", "entry")
    index = Listing(
        title="Chronology",
        byline=f"{counted(len(events), 'event')}, {counted(len(holdings.releases), 'release')}",
        introduction=(
            "What happened, and then who said so and when. "
            "A release that has no event of its own stands at its date."
        ),
        record=(),
        groups=shelves.groups,
    )
    return {"chronology.md": index, **shelves.further}


def _happened(holdings: Holdings, event: Event) -> Row:
    lines: list[Line] = [(holdings.to_entity(event.id),)]
    if event.id not in holdings.of_event and event.id in holdings.named:
        lines.append((Words(presence(holdings, event.id)),))
    held = holdings.of_event.get(event.id, ())
    for release in held[:MOST_ACCOUNTS]:
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
    if len(held) > MOST_ACCOUNTS:
        more = f"and {counted(len(held) - MOST_ACCOUNTS, 'more account')}"
        lines.append((holdings.to_entity(event.id, more),))
    return Row(dates.in_words(event.date), tuple(lines))
