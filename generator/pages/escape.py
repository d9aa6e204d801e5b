r"""Text of strangers, written so that it stays text.

The law, held by `tests/pages/test_escape.py` for any string: what `escape` returns, rendered by
our Markdown, has the text content `shown(text)` and makes no element. What it writes holds no
`{`, `<` or `|`, no bare `&`, and nothing that could open a block, so that a templating plugin, an
attribute list or raw HTML has nothing to act on either, whatever a later configuration turns on.

Characters become numeric references where a backslash is not enough (`\{%` still holds `{%`);
elsewhere the backslash keeps the page's source readable.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup

# Source: Unicode, DerivedCoreProperties, Default_Ignorable_Code_Point; and the interlinear
# annotation marks and the two separators, which no font draws either.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_KEPT_CONTROLS = frozenset("\t\n")
_ANYWHERE = str.maketrans(
    {character: "\\" + character for character in "\\`*_[]"}
    | {character: f"&#{ord(character)};" for character in "{|\t\n"}
    | {"<": "&lt;", "&": "&amp;"}
)
# What opens a block at the beginning of a line: list, quotation, heading, rule, fence, definition.
_OPENS = r"[-+>#:~=%$@]|\d{1,9}[.)]"
_OPENING = re.compile(_OPENS)
# Characters that are written as they are wherever they stand, but for spaces, `!` and `#` at an
# end: most texts hold no others, and one look is enough for them.
AS_IT_IS = (
    " -%'-)+-;=-Z^a-z}~\u00a1-\u00ac\u00ae-\u024f\u0400-\u052f\u2010-\u2027\u2030-\u205e"
    "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fef\uac00-\ud7a3"
)
_PLAIN = {
    (opens, closes): re.compile(
        f"(?!{f'{_OPENS}| ' if opens else '  '})[{AS_IT_IS}]++(?<![!#])"
        + ("(?<! )" if closes else "(?<![!# ] )")
    )
    for opens in (False, True)
    for closes in (False, True)
}


def shown(text: str) -> str:
    """Return `text` with each character that nobody sees replaced by its number in brackets.

    Controls, bidirectional overrides, zero-width marks, fillers, private and broken code points
    can make a reader see another text than the one that is there.

    >>> shown("a\u202eb")
    'a[U+202E]b'
    """
    # Controls, surrogates, private code points and those that are none are not printable.
    if text.isprintable() and (text.isascii() or not _UNSEEN.search(text)):
        return text
    return "".join(_marked(character) if _unseen(character) else character for character in text)


def escape(text: str, *, opens: bool = True, closes: bool = True) -> Markup:
    r"""Return Markdown that renders as exactly `shown(text)` and as nothing else.

    Args:
        text: Any string; line breaks and tabs are kept as characters of the text.
        opens: Whether the text may stand at the beginning of a line.
        closes: Whether it may stand at the end of one, where Markdown drops spaces.

    >>> print(escape("1. *x* < y"))
    1\. \*x\* &lt; y
    >>> print(escape("{{ a|b }}"))
    &#123;&#123; a&#124;b }}
    """
    return Markup(escaped(text, opens=opens, closes=closes))  # noqa: S704 - just escaped


def escaped(text: str, *, opens: bool = True, closes: bool = True) -> str:
    """Return what `escape` returns, for those who join it themselves."""
    if _PLAIN[opens, closes].fullmatch(text):
        return text
    return _with_marks(text, opens=opens, closes=closes)


def _with_marks(text: str, *, opens: bool, closes: bool) -> str:
    text = shown(text)
    core = text.strip()
    if not core:
        return _references(text)
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    head = before if before == " " and not opens else _references(before)
    tail = after if after == " " and not closes else _references(after)
    inner = _end_escaped(core.translate(_ANYWHERE))
    if opens and not before and _OPENING.match(inner):
        inner = _start_escaped(inner)
    return head + inner + tail


def _unseen(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return False
    if ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return True
    return bool(_UNSEEN.match(character)) or unicodedata.category(character) in {"Cc", "Cs", "Co"}


def _marked(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def _references(text: str) -> str:
    return "".join(map(_reference, text))


def _start_escaped(text: str) -> str:
    # In `1.` it is the stop that makes a list; everything else acts by its first character.
    if text[0].isdigit():
        at = next(index for index, character in enumerate(text) if not character.isdigit())
        return f"{text[:at]}{_reference(text[at]) if text[at] == ')' else chr(92) + text[at]}{text[at + 1 :]}"
    return ("\\" + text) if text[0] in "-+>#" else _reference(text[0]) + text[1:]


def _end_escaped(text: str) -> str:
    # `!` would turn a link that a template writes next into a picture; Markdown drops `#` at the
    # end of a heading.
    if text.endswith("!"):
        return text[:-1] + "\\!"
    bare = text.rstrip("#")
    return bare + "\\#" * (len(text) - len(bare))
