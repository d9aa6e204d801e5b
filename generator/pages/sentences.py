"""A mention in its sentence."""

from __future__ import annotations

import re

# An end: stop, closing quotes, space, and then something that can begin a sentence.
_END = re.compile(r"[.!?…。]+[\"'”’»)\]]*(\s+)(?=[\"'“‘«(\[]*[^\Wa-zа-яё])")
# What a stop after it does not end: an initial or a short form that a name or figure follows.
_SHORT = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Lt|Col|Sen|Gov|Prof|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|[тгдм]|гг|им|ул|проф))\.$"
)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence around `text[start:end]`; the words are never split.

    >>> text = "It began. A. B. Doe met Mr. Roe. It ended."
    >>> text[slice(*sentence(text, 16, 19))]
    'A. B. Doe met Mr. Roe.'
    """
    first, last = 0, len(text)
    for found in _END.finditer(text):
        stop = found.start(1)
        if _SHORT.search(text[:stop][-8:]):
            continue
        if stop <= start:
            first = found.end(1)
        elif stop >= end:
            last = stop
            break
    return first, last
