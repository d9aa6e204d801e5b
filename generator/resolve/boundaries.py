"""Where a name may begin and end in running text, by script."""

from __future__ import annotations

import re

from generator.resolve.lexicon import Lexicon

_HANGUL, _HAN, _KATAKANA, _HIRAGANA, _WORD, _NONE = "hikrw "
_ALONE = 3
"""A name of so many Chinese characters needs no boundary: fewer may be part of another word."""
_ADDRESS = re.compile(r"\.[a-z]{2,}|@")


def kind(letter: str) -> str:
    """Return the class of a character, as far as words are set apart by it.

    >>> "".join(map(kind, "a1가中カか -"))
    'wwhikr  '
    """
    if letter < "\u3040":
        return _WORD if letter.isalnum() or letter == "_" else _NONE
    if "\uac00" <= letter <= "\ud7a3":
        return _HANGUL
    if "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" or letter == "々":
        return _HAN
    if "\u30a0" < letter <= "\u30ff":
        return _KATAKANA if letter != "・" else _NONE
    if letter <= "\u309f":
        return _HIRAGANA
    return _WORD if letter.isalnum() else _NONE


def begins(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a name may begin at `start`: what is before it is not the same word.

    A style glued to a name of several words (`ComradeX Y Z`) is an error of typing that cannot
    be read otherwise; it counts as a boundary.
    """
    if start == 0 or text[start - 1] == " ":
        return True
    before, first = kind(text[start - 1]), kind(text[start])
    if text[start - 1] == "@":
        return False
    if before != first or before == _NONE:
        return True
    if first == _HAN:
        return end - start >= _ALONE or _is_particle_before(text, start, lexicon)
    return first == _WORD and _is_glued(text, start, end, lexicon)


def ends(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a name may end at `end`: what follows is not the same word, or a particle."""
    if end == len(text) or text[end] == " ":
        return True
    last, after = kind(text[end - 1]), kind(text[end])
    if last != after or last == _NONE:
        return text[end] not in ".@" or not _ADDRESS.match(text, end)
    if last == _HAN:
        return end - start >= _ALONE or bool(lexicon.particle.match(text, end))
    return last == _HANGUL and bool(lexicon.particle.match(text, end))


def _is_particle_before(text: str, start: int, lexicon: Lexicon) -> bool:
    return any(lexicon.particle.fullmatch(text, max(0, start - width), start) for width in (1, 2))


def _is_glued(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    if not (text[start].isupper() and text[start - 1].islower() and " " in text[start:end]):
        return False
    return bool(lexicon.glued_address.at(text, start))
