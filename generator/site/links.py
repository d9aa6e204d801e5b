"""Links inside a site: where an address leads from a page, and whether something is there."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from generator.errors import visible


def target(page: str, address: str, root: str) -> tuple[str | None, str]:
    """Return the file of the site that a relative address leads to, and its fragment.

    Args:
        page: The path of the page in the site, as `releases/index.html`.
        address: A relative address as it stands in the page; it may begin with `/`.
        root: The path under which the site is published, as `/` or `/archive/`.

    Returns:
        The path of a file in the site (a folder stands for its `index.html`), or None if the
        address leads out of the site; the fragment without `#`, empty if there is none.

    >>> target("releases/x/index.html", "../y/#p3", "/")
    ('releases/y/index.html', 'p3')
    """
    parts = urlsplit(address)
    path, fragment = unquote(parts.path), unquote(parts.fragment).partition(":~:")[0]
    if not path:
        return page, fragment
    if path.startswith("/"):
        if not path.startswith(root):
            return None, fragment
        joined = "./" + path[len(root) :]
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    plain = posixpath.normpath(joined)
    if plain == ".." or plain.startswith("../"):
        return None, fragment
    folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return posixpath.normpath(posixpath.join(plain, "index.html")) if folder else plain, fragment


def faults(
    page: str, address: str, root: str, ids: Mapping[str, Collection[str] | None]
) -> Iterator[str]:
    """Yield why an address of `page` leads nowhere, if it does.

    Args:
        page: As in `target`.
        address: As in `target`.
        root: As in `target`.
        ids: Every file of the site by its path: the ids of a page, None for any other file.
    """
    path, fragment = target(page, address, root)
    if path is not None and path not in ids and f"{path}/index.html" in ids:
        path = f"{path}/index.html"
    if path is None:
        yield f"link `{visible(address)}` leads out of the site"
    elif path not in ids:
        yield f"link `{visible(address)}` leads to no page or file"
    elif fragment and fragment not in (ids[path] or ()) and fragment != "top":
        yield f"link `{visible(address)}`: the page has no part `{visible(fragment)}`"
