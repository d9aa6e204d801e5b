"""Blocks of a page put together: parts and lists are closed, and headings get their ids."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown.extensions.toc import unique

from generator.pages.markdown import heading_id
from generator.site.fast.inline import Unknown

_ELEMENTS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_NUMBERED = re.compile(r"p([1-9][0-9]*)")


class Block(NamedTuple):
    """What a block became, wherever it stands."""

    kind: str
    """`open`, `details`, `close`, `dl`, `ul`; else the element of a single line."""
    html: str
    """Of `dl` without its own tags, of a line what is within its element."""
    closing: str = ""
    """Of `open` and `details`: what closes them."""
    given: str = ""
    wording: str = ""
    """The id that a line was given, and the hash of its wording."""
    addresses: tuple[str, ...] = ()
    """The links in it, as they are written."""


@dataclass(slots=True)
class Made:
    """What a page became."""

    html: str
    ids: frozenset[str]


def joined(blocks: list[Block]) -> Made:
    """Return the page that these blocks make.

    Raises:
        Unknown: They do not plainly follow each other.
    """
    lines = _Lines([each for each in blocks if each.kind in _ELEMENTS])
    out: list[str] = []
    closing: list[str] = []
    last = ""
    for block in blocks:
        kind = block.kind
        if kind != last or kind == "ul":
            out.append(_between(last, kind))
        if kind in _ELEMENTS:
            out.append(lines.element(block))
        elif kind == "close":
            _close(out, closing, empty=last == "open")
        else:
            out.append(block.html)
            if block.closing:
                closing.append(block.closing)
        last = kind
    if closing:
        raise Unknown("a part is not closed")
    out.append(_between(last, ""))
    return Made("".join(out).strip(), lines.ids())


def _between(last: str, kind: str) -> str:
    """Return what stands between two kinds of block: a definition list goes over several."""
    if last == kind == "ul":
        raise Unknown("two lists run into each other")
    return ("</dl>\n" if last == "dl" else "") + ("<dl>\n" if kind == "dl" else "")


def _close(out: list[str], closing: list[str], *, empty: bool) -> None:
    if not closing:
        raise Unknown("no part is open")
    if empty:
        # What was just written is nothing, since it stands between two parts; before it is the tag.
        out[-2] = out[-2].rstrip("\n")
    out.append(closing.pop())


@dataclass(slots=True)
class _Lines:
    """The ids of headings and paragraphs, as the extension gives them: those given come first."""

    blocks: list[Block]
    taken: set[str] = field(default_factory=set)
    given: dict[str, str] = field(default_factory=dict)
    """Ids that were given and are not written yet → what a citation of them names."""

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block.given and block.given not in self.taken:
                self.taken.add(block.given)
                cited = f"{block.given}-{block.wording}"
                if block.wording and cited not in self.taken:
                    self.taken.add(cited)
                    self.given[block.given] = cited
                else:
                    self.given[block.given] = ""

    def ids(self) -> frozenset[str]:
        """Return all ids of the page."""
        return frozenset(self.taken)

    def element(self, block: Block) -> str:
        """Return the element of the next line."""
        tag, name = block.kind, block.given
        if name not in self.given:
            if tag == "p":
                return f"<p>{block.html}</p>\n"
            name = unique(heading_id(html.unescape(block.html)), self.taken)
            return f'<{tag} id="{name}">{block.html}</{tag}>\n'
        cited = self.given.pop(name)
        number = _NUMBERED.fullmatch(name) if tag == "p" else None
        if not number:
            return f'<{tag} id="{name}">{block.html}</{tag}>\n'
        own = f' id="{cited}"' if cited else ""
        return f'<p id="{name}"><a class="number" data-pagefind-ignore="" href="#{cited or name}"{own}>{number[1]}</a>{block.html}</p>\n'
