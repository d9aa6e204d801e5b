"""One page: read, made HTML, and written."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page
from mkdocs.utils import meta, normalize_url

from generator.site.fast import matter
from generator.site.fast.addresses import Addresses
from generator.site.fast.direct import direct
from generator.site.fast.inline import Unknown
from generator.site.fast.leaves import Doubt, Known, Leaf, page_of
from generator.site.fast.skeleton import Folded, Skeletons

PAGE = "index.html"
_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Told:
    """What must be known of a page when all are made."""

    place: int
    changed: object
    """The field that the sitemap reads."""
    ids: str
    """The ids of its text, a line each."""
    anchors: tuple[tuple[str, str], ...]
    """Pages and ids that it links to."""


class Made(NamedTuple):
    """A page that was made."""

    told: Told
    source: bytes
    """Its Markdown."""
    content: bytes
    """Its HTML."""


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """Any page of a folder, of which MkDocs asks where it is."""

    url: str


class Maker:
    """Makes the pages of a site."""

    def __init__(
        self, config: Any, env: Any, nav: Any, files: Known, leaves: Sequence[Leaf]
    ) -> None:
        """Prepare what all pages need."""
        self._config, self._env, self._nav = config, env, nav
        self._docs = config.docs_dir
        self._files, self._leaves = files, leaves
        self._addresses = Addresses({leaf.source: leaf.url or "./" for leaf in leaves})
        self._skeletons = Skeletons(env, {"config": config, "nav": nav})
        self._urls: dict[tuple[str, int], dict[str, str]] = {}

    def made(self, place: int) -> Made:
        """Make the page at `place`."""
        leaf = self._leaves[place]
        source = read(f"{self._docs}/{leaf.source}")
        told, content = self._anew(place, leaf, source)
        return Made(told, source, content)

    def _anew(self, place: int, leaf: Leaf, source: bytes) -> tuple[Told, bytes]:
        written = _text(source)
        fields, text = matter.split(written) or meta.get_data(written)[::-1]
        told = Told(place, fields.get("changed"), "", ())
        output = self._plainly(leaf, fields, text, told) or self._stock(leaf, fields, text, told)
        if not output.strip():
            raise Doubt(f"{leaf.source} is empty")
        return told, output.encode("utf-8", errors="xmlcharrefreplace")

    def _plainly(self, leaf: Leaf, fields: dict[str, Any], text: str, told: Told) -> str | None:
        """Return the page, if its text is plainly known and so is its template."""
        if not isinstance(fields.get("title"), str):
            return None  # MkDocs takes it from a heading
        seen = self._addresses.seen_from(leaf.source)
        try:
            made = direct(text, seen)
        except Unknown:
            return None
        told.ids, told.anchors = "\n".join(sorted(made.ids)), seen.anchors(made.ids)
        folded = self._skeletons.of(fields.get("template", "main.html"), fields)
        if folded is None or leaf.source in self._files.src_uris:
            return self._rendered(leaf, fields, text, made.html)
        if any(target.startswith(leaf.url) for target in folded.targets):
            return self._rendered(leaf, fields, text, made.html)
        own = {
            "page_title": fields["title"],
            "page_content": made.html,
            "page_canonical_url": leaf.canonical_url,
            "page_url": leaf.url,
        }
        return folded.page(fields, own, self._seen_from(leaf, folded))

    def _seen_from(self, leaf: Leaf, folded: Folded) -> Mapping[str, str]:
        """Return the addresses that a template writes, as all pages of the folder have them."""
        folder = leaf.url.rstrip("/").rpartition("/")[0]
        key = (folder, id(folded))
        if key not in self._urls:
            page: Any = _Neighbour(f"{folder}/\0/".lstrip("/"))
            written = (normalize_url(target, page) for target in folded.targets)
            self._urls[key] = {f"url_{number}": each for number, each in enumerate(written)}
        return self._urls[key]

    def _rendered(self, leaf: Leaf, fields: dict[str, Any], text: str, content: str) -> str:
        """Return the page by its template as it stands."""
        page = page_of(leaf, self._files, self._config)
        page.meta, page.markdown, page.content = fields, text, content
        return self._templated(page)

    def _stock(self, leaf: Leaf, fields: dict[str, Any], text: str, told: Told) -> str:
        """Return the page as MkDocs makes it."""
        page = page_of(leaf, self._files, self._config)
        page.meta, page.markdown = fields, text
        page.render(self._config, self._files)
        found = (page.links_to_anchors or {}).items()
        told.anchors = tuple((file.src_uri, anchor) for file, each in found for anchor in each)
        told.ids = "\n".join(page.present_anchor_ids or ())
        return self._templated(page)

    def _templated(self, page: Page) -> str:
        page.active = True
        template = self._env.get_template(page.meta.get("template", "main.html"))
        leaves: Any = self._leaves
        output: str = template.render(get_context(self._nav, leaves, self._config, page))
        page.active = False
        # Texts do not stay in memory once they are written.
        page.markdown = page.content = None
        page.meta, page.links_to_anchors, page.present_anchor_ids = {}, None, None
        return output


def read(path: str) -> bytes:
    """Return the bytes of a file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        parts = []
        while part := os.read(descriptor, 1 << 20):
            parts.append(part)
    finally:
        os.close(descriptor)
    return b"".join(parts)


def _text(source: bytes) -> str:
    """Return a text as Python reads one, line ends made alike."""
    text = source.removeprefix(_BOM).decode()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
