"""A quick look at a finished page: that each of its tags is plainly good, or that it must be read.

Most tags of a site stand the same on many pages. Each is read once, as strictly as `tags` and
`allowed` do; of those that differ from page to page a few plain forms are known. Of a page with
anything else nothing is said here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.site import allowed
from generator.site.tags import Malformed, tags

MANY = 1 << 14
"""How many tags are remembered before memory is given back."""
_CONTROLS = bytes((*range(9), 11, *range(14, 32), 127))
_DOCTYPE = b"<!doctype html>"
_ANY = re.compile(r"<[^<>]*>")
# What stands in a script is no tags. Nothing may, but data that holds no `<`.
_SCRIPT = re.compile(r"<script((?: [^<>]*)?)>([^<]*)</script>")
_DATA = ' type="application/ld+json"'
_WORD = r"[\w-]+"
_ID = rf' id="(?!__)({_WORD})"'
_SIMPLE = re.compile(
    rf'<a(?: class="[\w -]*")?(?: data-pagefind-ignore="")?'
    rf' href="((?:\.\./)*(?:[\w-][\w./-]*)?(?:#{_WORD})?)"(?:{_ID})?>'
    rf"|<(?:p|h[1-6]){_ID}>"
    r'|<meta (?:name|property)="[\w:.-]+" content="[^"<>]*">'
    r'|<link rel="alternate" type="[\w./+-]+" title="[^"<>]*" href="([\w-][\w./-]*)">',
    re.ASCII,
)


class _Tag(NamedTuple):
    ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glanced:
    """A page in which nothing is wrong by itself."""

    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    """Relative ones."""


_known: dict[str, _Tag | None] = {}


def glance(content: bytes) -> Glanced | None:
    """Return what other pages must know of a page, and it of them; None if it must be read.

    >>> glance(b'<!doctype html><p id="a">x</p><a href="../b/#c">y</a>')
    Glanced(ids=('a',), addresses=('../b/#c',))
    >>> glance(b'<!doctype html><p onclick="f()">x</p>')
    """
    if not content.startswith(_DOCTYPE) or content.translate(None, _CONTROLS) != content:
        return None
    try:
        page = content[len(_DOCTYPE) :].decode()
    except UnicodeDecodeError:
        return None
    found = _ANY.findall(page)
    if len(found) != page.count("<") or not _scripts_are_plain(page):
        return None
    return _seen(Counter(found))


def _scripts_are_plain(page: str) -> bool:
    found = _SCRIPT.findall(page)
    plain = all(told == _DATA for told, text in found if text and not text.isspace())
    return plain and len(found) == page.count("<script")


def _seen(found: Mapping[str, int]) -> Glanced | None:
    ids: list[str] = []
    addresses: list[str] = []
    for each, times in found.items():
        tag = _known[each] if each in _known else _read(each)
        if tag is None or (tag.ids and times > 1):
            return None
        ids += tag.ids
        addresses += tag.addresses
    if len(set(ids)) < len(ids):
        return None
    return Glanced(tuple(ids), tuple(dict.fromkeys(addresses)))


def _read(text: str) -> _Tag | None:
    """Return what a tag says; None if it is not plainly good. It stands alone: its `>` ends it."""
    if simple := _SIMPLE.fullmatch(text):
        address, own, given, other = simple.groups()
        name, way = own or given, other if address is None else address
        return _Tag((name,) if name else (), () if way is None else (way,))
    if len(_known) > MANY:
        _known.clear()
    made = _known[text] = _strictly(text)
    return made


def _strictly(text: str) -> _Tag | None:
    # A script and its text are looked at apart.
    whole = f"{text}</script>" if text.startswith("<script") else text
    try:
        read = list(tags(whole))
    except Malformed:
        return None
    if any(tag.end != len(text) for tag in read) or any(
        fault for tag in read for fault in allowed.faults(tag) if not _is_data(text)
    ):
        return None
    return _Tag(
        tuple(value for tag in read for key, value in tag.attributes if key == "id"),
        tuple(
            address
            for tag in read
            for _, address in allowed.addresses(tag)
            if not allowed.is_absolute(address)
        ),
    )


def _is_data(text: str) -> bool:
    return text == f"<script{_DATA}>"
