"""What an HTML page says of itself: address, title, dates, by the names that pages use.

Source: Open Graph protocol; HTML Standard (`link rel=canonical`, `time datetime`); DCMI terms in
`meta` elements and RDFa; schema.org as JSON-LD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

LONGEST = 1000
"""Longest value that is taken; what is longer is no address, title or date."""
_KEYS = re.compile(
    r"(?:og|article|twitter|dc|dcterms|dc\.terms|citation)[:._][\w.:-]{1,40}"
    r"|date|pubdate|publishdate|author|description|title|news_keywords|last-modified"
)
_PROSE = re.compile(r"\s+")
_FACTS = ("headline", "datePublished", "dateModified", "url", "inLanguage")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement of a page about itself."""

    name: str
    """`canonical`, `title`, `h1`, `time`, the lower-case key of a `meta`, or `ld:` and a key."""
    value: str
    line: int
    """Line of the HTML where it stands."""


def candidates(root: Element) -> tuple[Candidate, ...]:
    """Return every statement of a known name, in the order of the page.

    Args:
        root: The parsed page.
    """
    found = (
        Candidate(name, text, line_in_source(element))
        for element in root.iter("*")
        for name, value in _said(element)
        if (text := _PROSE.sub(" ", value).strip()) and len(text) <= LONGEST
    )
    return tuple(dict.fromkeys(found))


def line_in_source(element: Element) -> int:
    """Return the line of the HTML where the element begins; 1 if the parser does not know."""
    line: Any = element.sourceline
    return int(line or 1)


def first(found: tuple[Candidate, ...], names: tuple[str, ...]) -> Candidate | None:
    """Return the first candidate of the first of `names` that the page has.

    >>> first((Candidate("h1", "News", 9), Candidate("og:title", "Talks", 2)), ("og:title", "h1"))
    Candidate(name='og:title', value='Talks', line=2)
    """
    return next((one for name in names for one in found if one.name == name), None)


def _said(element: Element) -> Iterator[tuple[str, str]]:
    tag = str(element.tag)
    if tag == "link" and "canonical" in element.get("rel", "").lower().split():
        yield "canonical", element.get("href", "")
    elif tag in {"title", "h1"}:
        yield tag, "".join(map(str, element.itertext()))
    elif tag == "time" and element.get("datetime"):
        yield "time", element.get("datetime", "")
    elif tag == "script" and element.get("type", "").lower() == "application/ld+json":
        yield from _linked_data(element.text or "")
    yield from _property(element, tag)


def _property(element: Element, tag: str) -> Iterator[tuple[str, str]]:
    for attribute in ("property", "name", "itemprop"):
        if tag not in {"meta", "span", "div", "time"} or element.get("content") is None:
            return
        key = element.get(attribute, "").lower().strip()
        if _KEYS.fullmatch(key):
            yield key, element.get("content", "")


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    graph = data.get("@graph", data) if isinstance(data, dict) else data
    for record in graph if isinstance(graph, list) else [graph]:
        if isinstance(record, dict) and "Article" in str(record.get("@type")):
            facts = ((key, record.get(key)) for key in _FACTS)
            yield from ((f"ld:{key}", value) for key, value in facts if isinstance(value, str))
