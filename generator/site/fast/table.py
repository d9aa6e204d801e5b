"""Tables as our own templates and hand-written pages have them, straight to HTML."""

from __future__ import annotations

import re
from itertools import starmap

from generator.site.fast.inline import Link, Unknown, inline

_ROW = re.compile(r"\|((?:[^\\|\n]|\\[^\\|\n])+\|)+")
_RULE = re.compile(r" *(:?)-+(:?) *")
_SIDES = {
    ("", ""): "",
    (":", ""): ' class="left"',
    ("", ":"): ' class="right"',
    (":", ":"): ' class="center"',
}


def table(text: str, link: Link) -> str:
    """Return what a table becomes.

    Args:
        text: A head, a rule, and at least one row, each with bars at both ends.
        link: Resolves an address.

    Raises:
        Unknown: It is not plainly one.
    """
    head, rule, *rows = text.split("\n")
    ruled = [_RULE.fullmatch(cell) for cell in _cells(rule)]
    sides = [_SIDES[found[1], found[2]] for found in ruled if found]
    if not rows or len(sides) < len(ruled):
        raise Unknown(text)
    made = "".join(_row("td", row, sides, link) for row in rows)
    return (
        f"<table>\n<thead>\n{_row('th', head, sides, link)}</thead>\n"
        f"<tbody>\n{made}</tbody>\n</table>\n"
    )


def _row(tag: str, row: str, sides: list[str], link: Link) -> str:
    cells = _cells(row)
    if len(cells) != len(sides):
        raise Unknown(row)

    def cell(text: str, side: str) -> str:
        return f"<{tag}{side}>{inline(text.strip(' '), link)}</{tag}>\n"

    return f"<tr>\n{''.join(starmap(cell, zip(cells, sides, strict=True)))}</tr>\n"


def _cells(row: str) -> list[str]:
    if not _ROW.fullmatch(row):
        raise Unknown(row)
    return row[1:-1].split("|")
