"""The pages of a site before anything is made of them: no more of each than its addresses.

MkDocs keeps two objects of some thirty fields for every page. They are made here only for the pages
of the navigation, and for a page that goes the stock way while it is made.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote as urlquote
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from pathspec.gitignore import GitIgnoreSpec

_PAGE, _INDEX = ".md", "index"
# What needs no quoting in an address, and what MkDocs and we call the same.
_PLAIN = re.compile(r"[a-z0-9_/-]+", re.ASCII)
# MkDocs leaves out the first two; the others are its second name of `index`, and of `.md`.
_UNUSUAL = re.compile(r"\.|templates$|README\.|.*\.(?:markdown|mdown|mkdn|mkd)$", re.IGNORECASE)
_ALL = ["*"]


class Doubt(Exception):
    """Something is wrong or unusual: the stock way is to build the site, and to say what it is."""


class Leaf:
    """A page; to the template of the sitemap both its file and the page."""

    __slots__ = ("canonical_url", "changed", "source", "url")
    is_link = False

    def __init__(self, source: str, site_url: str) -> None:
        """Keep the addresses of the page whose Markdown is at `source`."""
        self.source = source
        folder = self.folder
        plain = _PLAIN.fullmatch(folder) is not None
        self.url = folder if plain or not folder else f"{urlquote(folder)}"
        told = site_url + self.url if plain else urljoin(site_url, self.url)
        self.canonical_url = told if site_url else None
        self.changed: object = None

    @property
    def page(self) -> Leaf:
        """The page of the file."""
        return self

    @property
    def meta(self) -> dict[str, object]:
        """The fields of front matter that templates of the whole site read."""
        return {"changed": self.changed} if self.changed is not None else {}

    @property
    def folder(self) -> str:
        """The folder of its HTML in the site, ending in `/`; empty for the front page."""
        stem = self.source[: -len(_PAGE)]
        if stem == _INDEX or stem.endswith(f"/{_INDEX}"):
            return stem[: -len(_INDEX)]
        return f"{stem}/"


class Known(Files):
    """The files of a site, of which MkDocs' own objects are made when somebody asks for them."""

    def __init__(self, config: Any, others: Sequence[File], leaves: dict[str, Leaf]) -> None:
        """Hold `others`, and the pages `leaves` by their source."""
        super().__init__(others)
        self._config, self._leaves = config, leaves

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file whose source is `path`."""
        found = super().get_file_from_path(path)
        if found is None and (leaf := self._leaves.get(posixpath.normpath(path))):
            return file_of(leaf, self._config)
        return found


def file_of(leaf: Leaf, config: Any) -> File:
    """Return MkDocs' object of a page, without its page."""
    return File(
        leaf.source,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        inclusion=InclusionLevel.NOT_IN_NAV,
    )


def gathered(config: Any, env: Any) -> tuple[list[Leaf], Known, Navigation]:
    """Return the pages of a site in MkDocs' order, its files, and the navigation.

    Raises:
        Doubt: There is a file that MkDocs would leave out, or take for another.
    """
    _refuse(config)
    root = _root(config.site_url)
    leaves: dict[str, Leaf] = {}
    others: list[File] = []
    for source in _sources(config.docs_dir):
        if source.endswith(_PAGE):
            leaves[source] = Leaf(source, root)
        else:
            others.append(File(source, config.docs_dir, config.site_dir, config.use_directory_urls))
    if len({leaf.folder for leaf in leaves.values()}) < len(leaves):
        raise Doubt("two pages with one address")
    files = Known(config, others, leaves)
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    return list(leaves.values()), files, _navigation(config, files, leaves)


def _refuse(config: Any) -> None:
    if config.plugins or config.extra_templates or config.hooks or not config.use_directory_urls:
        raise Doubt("plugins, hooks, extra templates, or other addresses")
    if config.exclude_docs or config.draft_docs or config.nav is None:
        raise Doubt("pages may be left out")
    if config.not_in_nav != GitIgnoreSpec.from_lines(_ALL):
        raise Doubt("a page may have to be in the navigation")


def _root(site_url: str | None) -> str:
    if not site_url:
        return ""
    root = site_url if site_url.endswith("/") else f"{site_url}/"
    if urljoin(root, "a/b/") != f"{root}a/b/" or urljoin(root, "") != root:
        raise Doubt(site_url)
    return root


def _sources(docs: str) -> Iterator[str]:
    for top, folders, names in os.walk(docs, followlinks=True):
        folders.sort()
        names.sort(key=lambda name: (name.rpartition(".")[0] != _INDEX, name))
        if any(_UNUSUAL.match(name) for name in (*folders, *names)):
            raise Doubt(f"an unusual name in {top}")
        inner = os.path.relpath(top, docs).replace(os.sep, "/")
        yield from names if inner == "." else (f"{inner}/{name}" for name in names)


def _navigation(config: Any, files: Known, leaves: dict[str, Leaf]) -> Navigation:
    """Return the navigation; its pages join `files`, for MkDocs keeps with each what is active."""
    for source in _named(config.nav):
        if source in leaves:
            files.append(file_of(leaves[source], config))
    return get_navigation(files, config)


def _named(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for inner in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _named(inner)


def page_of(leaf: Leaf, files: Known, config: Any) -> Page:
    """Return MkDocs' object of a page: that of the navigation, or a new one."""
    held = files.src_uris.get(leaf.source)
    if held is not None and held.page is not None:
        return held.page
    return Page(None, file_of(leaf, config), config)
