"""Releases of one language as a row of numbers, one for each word: what mining counts in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Mention
from generator.resolve.fold import fold, lower
from generator.wording.reading import Reading
from generator.wording.tongue import Tongue, key

NAME, OFFICE, BREAK = 0, 1, 2
"""Numbers of what no wording holds: names and figures, titles of office, marks and ends."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?()\[\]\"“”«»…]")
_ENDS = frozenset('.!?:"“”«»…')
_FEW = 50
"""Releases of a language from which on its little words may be told by how common they are."""
_COMMON = 0.2
"""Share of the releases in which a little word stands, where no list says which are."""


class Row:
    """The words of all releases of one language; made for one mining, then only read."""

    def __init__(
        self,
        readings: Iterable[Reading],
        mentions: Mapping[str, Sequence[Mention]],
        tongue: Tongue,
    ) -> None:
        """Number the words of `readings`, which stand in the order of their dates."""
        self.row: list[int] = []
        self.release_of: list[int] = []
        """For each word, the place of its release."""
        self.readings: list[Reading] = []
        self._numbers: dict[str, int] = {"\0name": NAME, "\0office": OFFICE, "\0break": BREAK}
        self.words = list(self._numbers)
        """Of each number, as it is printed first, in small letters."""
        self._known: dict[str, int] = {}
        self._places: list[tuple[int, str, str]] = []
        for reading in readings:
            names = _spans(mentions.get(reading.id, ()))
            for block in reading.blocks:
                self._places.append((len(self.row), reading.id, block.id))
                self._add(block.text, names.get(block.id, ()), tongue)
            self.readings.append(reading)
        self.often = Counter(self.row)
        self.little = self.numbers(tongue.little) or self._common()

    def numbers(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of those of `words` (as `tongue.key` writes them) that stand here."""
        return frozenset(self._numbers[word] for word in words if word in self._numbers)

    def at(self, place: int) -> int:
        """Return the word at a place; a break before the first and after the last."""
        return self.row[place] if 0 <= place < len(self.row) else BREAK

    def place(self, at: int) -> tuple[str, str]:
        """Return release and block of the word at `at`."""
        _, release, block = self._places[bisect_right(self._places, (at, "\U0010ffff")) - 1]
        return release, block

    def text(self, run: Iterable[int]) -> str:
        """Return a run of numbers as words."""
        return " ".join(self.words[number] for number in run)

    def _add(self, text: str, names: Sequence[tuple[int, int]], tongue: Tongue) -> None:
        at, opens = 0, True
        for found in _WORD.finditer(fold(text)):
            while at < len(names) and names[at][1] <= found.start():
                at += 1
            word = found[0]
            if not word[0].isalnum():
                number = BREAK
            elif word[0].isdigit() or (at < len(names) and names[at][0] < found.end()):
                number = NAME
            else:
                number = self._number(word, tongue)
                if number != OFFICE and _is_name(word, opens):
                    number = NAME
            opens = number == BREAK and word in _ENDS
            self.row.append(number)
        self.row.append(BREAK)
        self.release_of += [len(self.readings)] * (len(self.row) - len(self.release_of))

    def _number(self, word: str, tongue: Tongue) -> int:
        number = self._known.get(word)
        if number is None:
            plain = key(word)
            number = OFFICE
            if plain not in tongue.offices:
                number = self._numbers.setdefault(plain, len(self.words))
                if number == len(self.words):
                    self.words.append(lower(fold(word)))
            self._known[word] = number
        return number

    def _common(self) -> frozenset[int]:
        """Return the words that stand in many of the releases, where there are many."""
        if len(self.readings) < _FEW:
            return frozenset()
        held: Counter[int] = Counter()
        for number, _ in set(zip(self.row, self.release_of, strict=True)):
            held[number] += 1
        return frozenset(one for one in held if held[one] > _COMMON * len(self.readings))


def _is_name(word: str, opens: bool) -> bool:  # noqa: FBT001 - whether a sentence opens with it
    """Return whether capitals say that a word is (part of) a name that no record explains."""
    return word[1:] != word[1:].lower() or (word[0].isupper() and not opens)


def _spans(mentions: Iterable[Mention]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in sorted(mentions, key=lambda one: (one.start, one.end)):
        if one.layer in {"named", "demonym"}:
            found[one.block].append((one.start, one.end))
    return found
