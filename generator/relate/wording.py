"""Releases that are one release in other wording: translations, rewritings for another outlet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.model import Archive, Mention, Relation
from generator.relate.accounts import Accounts
from generator.relate.align import Pair, Paragraph, align, paragraphs, share

REACH = timedelta(days=3)
"""How far apart in time two wordings of one release are published at most."""
HALF = 0.5
"""Least share of paragraphs, of either release, that answer one of the other."""
MOST = 200_000
"""Two releases with more pairs of paragraphs than this are books; they are not compared."""

Couple = tuple[str, str]


def near(couples: Iterable[Couple], accounts: Accounts) -> list[Couple]:
    """Return the couples published within three days, in order."""
    order = accounts.order
    return sorted(couple for couple in couples if _near(*(order[one][0] for one in couple)))


def same_release(
    archive: Archive, mentions: Mapping[str, Sequence[Mention]], couples: Iterable[Couple]
) -> Iterator[Relation]:
    """Yield the couples that are one release in other wording, both ways.

    Published within three days, a shared dated event, half of the paragraphs aligned in both
    directions: all three, since likeness of words alone does not tell a rewritten release from
    another release on the same theme.

    Args:
        archive: Releases and authority records.
        mentions: By release.
        couples: Pairs of releases that report one event and are near each other in time; each is
            compared by itself, whatever the others say.
    """
    ready: dict[str, tuple[Paragraph, ...]] = {}

    def of(release: str) -> tuple[Paragraph, ...]:
        if release not in ready:
            text = archive.releases[release]
            ready[release] = paragraphs(text, mentions.get(release, ()), archive.entities)
        return ready[release]

    for one, other in couples:
        if len(of(one)) * len(of(other)) > MOST:
            continue
        pairs = align(of(one), of(other))
        if (score := share(pairs)) >= HALF:
            yield Relation("same-release", one, other, round(score, 3), evidence=_why(pairs))
            yield Relation("same-release", other, one, round(score, 3), evidence=_why(pairs))


def _near(one: date, other: date) -> bool:
    return date.min not in (one, other) and abs(one - other) <= REACH


def _why(pairs: Sequence[Pair]) -> tuple[str, ...]:
    answered = sum(pair.kind == "variant" for pair in pairs)
    one = len({pair.one for pair in pairs if pair.one})
    other = len({pair.other for pair in pairs if pair.other})
    return (f"{answered} paragraphs answer each other, of {one} and {other}",)
