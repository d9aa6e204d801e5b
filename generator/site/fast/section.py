"""A section of a page: what stands from where a part of it opens to where the next one does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from generator.site.fast import blocks, lists
from generator.site.fast.addresses import Lately, Way
from generator.site.fast.inline import Unknown
from generator.site.fast.table import table

_CLOSE, _ITEM, _DEFINED = ":::", "- ", "</dl>\n"
_OF_LINES = (_ITEM, "|", "```")
_REPEATED = 200
"""Characters of a definition that may well stand the same in other sections."""


class Place(Protocol):
    """The page that a text is of."""

    links: list[Way]
    """All that were asked for."""
    texts: Lately
    """What became of texts in its neighbours; those of this page join them."""

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
    if opens and (made := _fold(text)):
        return made
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


def _fold(text: str) -> Section | None:
    """Return what a section becomes that is a part with nothing but definitions of mere words."""
    opening, _, rest = text.partition("\n\n")
    if not opening.startswith("fold") or not rest.endswith(f"\n\n{_CLOSE}"):
        return None
    defined = lists.definitions(rest[: -len(_CLOSE) - 2])
    if defined is None:
        return None
    opened = blocks.part(opening)
    return Section((f"{opened.html}{defined}{opened.closing}",), (), (), (), "")


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
    """Of which kind the last block was, if it was a list: what closes it, or what begins its items."""

    def add(self, block: str) -> None:
        """Add a block."""
        if block.startswith(_OF_LINES):
            self._after(_ITEM if block[0] == "-" else "")
            self.out.append(self._of_lines(block))
        elif "\n" in block and "\n:   " in block:
            if self.last != _DEFINED:
                self._after(_DEFINED)
                self.out.append("<dl>\n")
            self.out.append(self._definition(block))
        else:
            if self.last:
                self._after("")
            if block[:1] == "#":
                self._line(blocks.heading(block))
            elif block == _CLOSE:
                self._close()
            else:
                self._line(blocks.paragraph(block, self.place.link))

    def _of_lines(self, block: str) -> str:
        match block[0]:
            case "-":
                return lists.bullets(block, self.place.link)
            case "|":
                return table(block, self.place.link)
            case _:
                return blocks.fenced(block)

    def _after(self, now: str) -> None:
        """Close the definition list, if one is open."""
        if self.last == _DEFINED:
            self.out.append(_DEFINED)
        elif self.last and self.last == now:
            raise Unknown("two lists run into each other")
        self.last = now

    def _definition(self, block: str) -> str:
        place = self.place
        found = place.texts.get(block)
        if found and (not found[1] or place.shares(found[1])):
            place.links += found[1]
            return str(found[0])
        before = len(place.links)
        made = lists.definition(block, place.link)
        ways = tuple(place.links[before:])
        if len(block) < _REPEATED and place.shares(ways):
            place.texts.put(block, made, ways)
        return made

    def _line(self, line: blocks.Line) -> None:
        html, ids, wanted, rest, held = line
        self.out.append(html)
        self.ids += ids
        if held:
            self.held += held
        if wanted:
            self._hole(wanted)
            self.out.append(rest)

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
