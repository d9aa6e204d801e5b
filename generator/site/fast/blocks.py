"""Paragraphs, headings, code and what opens a part, straight to HTML."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

from generator.pages.markdown import heading_id
from generator.pages.sections import PARTS, attributes
from generator.site.fast.inline import SPECIAL, Link, Unknown
from generator.site.fast.lines import BEGINS, begun, ended

_OPEN = re.compile(r"([a-z]+)(?: (.+))?")
_ID = r"\{#(?!site-)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: ([0-9a-f]{8}))?\}"
_GIVEN = re.compile(_ID)
_NUMBERED = re.compile(r"p([1-9][0-9]*)")
_HEADING = re.compile(r"(#{1,6}) (.*[^#\s])")
_PARAGRAPH = re.compile(rf"(?!{BEGINS})([^\n{SPECIAL}]++)(?:{_ID})?")
# Lines after the first.
_GOES_ON = re.compile(rf"\n(?:{BEGINS})| \n")
_FENCE = re.compile(r"```([a-z]*)\n((?:(?!```)[^\n\x02\x03]*\n)+)```")

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
    made += f"\n<summary>{ended(rest or 'More', _nowhere)}</summary>\n"
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
        if "\n" in text and _GOES_ON.search(text):
            raise Unknown(line)
        text = begun(text, link)
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
    tag, text = (f"h{len(found[1])}", ended(found[2], _nowhere)) if found else ("", "")
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
