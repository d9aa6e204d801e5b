"""Words within a line, straight to HTML: text, escapes, links, and the marks of our own Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

Link = Callable[[str], str]
"""Takes an address as written, returns it as the page has it; raises `Unknown`."""


class Unknown(Exception):
    """The text holds something that only the stock way knows."""


_ESCAPE = r"\\[\\`*_\[\]{}()>#+.!|-]"
_REFERENCE = r"&(?:lt|amp|#[0-9]{1,7});"
# `!` before a link would make a picture of it. Possessive, so that nothing is tried twice.
_PLAIN = r"[^\\`*_\[\]<&{!\n\t\x02\x03]++|!(?!\[)"
_WORDS = rf"(?:{_PLAIN}|{_ESCAPE}|{_REFERENCE})"
_LINK = rf"\[({_WORDS}*+)\]\(([^()\s<>\"'\\{{`*\[\]]+)\)"
_MARK = rf"\{{([-+=])\}}({_WORDS}*+)\{{/\4\}}"
# A link of plain words: nearly every one is.
_SIMPLE = re.compile(r"\[([^\\`*_\[\]<&{!\n\t\x02\x03>]*+)\]\(([^()\s<>\"'\\{`*\[\]]+)\)")
_BAR = r"\{~(\d{1,7})/([1-9]\d{0,6})\}"
_TOKEN = re.compile(rf"({_WORDS})|{_LINK}|{_MARK}|{_BAR}")
SPECIAL = r"\\`*_\[\]<&{!\n\t\x02\x03>"
"""Characters that a text of no others stays as it is."""
_SPECIAL = re.compile(f"[{SPECIAL}]")
_ESCAPED = re.compile(r"\\(.)")
_TAGS = {"+": "ins", "-": "del", "=": "mark"}


def inline(text: str, link: Link) -> str:
    r"""Return the HTML of a line.

    Args:
        text: The line, as a template of ours writes it.
        link: Resolves an address.

    Raises:
        Unknown: There is something else in it.

    >>> inline("a\\*b > [c](d.md) {+}new{/+}", lambda address: address.upper())
    'a*b &gt; <a href="D.MD">c</a> <ins>new</ins>'
    """
    if not _SPECIAL.search(text):
        return text
    # Between links: text, words, address, text, words, address, …, text.
    parts = _SIMPLE.split(text)
    if _SPECIAL.search("".join(parts[::3])):
        return "".join(_tokens(text, link))
    for at in range(2, len(parts), 3):
        parts[at] = f'<a href="{link(parts[at])}">{parts[at - 1]}</a>'
        parts[at - 1] = ""
    return "".join(parts)


def _tokens(text: str, link: Link) -> list[str]:
    made: list[str] = []
    at, end = 0, len(text)
    match = _TOKEN.match
    while at < end:
        found = match(text, at)
        if found is None:
            raise Unknown(text[at : at + 20])
        plain, words, address, mark, marked, part, whole = found.groups()
        if plain is not None:
            made.append(_written(plain))
        elif address is not None:
            made.append(f'<a href="{link(address)}">{_written(words)}</a>')
        elif mark is not None:
            made.append(f"<{_TAGS[mark]}>{_written(marked)}</{_TAGS[mark]}>")
        else:
            said = f"{part} of {whole}"
            bar = f'aria-label="{said}" max="{whole}" min="0" value="{part}"'
            made.append(f"<meter {bar}>{said}</meter>")
        at = found.end()
    return made


def _written(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return text.replace(">", "&gt;") if ">" in text else text
