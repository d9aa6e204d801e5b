"""The sitemap of a large site: an index, and parts that crawlers take.

Source: Sitemaps protocol 0.9: a file holds at most 50,000 addresses and 50 MB.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from generator.site.staged import Staged

NAME = "sitemap.xml"
MOST = 50_000
"""Addresses of one file."""
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_CHANGED = re.compile("<lastmod>(.*?)</lastmod>")
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part(staged: Staged, address: str, most: int = MOST) -> None:
    """Part the sitemap of a site if it holds too many addresses.

    Args:
        staged: The site, with the sitemap that MkDocs made.
        address: Where the site is published, ending in `/`.
        most: Addresses of one file.
    """
    text = (staged.folder / NAME).read_text("utf-8")
    entries = list(_ENTRY.finditer(text))
    if len(entries) <= most:
        return
    head, tail = text[: entries[0].start()], text[entries[-1].end() :]
    parts = [entries[at : at + most] for at in range(0, len(entries), most)]
    for number, some in enumerate(parts, 1):
        inside = "".join(found[0] for found in some)
        staged.put(_name(number), (f"{head}{inside}{tail}".encode(),))
    staged.put(NAME, (_index(parts, address).encode(),))


def _name(number: int) -> str:
    return f"sitemap-{number}.xml"


def _index(parts: Sequence[Sequence[re.Match[str]]], address: str) -> str:
    """Return the list of the parts, each with the newest day of its pages."""
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', f'<sitemapindex xmlns="{_SPACE}">']
    for number, some in enumerate(parts, 1):
        newest = max((day for found in some for day in _CHANGED.findall(found[0])), default="")
        rows += ["  <sitemap>", f"    <loc>{escape(address + _name(number))}</loc>"]
        rows += [f"    <lastmod>{newest}</lastmod>"] if newest else []
        rows.append("  </sitemap>")
    return "\n".join((*rows, "</sitemapindex>"))
