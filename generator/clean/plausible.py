"""Whether decoded characters look like a language: the proof that follows a guess of encoding.

A wrong codec often decodes without an error. What it gives has letters of several scripts, case
that jumps inside words, or letters that the language rarely uses.

Source: frequencies of running text. Cyrillic letters stand in the order of their frequency; the
mean place of a text's letters is near 7, of letters moved by a wrong codec above 11. The syllables
listed make four tenths of a text in Hangul, the characters listed a fifth of a text in Han; where
kana are written, half of the letters are kana.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise

_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_HANGUL = frozenset("이다는에의을하가고를한지도로으기서사시인대자리정부그해나수어과와회들일여제조")
_HAN = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经部会国对这发们这关经济义进同双议员长"
    "會國對這發們關經濟義進雙議員長個為來時說產種後學過動"
)
# Half-width katakana are left out: bytes of other encodings read as Shift JIS are full of them.
_KANA = ("HIRAGANA", "KATAKANA")
_ALLOWED_CONTROLS = frozenset("\t\n\r\x0b\x0c")
_FAMILY = {
    "koi8-r": "CYRILLIC",
    "cp1251": "CYRILLIC",
    "iso8859-5": "CYRILLIC",
    "cp949": "HANGUL",
    "gb18030": "CJK",
    "cp932": "KANA",
    "euc-jp": "KANA",
    "cp1252": "LATIN",
}


def plausible(text: str, encoding: str) -> bool:
    """Tell whether `text`, decoded with `encoding`, can be a language that is written so.

    >>> plausible("Стороны провели переговоры", "cp1251")
    True
    >>> plausible("яРНПНМШ ОПНБЕКХ ОЕПЕЦНБНПШ", "cp1251")
    False
    """
    if any(_never_in_text(character) for character in set(text)):
        return False
    counts = Counter(character for character in text if character > "\x7f" and character.isalpha())
    scripts = _by_script(counts)
    family = _FAMILY.get(encoding) or max(scripts, key=lambda one: scripts[one], default="LATIN")
    return _one_script(scripts, family) and _reads(text, counts, family)


def _never_in_text(character: str) -> bool:
    if character in _ALLOWED_CONTROLS:
        return False
    return unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"}


def _script(character: str) -> str:
    word = unicodedata.name(character, "").partition(" ")[0]
    return "KANA" if word in _KANA else word


def _by_script(counts: Counter[str]) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for character, number in counts.items():
        scripts[_script(character)] += number
    return scripts


def _one_script(scripts: Counter[str], family: str) -> bool:
    # Texts in Hangul and in kana print Han characters among their own letters.
    also = {"HANGUL": ("CJK",), "KANA": ("CJK",), "CJK": ("KANA",)}.get(family, ())
    own = scripts[family] + sum(scripts[script] for script in also)
    return own >= 0.9 * scripts.total()


def _reads(text: str, counts: Counter[str], family: str) -> bool:
    if family == "CYRILLIC":
        return _mean_place(counts) <= 10.8 and _case_jumps(text) <= 0.05
    if family == "HANGUL":
        return _share(counts, _HANGUL) >= 0.12
    if family == "CJK":
        return _share(counts, _HAN) >= 0.1
    if family == "KANA":
        kana = sum(n for character, n in counts.items() if _script(character) == "KANA")
        return kana >= 0.25 * counts.total()
    return family != "LATIN" or _latin_reads(text)


def _share(counts: Counter[str], frequent: frozenset[str]) -> float:
    seen = sum(number for character, number in counts.items() if character.lower() in frequent)
    return seen / max(1, counts.total())


def _mean_place(counts: Counter[str]) -> float:
    places = (_CYRILLIC.find(character.lower()) % 34 * n for character, n in counts.items())
    return sum(places) / max(1, counts.total())


def _case_jumps(text: str) -> float:
    """Return the share of words in which a capital follows a small letter."""
    words = [word for word in text.split() if word.upper() != word.lower()]
    return sum(map(_jumps, words)) / max(1, len(words))


def _jumps(word: str) -> bool:
    return any(one.islower() and other.isupper() for one, other in pairwise(word))


def _latin_reads(text: str) -> bool:
    # No language in Latin letters has three letters with marks in a row, again and again.
    runs = sum(
        all(character > "\x7f" and character.isalpha() for character in three)
        for three in zip(text, text[1:], text[2:], strict=False)
    )
    plain = sum(character.isascii() and character.isalpha() for character in text)
    marked = sum(character > "\x7f" for character in text)
    return runs <= 0.02 * marked and plain >= marked
