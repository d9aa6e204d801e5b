"""The page tree: the archive as Markdown that MkDocs, or its successor, turns into a site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.errors import Refused
from generator.model import Archive, Mention, Relation
from generator.pages.compare import compare_pages
from generator.pages.concordance import concordance_pages
from generator.pages.corrections import correction_pages, moved_pages
from generator.pages.datamodel import model_pages
from generator.pages.entity import entity_pages
from generator.pages.formula import formula_pages
from generator.pages.handwritten import faults, handwritten_pages
from generator.pages.holdings import Holdings
from generator.pages.home import home_pages
from generator.pages.levels import level_pages
from generator.pages.listing import listing_pages
from generator.pages.release import release_page
from generator.pages.series import series_pages
from generator.pages.versions import version_pages


def page_tree(
    archive: Archive,
    mentions: Mapping[str, Sequence[Mention]],
    relations: Sequence[Relation],
) -> dict[str, bytes]:
    """Return the whole page tree: path under build/docs → bytes, the same for the same archive.

    Args:
        archive: Everything that content/ holds.
        mentions: By the id of their release.
        relations: Of all releases.

    Raises:
        Refused: A hand-written page links to no record, or stands in the way of a generated one.
    """
    holdings = Holdings(archive, mentions, relations)
    generated = {
        **{
            holdings.paths[release.id]: release_page(holdings, release)
            for release in holdings.releases
        },
        **entity_pages(holdings),
        **formula_pages(holdings),
        **series_pages(holdings),
        **listing_pages(holdings),
        **home_pages(holdings),
        **correction_pages(holdings),
        **moved_pages(holdings),
        **model_pages(),
        **compare_pages(holdings),
        **concordance_pages(holdings),
        **level_pages(holdings),
        **version_pages(holdings),
    }
    in_the_way = {path: page for path, page in generated.items() if path != "index.md"}
    if problems := tuple(faults(holdings, in_the_way)):
        raise Refused(*problems)
    return dict(sorted({**generated, **handwritten_pages(holdings)}.items()))
