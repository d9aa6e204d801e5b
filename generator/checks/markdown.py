"""Hand-written pages, line by line: what is code is left out, what is a link is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(?:(?!\1).)+?\1(?!`)")
_INLINE = re.compile(r"\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]{0,200}\)[^\s()<>]*){0,5})")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:\s*(<[^<>]*>|\S+)")
_AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>]*)>")
_RECORD = re.compile(r"\[\[([^\[\]\n|]{0,200})(?:\|[^\[\]\n]{0,200})?\]\]")


class Line(NamedTuple):
    """A line of a page outside of code; code inside the line is blanked out."""

    number: int
    text: str


def lines(page: str) -> Iterator[Line]:
    r"""Yield the lines of a page that are no code.

    >>> [line.text for line in lines("a `<b>` c\n```\n<d>\n```\n")]
    ['a       c', '']
    """
    fence = ""
    for number, text in enumerate(page.split("\n"), 1):
        mark = _FENCE.match(text)
        if fence:
            if mark and mark[1].startswith(fence) and not text.strip(" `~"):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield Line(number, _without_code(text))


def _without_code(text: str) -> str:
    if "`" not in text or len(text) > 10_000:
        return text
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def addresses(text: str) -> Iterator[str]:
    """Yield where the links, pictures and definitions of a line lead, as written.

    >>> list(addresses("see [this](method/index.md) and <https://example.org>"))
    ['method/index.md', 'https://example.org']
    """
    for found in _INLINE.finditer(text):
        yield found[1].strip("<>")
    if definition := _DEFINITION.match(text):
        yield definition[1].strip("<>")
    for found in _AUTOMATIC.finditer(text):
        yield found[1]


def records(text: str) -> Iterator[str]:
    """Yield the ids that a line names in double square brackets.

    >>> list(records("as [[a-treaty]] and [[someone|her]] say"))
    ['a-treaty', 'someone']
    """
    for found in _RECORD.finditer(text):
        yield found[1]
