"""Paragraphs, headings, lists and parts as our own templates write them, straight to HTML."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

from generator.pages.markdown import heading_id
from generator.pages.sections import PARTS, attributes
from generator.site.fast.inline import SPECIAL, Link, Unknown, inline

_OPEN = re.compile(r"([a-z]+)(?: (.+))?")
_ID = r"\{#(?!site-)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))?\}"
_GIVEN = re.compile(_ID)
_NUMBERED = re.compile(r"p([1-9][0-9]*)")
_HEADING = re.compile(r"(#{1,6}) (.*[^#\s])")
# What would begin a block of another kind.
_BEGINS = r"[-+>#:~=|_\s]|\*(?!\*?[^\s*])|```|\d+\.\s"
_BEGUN = re.compile(_BEGINS)
_PARAGRAPH = re.compile(rf"(?!{_BEGINS})([^\n{SPECIAL}]++)(?:{_ID})?")
_PLAIN = rf"(?!{_BEGINS})[^\n{SPECIAL}]++(?<! )"
# Lines after the first, of a paragraph and of an item.
_GOES_ON = re.compile(rf"\n(?:{_BEGINS})| \n")
_GOES_ON_WITHIN = re.compile(rf"\n(?!  (?!{_BEGINS}))| \n")
_NEXT_ITEM = re.compile(r"\n(?=- |    - )")
_FENCE = re.compile(r"```([a-z]*)\n((?:(?!```)[^\n\x02\x03]*\n)+)```")
_DEFINITION = rf"{_PLAIN}(?:\n:   {_PLAIN})++"
_WORDS_ONLY = re.compile(rf"{_DEFINITION}(?:\n\n{_DEFINITION})*+")
_ITEM, _INNER, _VALUE = "- ", "    - ", "\n:   "

FEW = 256
"""How many headings and openings of parts are remembered: most are the same on many pages."""


class Line(NamedTuple):
    """What a block of one line becomes: an element, whose id may not be known yet."""

    html: str
    """If the id is to be made, what comes before it."""
    ids: tuple[str, ...] = ()
    """Those that it was given."""
    wanted: str = ""
    """The id that is to be made, if no other heading of the page has it."""
    rest: str = ""
    """What comes after an id that is to be made."""
    held: tuple[str, ...] = ()
    """What no heading may have for an id, though nothing has it."""


class Opened(NamedTuple):
    """What begins a part."""

    html: str
    closing: str
    alone: str
    """What it becomes if nothing is in it."""


@lru_cache(FEW)
def part(line: str) -> Opened:
    """Return what the words after `:::` open.

    Raises:
        Unknown: No part.
    """
    found = _OPEN.fullmatch(line)
    if not found or found[1] not in PARTS:
        raise Unknown(line)
    name, rest = found[1], found[2] or ""
    tag = PARTS[name].tag
    told = sorted(attributes(name, rest).items())
    made = f"<{tag}" + "".join(f' {key}="{value}"' for key, value in told) + ">"
    if tag != "details":
        return Opened(f"{made}\n", f"</{tag}>\n", f"{made}</{tag}>\n")
    made += f"\n<summary>{_inline(rest or 'More', _nowhere)}</summary>\n"
    return Opened(made, f"</{tag}>\n", f"{made}</{tag}>\n")


def _nowhere(address: str) -> str:
    raise Unknown(address)


def paragraph(line: str, link: Link) -> Line:
    """Return what a paragraph becomes.

    Raises:
        Unknown: It is not plainly one.
    """
    if plain := _PARAGRAPH.fullmatch(line):
        text, given, wording = plain.groups()
        text = text.removesuffix(" ") if given else text
        if not text or text[-1] == " ":
            raise Unknown(line)
    else:
        text, given, wording = _given(line)
        if _GOES_ON.search(text):
            raise Unknown(line)
        text = _begun(text, link)
    if given is None:
        return Line(f"<p>{text}</p>\n")
    cited = (f"{given}-{wording}",) if wording else ()
    number = _NUMBERED.fullmatch(given)
    if not number:
        return Line(f'<p id="{given}">{text}</p>\n', (given,), held=cited)
    target, own = (cited[0], f' id="{cited[0]}"') if cited else (given, "")
    return Line(
        f'<p id="{given}"><a class="number" data-pagefind-ignore="" href="#{target}"{own}>'
        f"{number[1]}</a>{text}</p>\n",
        (given, *cited),
    )


@lru_cache(FEW)
def heading(line: str) -> Line:
    """Return what a heading becomes.

    Raises:
        Unknown: It is not plainly one.
    """
    text, given, wording = _given(line)
    found = _HEADING.fullmatch(text)
    tag, text = (f"h{len(found[1])}", _inline(found[2], _nowhere)) if found else ("", "")
    # Of what an element says an id is made in a way of its own.
    if not tag or "<" in text:
        raise Unknown(line)
    if given is None:
        wanted = heading_id(html.unescape(text))
        return Line(f'<{tag} id="', (), wanted, f'">{text}</{tag}>\n')
    held = (f"{given}-{wording}",) if wording else ()
    return Line(f'<{tag} id="{given}">{text}</{tag}>\n', (given,), held=held)


def _given(line: str) -> tuple[str, str | None, str | None]:
    """Return a line without its id, the id, and the hash of its wording."""
    start = line.rfind("{#")
    found = _GIVEN.fullmatch(line, start) if start >= 0 else None
    if not found:
        return line, None, None
    return line[:start].removesuffix(" "), found[1], found[2]


def definitions(text: str) -> str | None:
    """Return what terms and their values become, with the list; None if there is more than words."""
    if not _WORDS_ONLY.fullmatch(text):
        return None
    made = [_defined(*each.split(_VALUE)) for each in text.split("\n\n")]
    return f"<dl>\n{''.join(made)}</dl>\n"


def definition(text: str, link: Link) -> str:
    """Return what a term and its values become, without the list that they are in.

    Raises:
        Unknown: They are not plainly that.
    """
    lines = text.split(_VALUE)
    if text.count("\n") >= len(lines):
        raise Unknown(text)
    return _defined(*[_begun(line, link) for line in lines])


def _defined(term: str, *values: str) -> str:
    told = "</dd>\n<dd>".join(values)
    return f"<dt>{term}</dt>\n<dd>{told}</dd>\n"


def bullets(text: str, link: Link) -> str:
    """Return what a list becomes, whose items may have lists.

    Raises:
        Unknown: It is not plainly one.
    """
    made, inner = [], False
    for line in _NEXT_ITEM.split(text):
        if _GOES_ON_WITHIN.search(line):
            raise Unknown(line)
        if line.startswith(_ITEM):
            made.append("</ul>\n</li>\n<li>" if inner else "</li>\n<li>")
            made.append(_begun(line[len(_ITEM) :], link))
            inner = False
        elif line.startswith(_INNER) and "\n" not in line:
            made.append("<li>" if inner else "<ul>\n<li>")
            made.append(f"{_begun(line[len(_INNER) :], link)}</li>\n")
            inner = True
        else:
            raise Unknown(line)
    made[0] = "<ul>\n<li>"
    return "".join(made) + ("</ul>\n</li>\n</ul>\n" if inner else "</li>\n</ul>\n")


def fenced(text: str) -> str:
    """Return what lines of code between fences become.

    Raises:
        Unknown: They are not plainly that.
    """
    found = _FENCE.fullmatch(text)
    if not found or "<!" in text:
        raise Unknown(text)
    code = found[2].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    code = code.replace('"', "&quot;")
    language = f' class="language-{found[1]}"' if found[1] else ""
    return f"<pre><code{language}>{code}</code></pre>\n"


def _begun(text: str, link: Link) -> str:
    if not text or _BEGUN.match(text):
        raise Unknown(text)
    return _inline(text, link)


def _inline(text: str, link: Link) -> str:
    if text.endswith(" "):
        raise Unknown(text)
    return inline(text, link)
