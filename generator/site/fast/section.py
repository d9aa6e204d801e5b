"""A section of a page: what stands from where a part of it opens to where the next one does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from generator.site.fast import blocks
from generator.site.fast.addresses import Way
from generator.site.fast.inline import Unknown
from generator.site.fast.table import table

_CLOSE, _ITEM = ":::", "- "
_REPEATED = 200
"""Characters of a definition that may well stand the same in other sections."""


class Place(Protocol):
    """The page that a text is of."""

    links: list[Way]
    """All that were asked for."""
    texts: dict[str, tuple[Any, tuple[Way, ...]]]
    """What became of texts in its neighbours, and the ways in it; those of this page join them."""

    def link(self, address: str) -> str:
        """Return an address as the page has it; raise `Unknown`."""

    def shares(self, ways: tuple[Way, ...]) -> bool:
        """Return whether these lead the same way from here as from the page's neighbours."""


class Section(NamedTuple):
    """What a section becomes, wherever it stands."""

    html: tuple[str, ...]
    holes: tuple[str, ...]
    """What stands between two pieces of `html`: an id that is to be made, or, where that is empty,
    what closes a part that was opened before."""
    ids: tuple[str, ...]
    """Those that are given."""
    held: tuple[str, ...]
    """What no heading may have for an id, though nothing has it."""
    closing: str
    """What closes the part that it opens, unless it does so itself."""


def section(text: str, place: Place, *, opens: bool) -> Section:
    """Return what a section becomes.

    Args:
        text: Of a section that `opens` a part without `::: `.
        place: Resolves addresses.
        opens: Whether it does: all but the first one.

    Raises:
        Unknown: Only the stock way knows it.
    """
    making = _Making(place)
    several = text.split("\n\n")
    if opens:
        opened = blocks.part(several[0])
        alone = several[1:2] == [_CLOSE]
        making.out.append(opened.alone if alone else opened.html)
        making.closing = "" if alone else opened.closing
        del several[: 2 if alone else 1]
    for block in several:
        making.add(block)
    return making.made()


@dataclass(slots=True)
class _Making:
    place: Place
    out: list[str] = field(default_factory=list)
    """Since the last hole."""
    html: list[str] = field(default_factory=list)
    holes: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    closing: str = ""
    last: str = ""
    """What a list that is still open is closed by; `- ` after a list of another kind."""

    def add(self, block: str) -> None:
        """Add a block."""
        if block.startswith(_ITEM):
            self._after(_ITEM)
            self.out.append(blocks.bullets(block, self.place.link))
        elif block.startswith("|"):
            self._after("")
            self.out.append(table(block, self.place.link))
        elif "\n" in block:
            if self.last != "</dl>\n":
                self._after("</dl>\n")
                self.out.append("<dl>\n")
            self.out.append(self._definition(block))
        else:
            self._after("")
            if block.startswith("#"):
                self._line(blocks.heading(block))
            elif block == _CLOSE:
                self._close()
            else:
                self._line(blocks.paragraph(block, self.place.link))

    def _after(self, now: str) -> None:
        """Close the definition list, if one is open."""
        if self.last == _ITEM == now:
            raise Unknown("two lists run into each other")
        if self.last and self.last != _ITEM:
            self.out.append(self.last)
        self.last = now

    def _definition(self, block: str) -> str:
        texts, place = self.place.texts, self.place
        if (found := texts.get(block)) and place.shares(found[1]):
            place.links += found[1]
            return str(found[0])
        before = len(place.links)
        made = blocks.definition(block, place.link)
        ways = tuple(place.links[before:])
        if len(block) < _REPEATED and place.shares(ways):
            texts[block] = made, ways
        return made

    def _line(self, line: blocks.Line) -> None:
        self.out.append(line.html)
        self.ids += line.ids
        self.held += line.held
        if line.wanted:
            self._hole(line.wanted)
            self.out.append(line.rest)

    def _close(self) -> None:
        if self.closing:
            self.out.append(self.closing)
            self.closing = ""
        else:
            self._hole("")

    def _hole(self, what: str) -> None:
        self.html.append("".join(self.out))
        self.holes.append(what)
        self.out.clear()

    def made(self) -> Section:
        """Return the section."""
        self._after("")
        self.html.append("".join(self.out))
        return Section((*self.html,), (*self.holes,), (*self.ids,), (*self.held,), self.closing)
