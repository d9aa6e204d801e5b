"""A title for a text that has none, in square brackets as archivists write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.sheet import Reading
from generator.model import Block, KindTerm

LONGEST = 110
_LINK = r"\s+(?:as\s+regards|regarding|concerning|on|about|of|in\s+connection\s+with|о|об|по)\s+"
_END = re.compile(r"[.:;?!…]")


def supplied_title(blocks: tuple[Block, ...], kinds: Iterable[KindTerm]) -> list[Reading]:
    """Return at most one reading: the phrase of the first paragraph that names the text.

    The phrase begins with a kind's word and goes to the end of the clause. It is not taken if it
    is longer than `LONGEST`, or is the whole paragraph.
    """
    first = next((block for block in blocks if not block.is_heading), None)
    words = sorted({word for term in kinds for word in term.words}, key=lambda word: -len(word))
    if first is None or not words:
        return []
    start = re.compile(rf"\b(?P<kind>{'|'.join(map(re.escape, words))}){_LINK}", re.IGNORECASE)
    found = start.search(first.text)
    if not found:
        return []
    phrase = _phrase(first.text, found.start())
    if len(phrase) + 2 > LONGEST or phrase == first.text:
        return []
    return [Reading("title", f"[{phrase[0].upper()}{phrase[1:]}]", (first.id,), "supplied")]


def _phrase(text: str, start: int) -> str:
    return _END.split(text[start:], maxsplit=1)[0].rstrip().rstrip(", ")
