"""The page tree: the archive as Markdown that MkDocs, or its successor, turns into a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.authority import Formula, Series
from generator.errors import Refused
from generator.model import Archive, Mention, Relation
from generator.pages import entity as entities
from generator.pages.about import backward
from generator.pages.compare import compare_pages
from generator.pages.concordance import concordance_pages
from generator.pages.corrections import correction_pages, moved_pages
from generator.pages.datamodel import model_pages
from generator.pages.entity import entity_pages
from generator.pages.formula import formula_pages
from generator.pages.handwritten import HOME, faults, handwritten_page, handwritten_pages
from generator.pages.holdings import Holdings
from generator.pages.home import home_pages
from generator.pages.levels import level_pages
from generator.pages.listing import listing_pages
from generator.pages.release import release_page
from generator.pages.series import series_pages
from generator.pages.versions import version_pages

Page = tuple[str, bytes]
"""A path under build/docs, and what stands there."""
_OTHERS: tuple[Callable[[Holdings], Mapping[str, bytes]], ...] = (
    *(series_pages, listing_pages, home_pages, correction_pages, moved_pages),
    *(lambda _: model_pages(), compare_pages, concordance_pages, level_pages, version_pages),
)
"""What makes further pages that are no release's; each may be called alone."""


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
    releases = release_pages(holdings, archive.releases)
    return dict(sorted((*releases, *other_pages(holdings))))


def release_pages(holdings: Holdings, ids: Iterable[str]) -> Iterator[Page]:
    """Yield the pages of these releases, one after another."""
    for key in ids:
        yield holdings.paths[key], release_page(holdings, holdings.archive.releases[key])


def pages_of(holdings: Holdings, key: str) -> dict[str, bytes]:
    """Return the pages of one record, by its id, or one hand-written page, by its path.

    Nothing for what has no page of its own, or one that is made with others.
    """
    if key in holdings.archive.releases:
        return dict(release_pages(holdings, [key]))
    if key in holdings.archive.pages and key != HOME:
        return {key: handwritten_page(holdings, key)}
    entity = holdings.archive.entities.get(key)
    if entity is None or isinstance(entity, Formula | Series):
        return {}
    return entities.pages_of(holdings, entity, backward(holdings.archive.entities.values()))


def other_pages(holdings: Holdings) -> Iterator[Page]:
    """Yield all other pages, each path once.

    Raises:
        Refused: After the last generated page: as for `page_tree`.
    """
    taken = {holdings.paths[key] for key in holdings.archive.releases}
    for path, page in _generated(holdings):
        taken.add(path)
        yield path, page
    if problems := tuple(faults(holdings, taken - {HOME})):
        raise Refused(*problems)
    yield from handwritten_pages(holdings).items()


def _generated(holdings: Holdings) -> Iterator[Page]:
    yield from entity_pages(holdings)
    yield from formula_pages(holdings)
    for made in _OTHERS:
        yield from made(holdings).items()
