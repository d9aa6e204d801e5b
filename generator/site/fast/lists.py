"""Lists and definitions as our own templates write them, straight to HTML."""

from __future__ import annotations

import re

from generator.site.fast.inline import Link, Unknown
from generator.site.fast.lines import BEGINS, PLAIN, begun

_DEFINITION = rf"{PLAIN}(?:\n:   {PLAIN})+"
_WORDS_ONLY = re.compile(rf"{_DEFINITION}(?:\n\n{_DEFINITION})*")
_NEXT_ITEM = re.compile(r"\n(?=- |    - )")
# A line after the first of an item.
_GOES_ON = re.compile(rf"\n(?!  (?!{BEGINS}))| \n")
_ITEM, _INNER, _VALUE = "- ", "    - ", "\n:   "


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
    return _defined(*[begun(line, link) for line in lines])


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
        if "\n" in line and _GOES_ON.search(line):
            raise Unknown(line)
        if line.startswith(_ITEM):
            made.append("</ul>\n</li>\n<li>" if inner else "</li>\n<li>")
            made.append(begun(line[len(_ITEM) :], link))
            inner = False
        elif line.startswith(_INNER) and "\n" not in line:
            made.append("<li>" if inner else "<ul>\n<li>")
            made.append(f"{begun(line[len(_INNER) :], link)}</li>\n")
            inner = True
        else:
            raise Unknown(line)
    made[0] = "<ul>\n<li>"
    return "".join(made) + ("</ul>\n</li>\n</ul>\n" if inner else "</li>\n</ul>\n")
