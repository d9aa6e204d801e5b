"""Related releases, and the reason for each in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Relation, Release
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.words import Words

# As the page of the relation's source says it, and as the page of its target does.
_REASONS: dict[str, tuple[str, str]] = {
    "same-text": ("the same text", "the same text"),
    "same-release": ("the same release in other wording", "the same release in other wording"),
    "same-event": ("on the same event", "on the same event"),
    "next-in-series": ("follows it in the series", "precedes it in the series"),
    "previous-in-series": ("precedes it in the series", "follows it in the series"),
    "refers-to": ("is about what this release refers to", "refers to what this release is about"),
    "refers-to-same": ("refers to the same", "refers to the same"),
    "announces": ("is about what this release announces", "announces what this release is about"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """Another release, and each reason to read it beside this one."""

    release: Words
    outlet: str
    date: str
    reasons: tuple[tuple[Words, ...], ...]


def related(holdings: Holdings, release: Release) -> tuple[Related, ...]:
    """Return the releases related to this one, in the order of their dates."""
    others: dict[str, list[Relation]] = {}
    for relation in holdings.related.get(release.id, ()):
        other = relation.target if relation.source == release.id else relation.source
        if other != release.id and other in holdings.archive.releases:
            others.setdefault(other, []).append(relation)
    return tuple(
        _one(holdings, release, holdings.archive.releases[other], others[other])
        for other in sorted(others, key=lambda each: holdings.places[each])
    )


def _one(holdings: Holdings, release: Release, other: Release, found: list[Relation]) -> Related:
    reasons = {_reason(holdings, release, relation): None for relation in found}
    date = holdings.date(other)
    return Related(
        release=holdings.to_release(other),
        outlet=holdings.outlet_name(other.head.outlet),
        date=dates.in_words(date) if date else "undated",
        reasons=tuple(reasons),
    )


def _reason(holdings: Holdings, release: Release, relation: Relation) -> tuple[Words, ...]:
    here, there = _REASONS.get(relation.type, (relation.type, relation.type))
    words = Words(here if relation.source == release.id else there)
    return (words, Words(": "), holdings.to_entity(relation.via)) if relation.via else (words,)
