"""How a search looks names and days up: the same in Python and in the reader's browser.

`key` has a twin in `overrides/assets/search/key.js`; `tests/lookup/vectors.json` holds both to the
same answers. `sign` and `day_sign` are made here alone: the browser gets signs from the name table,
and `day_sign` again from its twin.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache

# Marks that sit on letters of alphabets. Others (of kana, of Indic scripts) make another letter.
_MARKS = re.compile("[\u0300-\u036f]")
# Letters that no decomposition makes plain.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
     "ς": "σ", "ґ": "г"}
)  # fmt: skip
_KEPT = "\u3099\u309a"
_DIGITS = str.maketrans("0123456789", "bcdfghjklm")
_CONSONANTS = "bcdfghjklmnprtvw"


def key(text: str) -> str:
    """Return what is left of a name when case, accents, hyphens, spaces and signs do not count.

    >>> key("Šá-na  O’Brien"), key("홍-길동"), key("Щёлково")
    ('sanaobrien', '홍길동', 'щелково')
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    loose = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    plain = _MARKS.sub("", loose).translate(_PLAIN)
    letters = (one for one in plain if unicodedata.category(one)[0] in "LN" or one in _KEPT)
    return unicodedata.normalize("NFC", "".join(letters))


@cache
def sign(identifier: str) -> str:
    """Return the word that stands for a record in the search index.

    It is a word of no language, has no vowel that a stemmer could act on, and is the beginning of
    no other: the index finds words by their beginning too.

    >>> sign("harbour")
    'qxnnkgwjwtbfpwj'
    """
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:13]
    return "qx" + "".join(_CONSONANTS[int(one, 16)] for one in digest)


@cache
def day_sign(date: str) -> str:
    """Return the word that stands for a day, a month or a year (ISO text) in the search index.

    >>> day_sign("2024-11-02"), day_sign("2024-11"), day_sign("2024")
    ('qzddbdgccbd', 'qzcdbdgcc', 'qzbdbdg')
    """
    digits = date.replace("-", "")
    # The first letter tells the three apart: no month is the beginning of a day.
    return "qz" + "bcd"[(len(digits) - 4) // 2] + digits.translate(_DIGITS)


def days(text: str) -> tuple[str, ...]:
    """Return the ISO days, months and years that a date (a day, month, year or interval) lies in.

    >>> days("2024-11-02")
    ('2024', '2024-11', '2024-11-02')
    >>> days("2024-12-30/2025-01")
    ('2024', '2024-12', '2024-12-30', '2025', '2025-01')
    """
    found: dict[str, None] = {}
    for whole in re.findall(r"\d{4}(?:-\d{2}){0,2}", text):
        found |= dict.fromkeys(whole[:length] for length in (4, 7, 10) if length <= len(whole))
    return tuple(found)
