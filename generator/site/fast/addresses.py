"""Addresses of pages as seen from a page: each is worked out once for all pages of a folder."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from mkdocs.utils import get_relative_url

from generator.site.fast.inline import Link, Unknown

_OUTWARD = re.compile(r"https?://[^\s<>\"]+")
# In this form MkDocs has nothing to decode and nothing to warn of but a missing page.
_INWARD = re.compile(r"((?:[\w.-][\w./-]*)?)(?:#([a-z0-9-]+))?")


class Addresses:
    """The pages of a site, by their path."""

    def __init__(self, files: Any) -> None:
        """Keep the pages of `files`, MkDocs' collection."""
        self._urls = {file.src_uri: file.url for file in files.documentation_pages()}
        self._targets: dict[tuple[str, str], str] = {}
        self._ways: dict[tuple[str, int, str], str] = {}

    def seen_from(self, file: Any, anchors: set[tuple[str, str]]) -> Link:
        """Return what resolves the addresses in a page; it notes ids that must be there."""

        def link(address: str) -> str:
            if _OUTWARD.fullmatch(address):
                return address
            found = _INWARD.fullmatch(address)
            if not found:
                raise Unknown(address)
            path, anchor = found[1], found[2]
            target = self._target(posixpath.dirname(file.src_uri), path) if path else file.src_uri
            if anchor:
                anchors.add((target, anchor))
            relative = self._relative(target, file) if path else ""
            return f"{relative}#{anchor}" if anchor else relative

        return link

    def _target(self, folder: str, path: str) -> str:
        target = self._targets.get((folder, path))
        if target is None:
            target = posixpath.normpath(posixpath.join(folder, path))
            if target not in self._urls:
                raise Unknown(path)
            self._targets[folder, path] = target
        return target

    def _relative(self, target: str, file: Any) -> str:
        url, own = self._urls[target], file.url
        # Beneath the page itself the way is another one than from its neighbours.
        if url.startswith(own):
            return str(get_relative_url(url, own))
        # The front page has no folder, though its address (`./`) is as deep as its neighbours'.
        folder = own if own in ("", "./") else posixpath.dirname(own.rstrip("/"))
        key = (folder, own.count("/"), target)
        if (held := self._ways.get(key)) is None:
            held = self._ways[key] = str(get_relative_url(url, own))
        return held
