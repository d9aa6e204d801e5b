"""The tags of a finished page, read so strictly that a browser cannot read another page in it.

Our pages escape every `<` of their text and attributes, so a `<` that begins no plain tag is a
fault by itself: a comment, a CDATA section, an attribute that was broken out of. What remains is
the same for every HTML parser, because text that changes how a parser reads on (raw text elements,
`<` in an attribute) is refused too.

Source: WHATWG HTML, section 13.2.5 (tokenization).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[^ \t\n\f\r\"'<>/=\x00]+"
_VALUE = r"\"[^\"<]*\"|'[^'<]*'|[^ \t\n\f\r\"'`=<>]+"
_EQUALS = rf"{_SPACE}*={_SPACE}*"
_ATTRIBUTES = re.compile(rf"({_NAME})(?:{_EQUALS}({_VALUE}))?")
_TAG = re.compile(
    rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:{_SPACE}+{_NAME}(?:{_EQUALS}(?:{_VALUE}))?)*){_SPACE}*/?>"
)
_DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
_RAW = re.compile(r"</(script|style)>", re.IGNORECASE)


class Malformed(Exception):
    """A page holds a `<` that begins no plain tag."""

    def __init__(self, offset: int) -> None:
        """Keep the offset of the `<`."""
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a page."""

    name: str
    """In lower case."""
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, values without their escapes; all of them, also repeated ones."""
    offset: int
    """Of its `<`, in code points of the page."""
    raw: str = ""
    """Of `script` and `style`: what stands between the tags."""
    end: int = 0
    """Past its `>`, in code points of the page."""

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, the first one as a browser does; None if absent."""
        return next((value for key, value in self.attributes if key == name), None)


def tags(page: str) -> Iterator[Tag]:
    r"""Yield the opening tags of `page` in order.

    Raises:
        Malformed: At the first `<` that begins no plain tag.

    >>> [(tag.name, tag.attributes) for tag in tags('<p id="a&amp;b">x</p>')]
    [('p', (('id', 'a&b'),))]
    """
    begin = _DOCTYPE.match(page)
    at = page.find("<", begin.end() if begin else 0)
    while at >= 0:
        found = _TAG.match(page, at)
        if not found:
            raise Malformed(at)
        name = found[2].lower()
        end, raw = found.end(), ""
        if not found[1]:
            if name in ("script", "style"):
                end, raw = _raw(page, found.end(), name)
            yield Tag(name, _parsed(found[3]), at, raw, found.end())
        at = page.find("<", end)


def _raw(page: str, start: int, name: str) -> tuple[int, str]:
    end = _RAW.search(page, start)
    # `<!--` in a script changes where a browser sees its end.
    if not end or end[1].lower() != name or "<!--" in page[start : end.start()]:
        raise Malformed(start)
    return end.end(), page[start : end.start()]


@lru_cache(maxsize=1 << 15)
def _parsed(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (found[1].lower(), html.unescape(_unquoted(found[2] or "")))
        for found in _ATTRIBUTES.finditer(text)
    )


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value
