"""The language of a text, from its script and its commonest words: a claim, never certain."""

from __future__ import annotations

import re
from collections import Counter

# Words so common that any paragraph of the language has several, and no other language here.
_COMMON = {
    "en": "the of and to in that is was for with by are has were which its this from on",
    "es": "el de la que y los en del las por con para una se al su como ha más",
    "fr": "le de la et les des en du que une dans pour qui est par sur au avec ont",
    "de": "der die und den von mit des dem für im ist das auf nicht eine sich wurde zu",
    "pt": "o de da que e do em os no na por com para uma dos mais foi das ao",
    "it": "il di che la e del per della un in con non sono una dei gli nel alla",
    "ru": "и в на с что по не из для к о как его был от за это при",
    "uk": "і в на з що та до не у для про як його був від за це при",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")),
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("th", re.compile("[\u0e01-\u0e3a]")),
    ("el", re.compile("[\u0391-\u03c9]")),
)
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 20_000
"""Characters that are looked at."""


def language(text: str) -> str | None:
    """Return the code of the language a text is in, or None if that cannot be told.

    >>> language("The dialogue was held in the capital on the first day of the month.")
    'en'
    >>> language("Xyz 123") is None
    True
    """
    sample = text[:ENOUGH]
    letters = 0 if sample.isascii() else len(_LETTERS.findall(sample))
    for code, script in _SCRIPTS if letters else ():
        # A third is enough: a text in Hangul or kana has Chinese characters and Latin names too.
        if len(script.findall(sample)) * 3 >= letters:
            return code
    return _by_words(sample)


def _by_words(sample: str) -> str | None:
    counts = Counter(_WORD.findall(sample.lower()))
    found = sorted(
        ((sum(counts[word] for word in words), code) for code, words in _WORDS.items()),
        reverse=True,
    )
    (most, code), (second, _) = found[:2]
    # Two languages that share their little words (es, pt) must differ clearly.
    return code if most >= 2 and most * 4 > second * 5 else None
