"""Markdown as our own templates write it, straight to the HTML that Python-Markdown makes of it.

What is known: parts (`:::`), headings and paragraphs of one line with their ids, lists two deep,
definition lists. A page with anything else goes the stock way. Most blocks of a page stand the same
in others, and are looked up. That both ways give the same bytes is held by tests/site/fast over
every page of the archive, and by `make bench` over 2,000 releases.
"""

from __future__ import annotations

import re
from typing import Protocol

from generator.pages.sections import PARTS, attributes
from generator.site.fast.inline import Link, Unknown, inline
from generator.site.fast.joined import Block, Made, joined

_OPEN = re.compile(r"::: ([a-z]+)(?: (.+))?")
_GIVEN = re.compile(r" ?\{#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))?\}$")
_HEADING = re.compile(r"(#{1,6}) (.*[^#\s])")
# What would begin a block of another kind.
_BEGINS = re.compile(r"[-+*>#:~=|_`\s]|\d+\.\s")
_ITEM, _INNER, _VALUE = "- ", "    - ", ":   "
_REPEATED = 400
"""Characters of a block that may well stand the same in other pages."""


class Place(Protocol):
    """The page that a text is of."""

    @property
    def blocks(self) -> dict[str, Block]:
        """What became of blocks in its neighbours, by their text; those of this page join them."""

    def link(self, address: str) -> str:
        """Return an address as the page has it; raise `Unknown`."""

    def same(self, addresses: tuple[str, ...]) -> bool:
        """Return whether these lead the same way from here as from the page's neighbours."""


def direct(text: str, place: Place) -> Made:
    """Return the HTML of a page's Markdown.

    Args:
        text: Without front matter.
        place: Resolves addresses, and remembers blocks.

    Raises:
        Unknown: The page holds what only the stock way knows.
    """
    known = place.blocks
    blocks: list[Block] = []
    for each in text.strip("\n").split("\n\n"):
        block = known.get(each)
        if block is None or (block.addresses and not place.same(block.addresses)):
            block = _block(each, place)
            if len(each) < _REPEATED and not block.wording and place.same(block.addresses):
                known[each] = block
        blocks.append(block)
    return joined(blocks)


def _block(text: str, place: Place) -> Block:
    """Return what one block becomes."""
    if text[:1] in ("\n", " ", ""):
        raise Unknown(text)
    if text.startswith("::"):
        return _part(text)
    addresses: list[str] = []

    def link(address: str) -> str:
        addresses.append(address)
        return place.link(address)

    first, newline, rest = text.partition("\n")
    if newline or first.startswith(_ITEM):
        block = _lines(first, rest.split("\n") if newline else [], link)
    else:
        block = _line(first, link)
    return block._replace(addresses=tuple(addresses)) if addresses else block


def _part(line: str) -> Block:
    if line == ":::":
        return Block("close", "")
    found = _OPEN.fullmatch(line)
    if not found or found[1] not in PARTS:
        raise Unknown(line)
    name, rest = found[1], found[2] or ""
    tag = PARTS[name].tag
    told = sorted(attributes(name, rest).items())
    made = f"<{tag}" + "".join(f' {key}="{value}"' for key, value in told) + ">\n"
    if tag != "details":
        return Block("open", made, f"</{tag}>\n")
    summary = _inline(rest or "More", _nowhere)
    return Block(tag, f"{made}<summary>{summary}</summary>\n", f"</{tag}>\n")


def _nowhere(address: str) -> str:
    raise Unknown(address)


def _line(line: str, link: Link) -> Block:
    given = _GIVEN.search(line)
    text = line[: given.start()] if given else line
    if given and given[1].startswith("site-"):
        raise Unknown(line)
    named = (given[1] or "", given[2] or "") if given else ("", "")
    if not line.startswith("#"):
        return Block("p", _begun(text, link), "", *named)
    found = _HEADING.fullmatch(text)
    if not found or "](" in text:
        raise Unknown(line)
    return Block(f"h{len(found[1])}", _inline(found[2], link), "", *named)


def _begun(text: str, link: Link) -> str:
    if not text or _BEGINS.match(text):
        raise Unknown(text)
    return _inline(text, link)


def _inline(text: str, link: Link) -> str:
    if text.endswith(" "):
        raise Unknown(text)
    return inline(text, link)


def _lines(first: str, rest: list[str], link: Link) -> Block:
    if first.startswith(_ITEM):
        return _list([first, *rest], link)
    if not all(line.startswith(_VALUE) for line in rest):
        raise Unknown(first)
    made = f"<dt>{_begun(first, link)}</dt>\n"
    for value in rest:
        made += f"<dd>{_begun(value[len(_VALUE) :], link)}</dd>\n"
    return Block("dl", made)


def _list(lines: list[str], link: Link) -> Block:
    made, inner = "<ul>\n", False
    for number, line in enumerate(lines):
        if line.startswith(_ITEM):
            made += ("</ul>\n</li>\n" if inner else "</li>\n") if number else ""
            made += f"<li>{_begun(line[len(_ITEM) :], link)}"
            inner = False
        elif line.startswith(_INNER):
            made += "" if inner else "<ul>\n"
            made += f"<li>{_begun(line[len(_INNER) :], link)}</li>\n"
            inner = True
        else:
            raise Unknown(line)
    return Block("ul", made + ("</ul>\n</li>\n</ul>\n" if inner else "</li>\n</ul>\n"))
