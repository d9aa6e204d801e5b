"""Markdown as our own templates write it, straight to the HTML that Python-Markdown makes of it.

What is known: parts (`:::`), headings and paragraphs of one line with their ids, lists two deep,
definition lists. A page with anything else goes the stock way. That both ways give the same bytes
is held by tests/site/fast over every page of the archive, and by `make bench` over 2,000 releases.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from markdown.extensions.toc import unique

from generator.pages.markdown import heading_id
from generator.pages.sections import PARTS, attributes
from generator.site.fast.inline import Link, Unknown, inline

_OPEN = re.compile(r"::: ([a-z]+)(?: (.+))?")
_GIVEN = re.compile(r" ?\{#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))?\}$")
_HEADING = re.compile(r"(#{1,6}) (.*[^#\s])")
_NUMBERED = re.compile(r"p([1-9][0-9]*)")
# What would begin a block of another kind.
_BEGINS = re.compile(r"[-+*>#:~=|_`\s]|\d+\.\s")
_ITEM, _INNER, _VALUE = "- ", "    - ", ":   "


@dataclass(slots=True)
class _Line:
    """A heading or paragraph whose id is not known yet."""

    tag: str
    inner: str
    given: str = ""
    wording: str = ""


@dataclass(slots=True)
class Made:
    """What a page became."""

    html: str
    ids: frozenset[str]


@dataclass(slots=True)
class _Writer:
    link: Link
    out: list[str | _Line] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    last: str = ""
    """The kind of the block before, in the same part: `dl`, `ul` or anything else."""

    empty: bool = False
    """Whether a part was just opened."""

    def block(self, block: str) -> None:
        """Write one block."""
        first, newline, rest = block.partition("\n")
        if first[:1] != ":":
            self.empty = False
        if newline:
            self._lines(first, rest.split("\n"))
        elif first.startswith(":"):
            self._part(first)
        elif first.startswith(_ITEM):
            self._lines(first, [])
        else:
            self.end()
            self.out.append(self._line(first))
            self.last = "p"

    def _part(self, line: str) -> None:
        self.end()
        self.last = ""
        if line == ":::":
            if not self.closing:
                raise Unknown(line)
            if self.empty:
                self.out[-1] = str(self.out[-1]).rstrip("\n")
            self.out.append(self.closing.pop())
            self.empty = False
            return
        found = _OPEN.fullmatch(line)
        if not found or found[1] not in PARTS:
            raise Unknown(line)
        name, rest = found[1], found[2] or ""
        tag = PARTS[name].tag
        told = sorted(attributes(name, rest).items())
        self.out.append(f"<{tag}" + "".join(f' {key}="{value}"' for key, value in told) + ">\n")
        self.empty = tag != "details"
        if tag == "details":
            self.out.append(f"<summary>{self._inline(rest or 'More')}</summary>\n")
        self.closing.append(f"</{tag}>\n")

    def end(self) -> None:
        """Close a definition list, which goes over several blocks."""
        if self.last == "dl":
            self.out.append("</dl>\n")

    def _line(self, line: str) -> _Line:
        given = _GIVEN.search(line)
        text = line[: given.start()] if given else line
        if given and given[1].startswith("site-"):
            raise Unknown(line)
        named = (given[1] or "", given[2] or "") if given else ("", "")
        if line.startswith("#"):
            found = _HEADING.fullmatch(text)
            if not found or "](" in text:
                raise Unknown(line)
            return _Line(f"h{len(found[1])}", self._inline(found[2]), *named)
        return _Line("p", self._begun(text), *named)

    def _begun(self, text: str) -> str:
        if _BEGINS.match(text) or not text:
            raise Unknown(text)
        return self._inline(text)

    def _inline(self, text: str) -> str:
        if text.endswith(" "):
            raise Unknown(text)
        return inline(text, self.link)

    def _lines(self, first: str, rest: list[str]) -> None:
        if first.startswith(_ITEM):
            self._list([first, *rest])
        elif all(line.startswith(_VALUE) for line in rest):
            self._terms(first, rest)
        else:
            raise Unknown(first)

    def _terms(self, term: str, values: list[str]) -> None:
        if self.last != "dl":
            self.out.append("<dl>\n")
        self.out.append(f"<dt>{self._begun(term)}</dt>\n")
        for value in values:
            self.out.append(f"<dd>{self._begun(value[len(_VALUE) :])}</dd>\n")
        self.last = "dl"

    def _list(self, lines: list[str]) -> None:
        self.end()
        if self.last == "ul":
            raise Unknown("two lists run into each other")
        made, inner = "<ul>\n", False
        for number, line in enumerate(lines):
            if line.startswith(_ITEM):
                made += ("</ul>\n</li>\n" if inner else "</li>\n") if number else ""
                made += f"<li>{self._begun(line[len(_ITEM) :])}"
                inner = False
            elif line.startswith(_INNER):
                made += "" if inner else "<ul>\n"
                made += f"<li>{self._begun(line[len(_INNER) :])}</li>\n"
                inner = True
            else:
                raise Unknown(line)
        self.out.append(made + ("</ul>\n</li>\n</ul>\n" if inner else "</li>\n</ul>\n"))
        self.last = "ul"


def direct(text: str, link: Link) -> Made:
    """Return the HTML of a page's Markdown.

    Args:
        text: Without front matter.
        link: Resolves an address.

    Raises:
        Unknown: The page holds what only the stock way knows.
    """
    writer = _Writer(link)
    for block in text.strip("\n").split("\n\n"):
        if block[:1] in ("\n", " ", ""):
            raise Unknown(block)
        writer.block(block)
    writer.end()
    if writer.closing:
        raise Unknown("a part is not closed")
    return _finished(writer.out)


def _finished(out: list[str | _Line]) -> Made:
    """Give headings and paragraphs their ids, as the extension does: those given come first."""
    taken: set[str] = set()
    lines = [each for each in out if isinstance(each, _Line)]
    hashes: dict[str, str] = {}
    for line in lines:
        if line.given in taken:
            line.given = ""
        elif line.given:
            taken.add(line.given)
            cited = f"{line.given}-{line.wording}"
            if line.wording and cited not in taken:
                taken.add(cited)
                hashes[line.given] = cited
    for line in lines:
        if line.tag != "p" and not line.given:
            line.given = unique(heading_id(html.unescape(line.inner)), taken)
    made = "".join(each if isinstance(each, str) else _element(each, hashes) for each in out)
    ids = {line.given for line in lines if line.given} | set(hashes.values())
    return Made(made.strip(), frozenset(ids))


def _element(line: _Line, hashes: dict[str, str]) -> str:
    if not line.given:
        return f"<{line.tag}>{line.inner}</{line.tag}>\n"
    number = _NUMBERED.fullmatch(line.given) if line.tag == "p" else None
    before = ""
    if number:
        cited = hashes.get(line.given)
        own = f' id="{cited}"' if cited else ""
        before = f'<a class="number" data-pagefind-ignore="" href="#{cited or line.given}"{own}>{number[1]}</a>'
    return f'<{line.tag} id="{line.given}">{before}{line.inner}</{line.tag}>\n'
