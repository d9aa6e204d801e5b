"""Former addresses for hosts that can send readers on: beside the pages that stand there.

Where a host reads neither file, or prefers a page that is there, the page leads on
(`generator.pages.corrections`).
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.authority import FOLDERS
from generator.model import Archive

_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}


def files(archive: Archive, address: str) -> dict[str, bytes]:
    """Return the two files, by path in the site; they are there also while nothing has moved.

    Args:
        archive: Everything that content/ holds.
        address: Where the site is published, ending in `/`.

    Source: the form of `_redirects` is that of Netlify and Cloudflare Pages; the other is what an
    nginx `map` includes.
    """
    root = urlsplit(address).path or "/"
    rows = sorted((f"{root}{old}", f"{root}{new}") for old, new in moved(archive))
    return {
        "_redirects": "".join(f"{old} {new} 301\n" for old, new in rows).encode(),
        "_redirects.nginx": "".join(f"{old} {new};\n" for old, new in rows).encode(),
    }


def moved(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield each former folder of a record in the site, and its folder now; both end in `/`."""
    for key, release in archive.releases.items():
        yield from _each("releases", key, release.head.formerly)
    for key, outlet in archive.outlets.items():
        yield from _each("outlets", key, outlet.formerly)
    for key, entity in archive.entities.items():
        yield from _each(_FOLDER[type(entity)], key, entity.formerly)


def _each(folder: str, key: str, olds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from ((f"{folder}/{old}/", f"{folder}/{key}/") for old in olds)
