"""Bytes as received → a cleaned release: decoding, the page's lines, and cleaning, in one go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.clean import unknown
from generator.clean.choose import choose, seen
from generator.clean.cleaning import clean
from generator.clean.decode import Decoded, Limits, decode
from generator.clean.html import Page, Parts, declared_encoding, looks_like_html, read_html
from generator.clean.htmlmeta import Candidate, first
from generator.clean.pattern import DATES
from generator.clean.profile import SiteProfile
from generator.clean.result import Cleaned, Library, Source
from generator.clean.sheet import Reading, dated, opened

LIMITS = Limits(size=8 * 2**20, line=1_000_000)
"""Bytes of a capture, and characters of a line of text: a release is a page, not a book."""
# What pages say of themselves by names that many use, the most careful first.
_SAID: Mapping[str, tuple[str, ...]] = {
    "url": ("canonical", "og:url", "ld:url"),
    "title": ("og:title", "ld:headline", "h1", "title"),
    "published": ("article:published_time", "ld:datePublished", "dc.date", "dcterms.date", "time"),
    "language": ("ld:inLanguage",),
    "author": ("author", "article:author"),
}
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_NOT_SELECTED = "the profile's selectors find nothing in the page: all of its text was read"
_WEB = re.compile(r"https?://[^\s/]+.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who adds a capture says of it."""

    path: str
    """Its file, as problems name it."""
    url: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    """Fields that the person states."""
    encoding: str | None = None
    as_one: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A capture's text and what cleaning made of it."""

    decoded: Decoded
    text: str
    """The ground of cleaning: the characters, or the lines extracted from a page."""
    extraction: str
    ending: str
    """`txt` or `html`: what kind of file the capture is."""
    url: str | None
    cleaned: Cleaned


def take(data: bytes, asked: Asked, library: Library) -> Taken:
    """Return what a capture's bytes hold.

    Args:
        data: The bytes as received.
        asked: Where they come from, and what a person says of them.
        library: Profiles, outlets and kinds.

    Raises:
        Refused: They are no text, no release, or more than one.
    """
    html = _is_html(data, asked.path)
    limits = Limits(LIMITS.size, None) if html else LIMITS
    declared = declared_encoding(data) if html else None
    decoded = decode(data, asked.path, declared=declared, given=asked.encoding, limits=limits)
    if html:
        return _page(decoded, asked, library)
    source = Source(decoded.text, asked.path, asked.url, dict(asked.given), as_one=asked.as_one)
    return Taken(decoded, decoded.text, "text", "txt", asked.url, clean(source, library))


def _is_html(data: bytes, path: str) -> bool:
    # UTF-16 has a zero byte beside each of these letters.
    return path.lower().endswith((".html", ".htm")) or looks_like_html(
        data[:4000].replace(b"\0", b"").decode("latin-1")
    )


def _page(decoded: Decoded, asked: Asked, library: Library) -> Taken:
    page = read_html(decoded.text, asked.path)
    said = tuple(_said(page))
    url = asked.url or next((one.value for one in said if one.field == "url"), None)
    site = choose(library.sites, seen(opened(page.text).pieces, url, decoded.text))
    if site is not None and site.html is not None:
        rules = site.html
        parts = Parts(rules.select, rules.drop_select, rules.meta)
        page = read_html(decoded.text, asked.path, parts)
        said = (*_declared(page, site), *said)
    elif site is None:
        said = (*said, *unknown.said(decoded.text))
    source = Source(
        page.text,
        asked.path,
        url,
        dict(asked.given),
        found=tuple(one for one in said if one.field != "url"),
        headings=page.headings,
        html=decoded.text,
        as_one=asked.as_one,
    )
    cleaned = clean(source, library)
    if site is None:
        cleaned = replace(cleaned, flags=unknown.doubted(cleaned, decoded.text))
    elif not page.selected:
        cleaned = replace(cleaned, notes=(*cleaned.notes, _NOT_SELECTED))
    return Taken(decoded, page.text, page.extraction, "html", url, cleaned)


def _declared(page: Page, site: SiteProfile) -> Iterator[Reading]:
    """Yield what a page has at the places that its site's profile names."""
    formats = site.html.dates if site.html else ()
    for name, candidate in page.fields.items():
        if value := _value(name, candidate.value, formats):
            yield Reading(name, value, (_evidence(candidate),))


def _said(page: Page) -> Iterator[Reading]:
    """Yield what a page says of itself by names that many pages use: never more than inferred."""
    for name, keys in _SAID.items():
        for key in keys:
            candidate = first(page.metadata, (key,))
            value = _value(name, candidate.value, ()) if candidate else None
            if candidate and value:
                yield Reading(name, value, (_evidence(candidate),), "inferred")
                break


def _value(name: str, printed: str, formats: tuple[str, ...]) -> str | None:
    if name in DATES:
        iso = _ISO.fullmatch(printed)
        return dated(printed, formats) or (dated(iso[1], ("YYYY-MM-DD",)) if iso else None)
    if name == "url":
        return printed if _WEB.fullmatch(printed) else None
    if name == "language":
        found = _LANGUAGE.fullmatch(printed)
        return found[1].lower() if found else None
    return printed


def _evidence(candidate: Candidate) -> str:
    return f"html l{candidate.line} {candidate.name}"[:80]
