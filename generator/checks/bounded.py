"""Hand-written pages hold no more of anything than is read in a moment.

They are the only texts that are read as Markdown, and its reader takes a time that grows with the
square of some things: from each bracket it looks to the end of the passage, to each heading it
gives a name that no other has. Within these bounds a page takes two seconds at most, whatever
stands in it; without them 64 kB of brackets took a minute. The longest page of this archive has a
tenth of any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Told = tuple[int, str, str]
"""A line, what is wrong there, and the remedy."""

LINES = 1_500
"""Of a page: headings, parts and fences among them."""
TOGETHER = 400
"""Lines without an empty one between: within them definitions and quotations hold each other."""
PASSAGE, BRACKETS = 4_000, 100
"""Characters, and opening brackets, of a paragraph, an item of a list or a row of a table."""
INDENT = 60
"""Spaces before a line."""
_OPENS = re.compile(r"\s*(?:[-*+|#>:]|\d+[.)]\s)")


def too_much(text: str) -> Iterator[Told]:
    """Yield what a page has too much of, each with its line."""
    lines = text.split("\n")
    if len(lines) > LINES:
        fix = f"make two pages of it; {LINES} lines are the most"
        yield LINES, f"the page has {len(lines)} lines", fix
    for number, line in enumerate(lines, 1):
        if len(line) - len(line.lstrip(" ")) > INDENT:
            yield number, f"more than {INDENT} spaces begin the line", "write it less deep"
            break
    yield from _together(lines)
    yield from _passages(lines)


def _together(lines: list[str]) -> Iterator[Told]:
    run = 0
    for number, line in enumerate(lines, 1):
        run = run + 1 if line.strip() else 0
        if run == TOGETHER + 1:
            message = f"more than {TOGETHER} lines stand together"
            yield number, message, "put an empty line between, or make two pages of it"


def _passages(lines: list[str]) -> Iterator[Told]:
    begun = length = brackets = 0
    for number, line in enumerate((*lines, ""), 1):
        if not line.strip() or _OPENS.match(line):
            if length > PASSAGE or brackets > BRACKETS:
                message = f"{length} characters with {brackets} brackets stand in one passage"
                fix = f"part it by empty lines; {PASSAGE} and {BRACKETS} are the most"
                yield begun, message, fix
            begun, length, brackets = number, 0, 0
        if line.strip():
            begun = begun if length else number
            length += len(line) + 1
            brackets += line.count("[")
