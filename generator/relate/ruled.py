"""What a person says of two releases goes before what the rules find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model import Relation, RelationRuling, Release

MIRRORED: Mapping[str, str] = {
    "same-text": "same-text",
    "same-release": "same-release",
    "same-event": "same-event",
    "refers-to-same": "refers-to-same",
    "next-in-series": "previous-in-series",
    "previous-in-series": "next-in-series",
}
"""Relation → what it is from the other side; the rest is told from one side only."""

Tie = tuple[str, str, str]
"""Type, source, target."""


def rule(found: Iterable[Relation], releases: Mapping[str, Release]) -> Iterator[Relation]:
    """Yield what was found and not denied, and what was asserted.

    A ruling holds from both sides: to deny that one release is the same text as another denies
    the reverse.

    Args:
        found: By rules.
        releases: With their rulings in the head; one on a release that is not here is passed
            over (`check` tells it).
    """
    said = {
        tie: (release, ruling)
        for release in releases.values()
        for ruling in release.head.relations
        if ruling.target in releases
        for tie in _ties(release.id, ruling)
    }
    kept = [one for one in found if not _denied(said.get((one.type, one.source, one.target)))]
    yield from kept
    present = {(one.type, one.source, one.target) for one in kept}
    for (type_, source, target), (release, ruling) in said.items():
        if not ruling.deny and (type_, source, target) not in present:
            why = ruling.note or "asserted by a person"
            evidence = (f"{release.id}#relations", why)
            yield Relation(type_, source, target, evidence=evidence)


def _ties(release: str, ruling: RelationRuling) -> Iterator[Tie]:
    yield ruling.type, release, ruling.target
    if back := MIRRORED.get(ruling.type):
        yield back, ruling.target, release


def _denied(said: tuple[Release, RelationRuling] | None) -> bool:
    return said is not None and said[1].deny


def idle_denials(
    found: Iterable[Relation], releases: Mapping[str, Release]
) -> Iterator[tuple[str, int]]:
    """Yield the denials that deny nothing any more: release, and the ruling's place in its head.

    Args:
        found: What the rules find, before any ruling.
        releases: With their rulings.
    """
    present = {(one.type, one.source, one.target) for one in found}
    for release in releases.values():
        for place, ruling in enumerate(release.head.relations):
            if ruling.deny and not present.intersection(_ties(release.id, ruling)):
                yield release.id, place
