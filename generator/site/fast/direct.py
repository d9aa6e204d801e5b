"""Markdown as our own templates and most pages by hand have it, straight to Python-Markdown's HTML.

What is known: parts (`:::`), headings, paragraphs, lists two deep, definition lists, tables, code
between fences. A page with anything else goes the stock way. Most sections of a page stand the same
in others, and are looked up. That both ways give the same bytes is held by tests/site/fast over every
page of the archive, and by `make bench` over 2,000 releases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import unique

from generator.site.fast.inline import Unknown
from generator.site.fast.section import Place, Section, section

_OPENS = "\n\n::: "
_REPEATED = 400
"""Characters of a section that may well stand the same in other pages."""


@dataclass(slots=True)
class Made:
    """What a page became."""

    html: str
    ids: set[str]


def direct(text: str, place: Place) -> Made:
    """Return the HTML of a page's Markdown.

    Args:
        text: Without front matter.
        place: Resolves addresses, and remembers sections.

    Raises:
        Unknown: The page holds what only the stock way knows.
    """
    return _joined([*_sections(text, place)])


def _sections(text: str, place: Place) -> Iterator[Section]:
    first, *others = ("\n\n" + text.strip("\n")).split(_OPENS)
    if first or not others:
        yield section(first.removeprefix("\n\n"), place, opens=False)
    known, links = place.texts, place.links
    for each in others:
        if (found := known.get(each)) and (not found[1] or place.shares(found[1])):
            links += found[1]
            yield found[0]
            continue
        before = len(links)
        made = section(each, place, opens=True)
        if len(each) < _REPEATED and place.shares(ways := (*links[before:],)):
            known.put(each, made, ways)
        yield made


def _joined(sections: list[Section]) -> Made:
    """Put sections together: parts are closed, and headings get their ids; those given come first."""
    given = [name for each in sections for name in each.ids]
    held = [name for each in sections for name in each.held]
    taken = {*given, *held}
    if len(taken) < len(given) + len(held):
        raise Unknown("an id that is given twice")
    out: list[str] = []
    closing: list[str] = []
    for html, holes, _, _, closes in sections:
        out.append(html[0])
        for number, hole in enumerate(holes, 1):
            if not hole and not closing:
                raise Unknown("no part is open")
            out.append(unique(hole, taken) if hole else closing.pop())
            out.append(html[number])
        if closes:
            closing.append(closes)
    if closing:
        raise Unknown("a part is not closed")
    return Made("".join(out).strip(), taken.difference(held))
