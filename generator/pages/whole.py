"""The page tree: the archive as Markdown that MkDocs, or its successor, turns into a site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from generator.authority import Formula, Series
from generator.errors import Refused
from generator.model import Archive, Mention, Relation, Release
from generator.pages import entity as entities
from generator.pages import environment
from generator.pages.compare import compare_pages
from generator.pages.concordance import concordance_pages
from generator.pages.corrections import correction_pages, moved_pages
from generator.pages.datamodel import model_pages
from generator.pages.formula import formula_pages
from generator.pages.handwritten import HOME, faults, handwritten_page, handwritten_pages
from generator.pages.holdings import Holdings
from generator.pages.home import home_pages
from generator.pages.levels import level_pages
from generator.pages.listing import listing_pages
from generator.pages.release import Beside, beside, release_page
from generator.pages.series import series_pages
from generator.pages.versions import version_pages

Page = tuple[str, bytes]
"""A path under build/docs, and what stands there."""
OTHERS: Mapping[str, Callable[[Holdings], Mapping[str, bytes]]] = {
    "lists": listing_pages,
    "home": home_pages,
    "levels": level_pages,
    "formulae": formula_pages,
    "series": series_pages,
    "comparisons": compare_pages,
    "versions": version_pages,
    "concordance": concordance_pages,
    "corrections": correction_pages,
    "moved": moved_pages,
    "model": lambda _: model_pages(),
}
"""What makes pages that are no one record's, the longest first; each may be called alone."""


class Sheaf(NamedTuple):
    """Pages that are made together."""

    name: str
    """Of their record, or of what they are."""
    made_of: str
    """A name for all that they are made from; empty if it is not known."""
    pages: Callable[[], Mapping[str, bytes]]
    """Makes them, by path."""


def page_tree(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
    digests: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, bytes]:
    """Return the whole page tree: path under build/docs → bytes, the same for the same archive.

    Args:
        archive: Everything that content/ holds.
        mentions: By the id of their release.
        relations: Of all releases.
        digests: SHA-256 of each file of the content, by its path: the versions come from them.

    Raises:
        Refused: A hand-written page links to no record, or stands in the way of a generated one.
    """
    holdings = Holdings(archive, mentions, relations, digests)
    generated = dict(generated_pages(holdings))
    return dict(sorted((generated | written_pages(holdings, generated)).items()))


def generated_pages(holdings: Holdings) -> Iterator[Page]:
    """Yield every page that no person wrote, each path once."""
    for sheaf in chain(
        of_releases(holdings, holdings.archive.releases),
        of_entities(holdings, by_themselves(holdings)),
        of_all(holdings, OTHERS),
    ):
        yield from sheaf.pages().items()


def of_releases(holdings: Holdings, ids: Iterable[str]) -> Iterator[Sheaf]:
    """Yield the page of each of these releases."""
    for key in ids:
        release = holdings.archive.releases[key]
        others = beside(holdings, release)
        made_of = _name(holdings.made_of[key], others)
        yield Sheaf(key, made_of, partial(_release, holdings, release, others))


def _release(holdings: Holdings, release: Release, others: Beside) -> dict[str, bytes]:
    return {holdings.paths[release.id]: release_page(holdings, release, others)}


def by_themselves(holdings: Holdings) -> list[str]:
    """Return the ids of the entities whose pages are made one by one."""
    every = holdings.archive.entities.values()
    return [each.id for each in every if not isinstance(each, Formula | Series)]


def of_entities(holdings: Holdings, ids: Iterable[str]) -> Iterator[Sheaf]:
    """Yield the pages of each of these entities."""
    for key in ids:
        entity = holdings.archive.entities[key]
        shown = [holdings.made_of[each] for each in entities.releases_of(holdings, entity)]
        made_of = _name(holdings.digests and holdings.ground, shown)
        yield Sheaf(key, made_of, partial(entities.pages_of, holdings, entity))


def of_all(holdings: Holdings, names: Iterable[str]) -> Iterator[Sheaf]:
    """Yield the pages of these `OTHERS`: nearly everything goes into them, so it is not named."""
    for name in names:
        yield Sheaf(name, "", partial(OTHERS[name], holdings))


def _name(known: object, told: object) -> str:
    """Return a name for templates, for what is known by its name, and for what is told."""
    if not known:
        return ""
    whole = f"{environment.name()} {known} {told!r}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=16).hexdigest()


def pages_of(holdings: Holdings, key: str) -> dict[str, bytes]:
    """Return the pages of one record, by its id, or one hand-written page, by its path.

    Nothing for what has no page of its own, or one that is made with others.
    """
    if key in holdings.archive.pages and key != HOME:
        return {key: handwritten_page(holdings, key)}
    if key in holdings.archive.releases:
        sheaves = of_releases(holdings, [key])
    else:
        sheaves = of_entities(holdings, [key] if key in by_themselves(holdings) else [])
    return {path: page for sheaf in sheaves for path, page in sheaf.pages().items()}


def written_pages(holdings: Holdings, generated: Collection[str]) -> dict[str, bytes]:
    """Return the pages that people wrote, beside the paths of all that are generated.

    Raises:
        Refused: One links to no record, or stands in the way of a generated one.
    """
    if problems := tuple(faults(holdings, {*generated} - {HOME})):
        raise Refused(*problems)
    return handwritten_pages(holdings)
