"""The sitemap of a large site: an index, and parts that crawlers take.

Source: Sitemaps protocol 0.9: a file holds at most 50,000 addresses and 50 MB.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from generator import tree

NAME = "sitemap.xml"
MOST = 50_000
"""Addresses of one file."""
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_CHANGED = re.compile("<lastmod>(.*?)</lastmod>")
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part(site: Path, address: str, most: int = MOST) -> None:
    """Part the sitemap in the HTML folder `site` if it holds too many addresses.

    Args:
        site: The folder, with the sitemap that MkDocs made.
        address: Where the site is published, ending in `/`.
        most: Addresses of one file.
    """
    text = (site / NAME).read_text("utf-8")
    entries = list(_ENTRY.finditer(text))
    if len(entries) <= most:
        return
    head, tail = text[: entries[0].start()], text[entries[-1].end() :]
    parts = [entries[at : at + most] for at in range(0, len(entries), most)]
    for number, some in enumerate(parts, 1):
        inside = "".join(found[0] for found in some)
        tree.write(site, _name(number), (f"{head}{inside}{tail}".encode(),))
    # It may be a link to that of the live site, which is not to change.
    (site / NAME).unlink()
    tree.write(site, NAME, (_index(parts, address).encode(),))


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
