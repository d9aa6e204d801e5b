"""HTML → lines of text, the same for the same page, always.

The extraction is recorded in the capture's sidecar with its version and the selectors that a
profile names (`html-lines/1 from article without .share`); a change of what it gives must change
the version. The lines are the ground on which cleaning works, so they look like text copied from a
browser: a block is a line, a paragraph or heading stands between blank lines, white space is
collapsed.

Source: HTML Standard, "The innerText getter"; CSS Text 3, "White Space Processing".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn, cast

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.etree import _Element as Element

from generator.clean.htmllines import Writer, walk
from generator.clean.htmlmeta import Candidate, candidates, line_in_source
from generator.errors import Problem, Refused, visible

VERSION = "html-lines/1"
LARGEST = 8 * 2**20
"""Most bytes of a page. Source: libxml2 drops a run of text above 10,000,000 bytes."""
MOST_NODES = 200_000
"""Most elements of a page. Source: the thirty pages of the corpus have fewer than 1,000."""
DEEPEST = 250
"""Deepest nesting; libxml2 itself stops at 256, and what lies deeper would be lost."""

_ENCODING = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_RECORDED = re.compile(re.escape(VERSION) + r"(?: from (?P<select>.+?))?(?: without (?P<drop>.+))?")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a page has its text: CSS selectors, as a profile declares them."""

    select: tuple[str, ...] = ()
    """The elements that hold the release: the first selector that finds any is used."""
    drop: tuple[str, ...] = ()
    """Elements left out of them."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → selectors in the order tried: `css` for an element's text, `css@attribute`."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML capture gives: its lines, and what it says of itself."""

    text: str
    """Lines joined by line feeds: the ground of cleaning."""
    extraction: str
    """How the lines were made, as the sidecar records it."""
    metadata: tuple[Candidate, ...]
    """What the page says of itself by the names that many pages use."""
    fields: Mapping[str, Candidate]
    """What `Parts.fields` found."""
    headings: frozenset[int] = frozenset()
    """0-based numbers of the lines that the page marks as headings (`h1` … `h6`)."""
    selected: bool = True
    """Whether the selectors found anything; if not, the lines are the whole page's."""


def looks_like_html(text: str) -> bool:
    """Tell whether a capture's first characters are those of an HTML page.

    >>> looks_like_html("<!DOCTYPE html><title>News</title>")
    True
    >>> looks_like_html("if x<y and a > b")
    False
    """
    return _HTML.search(text, 0, 2000) is not None


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page declares of itself, or None.

    Source: HTML Standard, "prescan a byte stream": the first 1024 bytes; some pages are late.

    >>> declared_encoding(b'<meta http-equiv=Content-Type content="text/html; charset=euc-kr">')
    'euc-kr'
    """
    found = _ENCODING.search(data, 0, 4096)
    return found[1].decode("ascii") if found else None


def read_html(source: str, path: str, parts: Parts = Parts()) -> Page:
    """Return the lines and the metadata of a page.

    Args:
        source: The page's characters.
        path: What problems name as their place.
        parts: Where the page has its text and fields; by default all of its text is taken.

    Raises:
        Refused: No element, too many or too deeply nested ones, or a selector that is none.
    """
    root = _parse(source, path)
    said = candidates(root)
    fields = {name: found for name in parts.fields if (found := _field(root, parts, name, path))}
    select = next((one for one in parts.select if _find(root, one, path)), None)
    # Of a page whose layout has changed nothing is left out.
    drop = ", ".join(parts.drop) if select or not parts.select else ""
    writer = _write(root, select, drop, path)
    return Page(
        text="\n".join(writer.lines),
        extraction=_recorded(select, drop),
        metadata=said,
        fields=fields,
        headings=frozenset(writer.headings),
        selected=select is not None or not parts.select,
    )


def extract(source: str, extraction: str, path: str) -> str:
    """Return the lines again that a recorded extraction once gave.

    Args:
        source: The page's characters.
        extraction: What `Page.extraction` was.
        path: What problems name as their place.

    Raises:
        Refused: The extraction is of no kind known here, or the page cannot be read.
    """
    found = _RECORDED.fullmatch(extraction)
    if not found:
        _refuse(path, f"`{visible(extraction)}` is no extraction known here", "add the page again")
    writer = _write(_parse(source, path), found["select"], found["drop"] or "", path)
    return "\n".join(writer.lines)


def _recorded(select: str | None, drop: str) -> str:
    chosen = f" from {select}" if select else ""
    return f"{VERSION}{chosen} without {drop}" if drop else f"{VERSION}{chosen}"


def _write(root: Element, select: str | None, drop: str, path: str) -> Writer:
    dropped = frozenset(_find(root, drop, path)) if drop else frozenset()
    found = _find(root, select, path) if select else [root]
    taken = frozenset(found)
    writer = Writer()
    for element in found:
        if not any(above in taken for above in element.iterancestors()):
            walk(element, writer, dropped)
            writer.end(2)
    return writer


def _field(root: Element, parts: Parts, name: str, path: str) -> Candidate | None:
    for selector in parts.fields[name]:
        css, _, attribute = selector.partition("@")
        for element in _find(root, css, path):
            value = (
                element.get(attribute, "") if attribute else "".join(map(str, element.itertext()))
            )
            if text := " ".join(value.split()):
                return Candidate(selector, text, line_in_source(element))
    return None


def _parse(source: str, path: str) -> Element:
    data = source.encode("utf-8", "surrogatepass")
    if len(data) > LARGEST:
        _refuse(path, f"the page has {len(data):,} bytes; {LARGEST:,} is the most", "save its text")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.LxmlError:  # pragma: no cover - some versions raise where others return nothing
        root = None
    if root is None:
        _refuse(path, "the page has no element", "save the page again, or its text")
    _check_size(root, path)
    return root


def _check_size(root: Element, path: str) -> None:
    nodes = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        nodes += event == "start"
        depth += 1 if event == "start" else -1
        if nodes > MOST_NODES:
            _refuse(path, f"the page has more than {MOST_NODES:,} elements", "save its text")
        if depth > DEEPEST:
            _refuse(
                path, f"the page's elements are nested more than {DEEPEST} deep", "save its text"
            )


def _find(root: Element, select: str, path: str) -> list[Element]:
    try:
        found = CSSSelector(select, translator="html")(root)
    except SelectorError:
        _refuse(path, f"`{visible(select)}` is no CSS selector", "mend the selector in the profile")
    return cast("list[Element]", found)


def _refuse(path: str, message: str, fix: str) -> NoReturn:
    raise Refused(Problem(path, 1, message, fix))
