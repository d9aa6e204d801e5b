"""Cards of persons: what a page shows over a name, standing in the text behind the name.

`Anna Lehto Lehto Anna Maria mayor of the town , spoke`: the surname is printed again, as the
card has it, then the name and the office. Where the office ends a profile's patterns say; where
none of them fits, the card stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.clean.pattern import compiled, groups
from generator.clean.rules import Card

LONGEST = 600
"""Most characters behind the repeated name that a pattern sees."""
_WORD = re.compile(r"[^\W\d_](?:[\w-]*\w)?")


def cards(text: str, rules: tuple[Card, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield the span of each card and the id of the rule that knows its end, in order.

    Args:
        text: A paragraph.
        rules: Tried in their order; the first that matches at a repeated name is used.
    """
    starts = list(_repeated(text)) if rules else []
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=False):
        # A match that goes on to the next repeated name would take a second person's words.
        seen = text[start : min(start + LONGEST, stop)]
        for rule in rules:
            if found := compiled(rule.pattern).search(seen):
                first, last = found.span(groups(rule.pattern).get("at", 0))
                yield start + first, start + last, rule.id
                break


def _repeated(text: str) -> Iterator[int]:
    """Yield where a word, or two words, with capitals repeat what stands before them."""
    words = list(_WORD.finditer(text))
    for index in range(1, len(words)):
        pair, four = words[index - 1 : index + 1], words[max(0, index - 2) : index + 2]
        once = _beside(text, pair) and same_name(pair[0][0], pair[1][0])
        if once or (_beside(text, four) and _pair(words, index)):
            yield words[index].start()


def _beside(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether nothing but one space, and an editor's closing bracket, parts the words."""
    spaces = (text[one.end() : other.start()] for one, other in pairwise(words))
    return all(space in (" ", "\u00a0", "] ") for space in spaces)


def _pair(words: list[re.Match[str]], index: int) -> bool:
    if not 2 <= index < len(words) - 1:
        return False
    first, second, third, fourth = (one[0] for one in words[index - 2 : index + 2])
    return same_name(first, third) and same_name(second, fourth)


def same_name(one: str, other: str) -> bool:
    """Tell whether two words with a capital are one name, the ending of its case aside.

    >>> same_name("Ивановым", "Иванов"), same_name("Сергей", "Сергеевич"), same_name("He", "Her")
    (True, False, False)
    """
    if not (one[0].isupper() and other[0].isupper()):
        return False
    shorter = min(len(one), len(other))
    alike = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    enough = min(shorter, max(3, shorter - 2))
    return alike >= enough and abs(len(one) - len(other)) <= (0 if shorter < 3 else 2)
