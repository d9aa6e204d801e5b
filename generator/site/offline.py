"""The whole site as one file to keep: a zip whose pages lead to each other from a folder.

A folder has no server that turns `x/` into `x/index.html`, so every link that leads to a folder
names its page. Search is left to the index pages: browsers let no script of a folder read the
index. The same site gives the same zip, from the same zlib.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from generator.site import allowed, manifest
from generator.site.tags import tags

NAME = "data/site.zip"
TOP = "communique"
"""The folder that the zip unpacks into."""
READ_ME = (
    "Communiqué, a research archive of diplomatic releases.\n\n"
    "Open index.html in this folder. Every page and every link works without a network. Search needs\n"
    "a server: use the lists, or run `python3 -m http.server` here and open http://127.0.0.1:8000/.\n"
)
# Not for a folder: what only a server or a crawler reads, the index of the search, this file.
_LEFT_OUT = (
    "pagefind/",
    "_headers",
    "_redirects",
    "_redirects.nginx",
    "robots.txt",
    "sitemap.xml",
    "opensearch.xml",
    NAME,
    manifest.NAME,
)
# The zip format knows no time before 1980; no clock, so that the same site gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".woff2", ".zip")
# What browsers refuse to load beside a page without a server, and would complain of.
_SERVED = re.compile(
    r'<link rel="(?:preload|modulepreload|search)"[^<>]*>|<script type="module"[^<>]*></script>'
)
_QUOTED = re.compile(r"([\"'])(.*?)\1")
_LINKING = frozenset(("href", "action", "data-search"))


def write(site: Path) -> None:
    """Write the zip of the finished `site` into it."""
    with zipfile.ZipFile(site / NAME, "w") as kept:
        _add(kept, "README.txt", READ_ME.encode())
        for path in manifest.files(site):
            if not path.startswith(_LEFT_OUT):
                content = (site / path).read_bytes()
                _add(kept, path, _page(content) if path.endswith(".html") else content)


def _add(kept: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{TOP}/{path}", _TIME)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, whatever system wrote it
    packed = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    kept.writestr(entry, content, packed)


def _page(content: bytes) -> bytes:
    return linked(_SERVED.sub("", content.decode())).encode()


def linked(page: str) -> str:
    """Return a page whose relative links to folders name the page in them.

    >>> linked('<a href="../x/#p1">x</a> <a href=".">y</a> <a href="https://a.example/">z</a>')
    '<a href="../x/index.html#p1">x</a> <a href="./index.html">y</a> <a href="https://a.example/">z</a>'
    """
    parts: list[str] = []
    at = 0
    for start, end, address in _addresses(page):
        parts += (page[at:start], address)
        at = end
    return "".join((*parts, page[at:]))


def _addresses(page: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each address to be changed stands, and what it becomes."""
    for tag in tags(page):
        for name, value in tag.attributes:
            if name in _LINKING and (named := _named(value)) != value:
                quoted = _QUOTED.finditer(page, tag.offset, tag.end)
                found = next(one for one in quoted if html.unescape(one[2]) == value)
                yield found.start(2), found.end(2), html.escape(named)


def _named(address: str) -> str:
    if allowed.is_absolute(address) or address.startswith(("/", "#")):
        return address
    path = urlsplit(address).path
    if not path or not (path.endswith("/") or path in (".", "..")):
        return address
    page = path.rstrip("/") + "/index.html"
    return page + address[len(path) :]
