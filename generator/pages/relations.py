"""Related releases, and the reason for each in words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Relation, Release
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.passages import block_name
from generator.pages.words import Words

# As the page of the relation's source says it, and as the page of its target does; the types are
# those of `generator.relate`, the strongest first.
_REASONS: dict[str, tuple[str, str]] = {
    "same-text": ("the same text", "the same text"),
    "same-release": ("the same release in other words", "the same release in other words"),
    "same-event": ("on the same event", "on the same event"),
    "next-in-series": ("on the next in the series", "on the one before in the series"),
    "previous-in-series": ("on the one before in the series", "on the next in the series"),
    "announces": ("on what this release announces", "announces what this release is about"),
    "refers-to": ("on what this release refers to", "refers to what this release is about"),
    "refers-to-same": ("refers to the same", "refers to the same"),
}
_RANKS = {kind: rank for rank, kind in enumerate(_REASONS)}
MOST = 12
"""How many related releases a page lists; of more, those with the strongest reasons."""

Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another release, and each reason to read it beside this one."""

    release: Words
    outlet: str
    date: str
    reasons: tuple[Line, ...]


def related(holdings: Holdings, release: Release) -> tuple[Related, ...]:
    """Return the releases related to this one, in the order of their dates."""
    others: dict[str, list[Relation]] = {}
    for relation in holdings.related.get(release.id, ()):
        other = relation.target if relation.source == release.id else relation.source
        if other != release.id and other in holdings.archive.releases:
            others.setdefault(other, []).append(relation)
    strongest = sorted(others, key=lambda each: (min(_rank(one) for one in others[each]), each))[
        :MOST
    ]
    return tuple(
        _one(holdings, release, holdings.archive.releases[other], others[other])
        for other in sorted(strongest, key=lambda each: holdings.places[each])
    )


def _rank(relation: Relation) -> int:
    return _RANKS.get(relation.type, len(_RANKS))


def _one(holdings: Holdings, release: Release, other: Release, found: list[Relation]) -> Related:
    # What holds alike from both sides is given twice; the reader wants it once, from here.
    reasons: dict[tuple[str, str | None], Relation] = {}
    for relation in sorted(found, key=lambda each: (each.source != release.id, _rank(each))):
        here, there = _REASONS.get(relation.type, (relation.type, relation.type))
        reasons.setdefault(
            (here if relation.source == release.id else there, relation.via), relation
        )
    date = holdings.date(other)
    return Related(
        release=holdings.to_release(other),
        outlet=holdings.outlet_name(other.head.outlet),
        date=dates.in_words(date) if date else "undated",
        reasons=tuple(
            (Words(words), *_via(holdings, via), *_evidence(holdings, release, relation))
            for (words, via), relation in reasons.items()
        ),
    )


def _via(holdings: Holdings, via: str | None) -> Line:
    return (Words(": "), holdings.to_entity(via)) if via else ()


def _evidence(holdings: Holdings, release: Release, relation: Relation) -> Line:
    """Return where the ground of a relation stands, here and there, or the sentence that says it."""
    pieces: list[Words] = []
    for evidence in relation.evidence[:4]:
        stands, _, block = evidence.partition("#")
        pieces.append(Words(", " if pieces else " ("))
        if block and stands in holdings.archive.releases:
            where = "here" if stands == release.id else "there"
            link = holdings.to_release(
                holdings.archive.releases[stands], block, f"{where} {block_name(block)}"
            )
            pieces.append(link if "#" in link.to else Words(link.text))
        else:
            pieces.append(Words(evidence))
    return (*pieces, Words(")")) if pieces else ()
