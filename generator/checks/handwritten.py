"""Hand-written pages: links that lead nowhere, and what could act in a page."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from generator.authority import FOLDERS
from generator.checks.bounded import too_much
from generator.checks.markdown import addresses, lines, records
from generator.checks.subject import Finding, Subject
from generator.errors import visible
from generator.nearest import nearest

SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Browsers drop these before they read the scheme.
_IGNORED = re.compile("[\x00-\x20\x7f-\x9f\\s]")
# A tag alone, or with an attribute; `x<y and a > b` is neither.
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>=]*=[^<>]*|\s*/?)>|<[!?]")
_ATTRIBUTES = re.compile(r"\{:|\{\s*[.#][^{}]*\}|\{[^{}=]*=[^{}]*\}")
_ID = re.compile(r"\{#[a-z][a-z0-9]*(?:-[a-z0-9]+)*\}")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#(?![a-z])")
_SNIPPET = re.compile(r"\s*;*-+8<-+")
_MADE = frozenset(
    {*FOLDERS, "releases", "outlets", "chronology", "compare", "corrections", "data", "search"}
)
"""Folders and pages that the generator writes: no hand-written page has their address."""
_MADE_BESIDE = ("contribute/unsettled.md", "method/data-model.md")
"""Pages that the generator writes into a folder of a hand-written one."""


def faulty(subject: Subject) -> Iterator[Finding]:
    """Yield each fault of the hand-written pages."""
    known = _Targets(subject)
    for page, text in subject.archive.pages.items():
        path = f"pages/{page}"
        yield from _of_whole(page, path, text)
        yield from (Finding(path, *told) for told in too_much(text))
        for line in lines(text):
            for message, fix in (*_active(line.text), *known.of(page, line.text)):
                yield Finding(path, line.number, message, fix)


def _of_whole(page: str, path: str, text: str) -> Iterator[Finding]:
    first = next((line for line in text.split("\n") if line.strip()), "")
    if text.startswith("---\n"):
        message = "the page begins with front matter"
        yield Finding(path, 1, message, "delete it; the page's title is its first heading")
    elif not first.startswith("# "):
        message = "the page does not begin with its title"
        yield Finding(path, 1, message, "begin with a line `# Title`")
    top = page.removesuffix(".md").partition("/")[0]
    if top in _MADE:
        message = f"the address `{top}` belongs to pages that are made from records"
        yield Finding(path, 1, message, "give the page another name")


def _active(text: str) -> Iterator[tuple[str, str]]:
    for tag in _TAG.finditer(text):
        shown = visible(tag[0], 60)
        yield f"raw HTML: `{shown}`", f"write it in Markdown, or as code: `` `{shown}` ``"
    for found in _ATTRIBUTES.finditer(_ID.sub("", text)):
        yield f"an attribute list: `{visible(found[0], 60)}`", "delete it"
    for found in _TEMPLATE.finditer(text):
        yield (
            f"a template mark: `{found[0]}`",
            f"delete it, or write it as code: `` `{found[0]}` ``",
        )
    if _SNIPPET.match(text):
        yield "a mark that includes a file (`--8<--`)", "delete it"


def _bare(path: str) -> str:
    """Return what is special in a page's path: what all have makes none of them alike."""
    return path.removesuffix(".md").removesuffix("/index")


class _Targets:
    """What links may lead to."""

    def __init__(self, subject: Subject) -> None:
        archive = subject.archive
        self.ids = (*archive.releases, *archive.outlets, *archive.entities)
        self.unsound = subject.unsound
        self.records = frozenset(self.ids)
        folders = {record: folder for folder, record in FOLDERS.items()}
        entities = archive.entities.items()
        self.pages: Mapping[str, str] = {
            **dict.fromkeys((*archive.pages, *subject.unsound), ""),
            **{f"{name}.md": "" for name in _MADE},
            **{f"{name}/index.md": "" for name in _MADE},
            **dict.fromkeys(_MADE_BESIDE, ""),
            **{f"releases/{key}.md": key for key in archive.releases},
            **{f"outlets/{key}.md": key for key in archive.outlets},
            **{f"{folders[type(entity)]}/{key}.md": key for key, entity in entities},
        }
        self.releases = archive.releases

    def of(self, page: str, text: str) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the links of one line."""
        for key in records(text):
            if key not in self.records and key not in self.unsound:
                meant = nearest(key, self.ids)
                fix = f"write `[[{meant}]]`" if meant else "write the id of a record"
                yield f"`[[{visible(key, 80)}]]` leads nowhere", fix
        for address in addresses(text):
            yield from self._address(page, address)

    def _address(self, page: str, address: str) -> Iterator[tuple[str, str]]:
        plain = _IGNORED.sub("", html.unescape(address))
        shown = visible(address, 80)
        scheme = _SCHEME.match(plain)
        if scheme and scheme[1].lower() not in SCHEMES:
            yield f"a link to `{shown}`", "link to http, https, mailto or a page of this site"
        elif not plain:
            yield "a link without an address", "write where it leads, or delete it"
        elif not scheme and (plain.startswith(("/", "\\")) or "\\" in plain):
            yield f"the link `{shown}` is not relative", "write the path from this page's folder"
        elif not scheme:
            yield from self._relative(page, plain, shown)

    def _relative(self, page: str, address: str, shown: str) -> Iterator[tuple[str, str]]:
        target, _, fragment = address.partition("#")
        if not target:
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(target)))
        if path not in self.pages:
            known = {_bare(one): one for one in self.pages}
            meant = nearest(_bare(path), known)
            folder = posixpath.dirname(page) or "."
            there = posixpath.relpath(known[meant], folder) if meant else ""
            fix = f"write `{there}`" if meant else "write the path of a page, ending in `.md`"
            yield f"the link `{shown}` leads nowhere", fix
        elif fragment and self._lacks(self.pages[path], fragment):
            fix = "write a paragraph as #p7 or a heading as #h2 that is there"
            yield f"the link `{shown}` leads to no block of the release", fix

    def _lacks(self, key: str, fragment: str) -> bool:
        release = self.releases.get(key)
        if release is None or not re.fullmatch(r"[ph]\d+", fragment):
            return False
        return fragment not in {block.id for block in release.blocks}
