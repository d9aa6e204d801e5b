"""Texts made comparable: folded one character for one, and composed with true offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_LIKE = {
    "'": "’‘ʼʹʻ`´＇′",
    "-": "‐‑‒–—−－",
    '"': "“”„«»＂",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    ".": "．",
    "е": "ё",
    "Е": "Ё",
}
_ONE_FOR_ONE = {ord(sign): plain for plain, signs in _LIKE.items() for sign in signs}
# Jamo, signs nobody sees, spaces in a row, and a sign with marks that add to it.
_SPACES = re.compile(r"[^\S\n]{2,}")
_LOOSE = re.compile(
    r"[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?"
    r"|[\u00ad\u200b-\u200f\u2060\ufeff]+"
    r"|[^\S\n]{2,}"
    r"|[\s\S]?[\u0300-\u036f\u3099\u309a]+"
)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text as the rules read it, and where each of its characters stands in the source."""

    text: str
    starts: Sequence[int]
    """For each character of `text`, and for its end: the offset in the source where it begins."""
    ends: Sequence[int]
    """For each offset of `text`, the offset in the source where the character before it ends."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the source of `text[start:end]`."""
        return self.starts[start], self.ends[end]

    def within(self, first: int, last: int) -> tuple[int, int]:
        """Return the half-open span of `text` that a span of the source became."""
        return bisect_left(self.starts, first), bisect_left(self.ends, last)


def fold(text: str) -> str:
    """Return `text` with signs that only typography tells apart made one; case is kept.

    The result has as many characters as `text`, so offsets in either hold in the other.

    >>> fold("the Queen’s New Year – 2024")
    "the Queen's New Year - 2024"
    """
    return text.translate(_ONE_FOR_ONE)


def lower(text: str) -> str:
    """Return `text` in small letters, one character for one (a letter that has no such is kept).

    >>> lower("İstanbul, STRASSE, Straße")
    'İstanbul, strasse, straße'
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def compose(text: str) -> Composed:
    r"""Return `text` folded, with accents put on their letters and spaces in a row made one.

    Where nothing is to be put together, which is nearly everywhere, offsets stay as they are.

    >>> compose("e\u0301tat  un").text
    'état un'
    >>> compose("e\u0301tat  un").span(0, 4)
    (0, 5)
    """
    folded = fold(text)
    # All but spaces in a row has signs beyond ASCII, and to look for spaces alone is quick.
    if not (_SPACES if folded.isascii() else _LOOSE).search(folded):
        same = range(len(text) + 1)
        return Composed(folded, same, same)
    return _put_together(text)


def key(form: str) -> str:
    """Return the form in which a name is looked up: composed, in small letters.

    >>> key("The  North–West’s")
    "the north-west's"
    """
    return lower(compose(unicodedata.normalize("NFC", form)).text).strip()


def _put_together(text: str) -> Composed:
    parts: list[str] = []
    starts: list[int] = []
    ends = [0]
    done = 0
    for found in _LOOSE.finditer(text):
        start, end = found.span()
        whole = _one(found[0])
        parts += (fold(text[done:start]), whole)
        starts += [*range(done, start), *[start] * len(whole)]
        ends += [*range(done + 1, start + 1), *[end] * len(whole)]
        done = end
    parts.append(fold(text[done:]))
    starts += range(done, len(text) + 1)
    ends += range(done + 1, len(text) + 1)
    return Composed("".join(parts), starts, ends)


def _one(cluster: str) -> str:
    if _UNSEEN.match(cluster):
        return ""
    if cluster.isspace() and len(cluster) > 1:
        return " "
    return fold(unicodedata.normalize("NFC", cluster))
