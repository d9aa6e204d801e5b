"""What the search is told of a release's page: the part that is searched, its day and its facets.

Of the page (overrides/base.html, overrides/partials/facets.html) only this part is handed to
Pagefind, so that a change of the apparatus around the text makes no index anew.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_BODY = re.compile(rb"<article[^<>]*\bdata-pagefind-body[^<>]*>")
# What stands beside and below the text: nothing of it is searched but the list of facets.
_APPARATUS = b'<aside aria-label="About this page"'
_FACETS = re.compile(rb'<ul class="page-facets"[^<>]*>(.*?)</ul>', re.DOTALL)
_ROW = re.compile(rb"<li([^<>]*)>(.*?)</li>", re.DOTALL)
_FILTER = re.compile(rb'data-pagefind-filter="([a-z]+)"')
_META = re.compile(rb'data-pagefind-meta="([a-z]+)"')


@dataclass(frozen=True, slots=True)
class Searched:
    """A page as the search sees it."""

    part: bytes
    """The HTML that Pagefind reads."""
    date: str
    """The day of the release as ISO text, shorter or empty where less is known."""
    facets: Mapping[str, tuple[str, ...]]
    """Facet → the page's values."""

    @property
    def digest(self) -> str:
        """Return the digest of all that the search is told."""
        told = repr((self.date, sorted(self.facets.items()))).encode()
        return hashlib.sha256(told + self.part).hexdigest()


def read(page: bytes) -> Searched | None:
    """Return what the search is told of a page; None if the page is not to be searched."""
    begin = _BODY.search(page)
    if begin is None:
        return None
    listed = _FACETS.search(page, begin.end())
    apparatus = page.find(_APPARATUS, begin.end())
    ends = [place for place in (apparatus, listed.start() if listed else -1) if place >= 0]
    body = page[begin.start() : min(ends, default=page.rfind(b"</article>"))]
    facets: dict[str, list[str]] = defaultdict(list)
    told, date = [], ""
    for row in _ROW.finditer(listed[1] if listed else b""):
        value = html.unescape(row[2].decode()).strip()
        if found := _FILTER.search(row[1]):
            facets[found[1].decode()].append(value)
        if found := _META.search(row[1]):
            told.append(b'<li data-pagefind-meta="%b">%b</li>' % (found[1], row[2]))
            date = value if found[1] == b"date" else date
    part = (
        b'<html lang="en"><body>%b<ul data-pagefind-ignore="index">%b</ul></article></body></html>'
    )
    return Searched(
        part % (body, b"".join(told)),
        date,
        {name: tuple(sorted(set(values))) for name, values in sorted(facets.items())},
    )
