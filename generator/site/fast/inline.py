"""Words within a block, straight to HTML: text, escapes, links, code, emphasis, and our own marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Link = Callable[[str], str]
"""Takes an address as written, returns it as the page has it; raises `Unknown`."""


class Unknown(Exception):
    """The text holds something that only the stock way knows."""


SPECIAL = r"\\`*_\[\]<&{!\t\x02\x03>"
"""Characters that a text of no others stays as it is."""
_ESCAPE = r"\\[\\`*_\[\]{}()>#+.!|-]"
_REFERENCE = r"&(?:lt|amp|#[0-9]{1,7});"
# `!` before a link would make a picture of it. Possessive, so that nothing is tried twice; but no
# group of several is: until Python 3.11.5 such a group could miss what it matches (python/cpython
# issue 106052).
_PLAIN = r"[^\\`*_\[\]<&{!\t\x02\x03]++|!(?!\[)|(?<=[^\W_])_(?=[^\W_])"
_WORDS = rf"(?:{_PLAIN}|{_ESCAPE}|{_REFERENCE})"
_ADDRESS = r"[^()\s<>\"'\\{`*\[\]]+"
# A link of plain words: nearly every one is.
_SIMPLE = re.compile(rf"\[([^{SPECIAL}]*+)\]\(({_ADDRESS})\)")
_TOKEN = re.compile(
    rf"(?P<plain>{_WORDS})"
    rf"|\[(?P<words>(?:{_WORDS}|`[^`\\]++`)*)\]\((?P<address>{_ADDRESS})\)"
    rf"|\{{(?P<mark>[-+=])\}}(?P<marked>{_WORDS}*)\{{/(?P=mark)\}}"
    r"|(?<!`)`(?P<code>[^`\\\x02\x03]+)`(?!`)"
    r"|(?<!\*)(?P<stars>\*\*?)(?P<strong>[^\s*](?:[^*]*[^\s*])?)(?P=stars)(?!\*)"
    r"|\{~(?P<some>\d{1,7})/(?P<of>[1-9]\d{0,6})\}"
    r"|(?P<turn>\{/\})"
)
_SPECIAL = re.compile(f"[{SPECIAL}]")
_ESCAPED = re.compile(r"\\(.)")
_TAGS = {"+": "ins", "-": "del", "=": "mark", "*": "em", "**": "strong"}


def inline(text: str, link: Link) -> str:
    r"""Return the HTML of words.

    Args:
        text: The words, as a template of ours or a person writes them.
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


def _tokens(text: str, link: Link) -> Iterator[str]:
    at, end = 0, len(text)
    match = _TOKEN.match
    while at < end:
        found = match(text, at)
        if found is None:
            raise Unknown(text[at : at + 20])
        yield _written(found[0]) if found["plain"] else _element(found, link)
        at = found.end()


def _element(found: re.Match[str], link: Link) -> str:
    match found.lastgroup:
        case "address":
            return f'<a href="{link(found["address"])}">{inline(found["words"], link)}</a>'
        case "marked":
            tag = _TAGS[found["mark"]]
            return f"<{tag}>{_written(found['marked'])}</{tag}>"
        case "strong":
            tag = _TAGS[found["stars"]]
            return f"<{tag}>{inline(found['strong'], link)}</{tag}>"
        case "code":
            return f"<code>{_code(found['code'])}</code>"
        case "turn":
            return "<br />\n"
        case _:
            return _bar(found["some"], found["of"])


def _bar(some: str, of: str) -> str:
    said = f"{some} of {of}"
    return f'<meter aria-label="{said}" max="{of}" min="0" value="{some}">{said}</meter>'


def _code(text: str) -> str:
    if "<!" in text or not (text := text.strip()):
        raise Unknown(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _written(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return text.replace(">", "&gt;") if ">" in text else text
