"""`::: name` … `:::`: the parts of a page, from a closed list.

A page's text says where its parts begin and end; the stylesheet says where they stand (a margin on
a wide screen, under the text on a small one). The list is closed so that a part can be nothing
else than these elements, and text of strangers cannot open one (its first `:` is escaped).
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

_OPEN = re.compile(r"::: ([a-z]+)(?: (.+))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CLOSE = ":::"


class Part(NamedTuple):
    """How a part is written in HTML."""

    tag: str
    searched: bool = False
    """Whether the search index reads it."""


PARTS: dict[str, Part] = {
    "head": Part("div", searched=True),
    "byline": Part("div"),
    "jump": Part("nav"),
    "text": Part("div", searched=True),
    "dateline": Part("div", searched=True),
    "captions": Part("div", searched=True),
    "body": Part("div"),
    "margin": Part("aside"),
    "after": Part("div"),
    "glance": Part("section"),
    "record": Part("section"),
    "named": Part("section"),
    "related": Part("section"),
    "cite": Part("section"),
    "apparatus": Part("section"),
    "turn": Part("nav"),
    "lead": Part("div"),
    "ways": Part("div"),
    "dated": Part("div"),
    "roll": Part("div"),
    "coverage": Part("div"),
    "calendar": Part("div"),
    "accounts": Part("section"),
    "forms": Part("section"),
    "mentions": Part("section"),
    "note": Part("div"),
    "changes": Part("section"),
    "former": Part("div"),
    "findings": Part("section"),
    "collation": Part("section"),
    "pair": Part("div"),
    "merged": Part("div"),
    "earlier": Part("div"),
    "later": Part("div"),
    "legend": Part("div"),
    "slots": Part("section"),
    "slot": Part("div"),
    "ledger": Part("section"),
    "wording": Part("section"),
    # Filled by the theme, which knows addresses and the version.
    "citations": Part("div"),
    "timeline": Part("div"),
    "files": Part("div"),
    "fold": Part("details"),
}
"""Name → element. After the name stands the summary of a `fold`, else the code of the language."""

_LABELS = {"margin": "About this page", "jump": "On this page", "turn": "Previous and next"}


def attributes(name: str, rest: str) -> dict[str, str]:
    """Return the attributes of a part's element; `rest` is what stands after its name.

    >>> attributes("text", "ko")
    {'class': 'part-text', 'lang': 'ko'}
    """
    part = PARTS[name]
    found = {"class": f"part-{name}"}
    if label := _LABELS.get(name):
        found["aria-label"] = label
    if not part.searched:
        found["data-pagefind-ignore"] = "all"
    if part.tag != "details" and _LANGUAGE.fullmatch(rest):
        found["lang"] = rest
    return found


class SectionProcessor(BlockProcessor):
    """Reads the parts; one that is unknown or never closed stays text."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Return whether the block opens a known part."""
        found = _OPEN.fullmatch(block.strip())
        return bool(found and found[1] in PARTS)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Make the part's element of the blocks up to its close."""
        end = self._end(blocks)
        found = _OPEN.fullmatch(blocks[0].strip())
        if end is None or not found:
            return False
        inner = blocks[1:end]
        del blocks[: end + 1]
        element = self._element(parent, found[1], found[2] or "")
        self.parser.parseBlocks(element, inner)
        return None

    def _element(self, parent: Element, name: str, rest: str) -> Element:
        element = SubElement(parent, PARTS[name].tag, attributes(name, rest))
        if element.tag == "details":
            SubElement(element, "summary").text = rest or "More"
        return element

    def _end(self, blocks: list[str]) -> int | None:
        depth = 0
        for index, block in enumerate(blocks):
            if self.test(self.parser.root, block) if index else True:
                depth += 1
            elif block.strip() == _CLOSE:
                depth -= 1
                if depth == 0:
                    return index
        return None
