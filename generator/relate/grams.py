"""What a paragraph is compared by: its words, its runs of two words, whom it names."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+")
Grams = Counter[str]
Vector = Mapping[str, float]


def words(text: str) -> list[str]:
    """Return the words of `text`, without regard to case.

    >>> words("The Artania-Borduria summit")
    ['the', 'artania', 'borduria', 'summit']
    """
    return _WORD.findall(text.casefold())


def grams(text: str, named: Iterable[str] = ()) -> Grams:
    """Return the words and runs of two words of a paragraph, and the entities it names.

    An entity is one thing whatever it is called: `Borduria` and `the Bordurian Republic` agree
    by it where their words do not.

    Args:
        text: The paragraph's text.
        named: Ids of entities that the paragraph names.
    """
    run = words(text)
    pairs = (f"{one} {two}" for one, two in itertools.pairwise(run))
    return Counter([*run, *pairs, *(f"@{entity}" for entity in named)])


def vectors(paragraphs: Sequence[Grams]) -> list[Vector]:
    """Weigh each paragraph's grams by how rare they are among all that are given (tf-idf).

    Returns:
        Vectors of length one (or empty), in the order of the paragraphs.

    Source:
        Spärck Jones 1972 for the inverse document frequency; the logarithm of the count keeps
        one paragraph that repeats a word from weighing by the repetition.
    """
    seen = Counter(gram for one in paragraphs for gram in one)
    total = len(paragraphs) + 1
    return [_weighed(one, seen, total) for one in paragraphs]


def _weighed(one: Grams, seen: Counter[str], total: int) -> Vector:
    raw = {
        gram: (1 + math.log(count)) * math.log(total / seen[gram]) for gram, count in one.items()
    }
    # Summed in the order of the grams, so that two machines round alike.
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values()))
    return {gram: weight / length for gram, weight in raw.items()} if length else {}


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length one: 0 nothing shared, 1 the same words."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum(weight * long[gram] for gram, weight in short.items() if gram in long)
