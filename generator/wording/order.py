"""Who stands where in lists of names; prose, in which names follow each other too, is no list.

A list is three names or more in one sentence with nothing between them but commas and `and`, and what
styles the persons: titles before a name, an office after it. So `A had a talk with B and met with C`
is prose, and so is whatever else stands between names that nobody has taught us to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Archive, Mention
from generator.packed import Packed
from generator.wording.reading import Reading
from generator.wording.styles import Styler, persons

LEAST = 3
"""Names that make a list: two are a pair."""
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Listed(Packed):
    """A person in a list of names."""

    person: str
    release: str
    block: str
    start: int
    """Of the name."""
    place: int
    """In the list, from 1."""
    of: int
    """How many names the list has, those without a record too."""


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    person: str
    begin: int
    """Where its titles begin."""
    stop: int
    """Where its office ends."""


class Lists:
    """Finds lists of names; used for a whole archive."""

    def __init__(self, archive: Archive, styler: Styler) -> None:
        """Gather the words that join names, and those that end the name of a body."""
        self._styler = styler
        joints = "|".join(re.escape(word) for word in archive.vocabulary.of("and")) or "and"
        self._joint = re.compile(
            rf"\s*(?:[,;、]\s*(?:(?:{joints})\s+)?|(?:{joints})\s+)(?:the\s+)?"
        )
        self._bodies = frozenset(archive.vocabulary.of("name-head"))

    def listed(self, reading: Reading, mentions: Sequence[Mention]) -> Iterator[Listed]:
        """Yield the places of persons in the lists of a release, in the order of its text."""
        for block in dict.fromkeys(one.block for one in persons(self._styler, mentions, reading)):
            names = self._names(reading, block, mentions)
            for row in self._rows(reading.text(block), names):
                for place, one in enumerate(row, 1):
                    if one.person:
                        yield Listed(one.person, reading.id, block, one.start, place, len(row))

    def _names(self, reading: Reading, block: str, mentions: Iterable[Mention]) -> list[_Name]:
        """Return the names of a block in order: those of records, and capitals that may be names."""
        text = reading.text(block)
        here = [one for one in mentions if one.block == block]
        known = {one.start: one for one in persons(self._styler, here, reading)}
        taken = [
            (one.start, one.end)
            for one in here
            if one.layer in {"named", "demonym"} and one.entities
        ]
        spans = {(one.start, one.end): one.entities[0] for one in known.values()}
        for start, end in self._unknown(text):
            if not any(first < end and start < last for first, last in taken):
                spans[start, end] = ""
        return [self._name(text, start, end, spans[start, end]) for start, end in sorted(spans)]

    def _unknown(self, text: str) -> Iterator[tuple[int, int]]:
        for found in _NAME.finditer(text):
            words = found[0].split(" ")
            first = next(
                (n for n, one in enumerate(words) if not self._styler.is_title(one)), len(words)
            )
            if len(words) - first > 1 and words[-1] not in self._bodies:
                yield found.end() - len(" ".join(words[first:])), found.end()

    def _name(self, text: str, start: int, end: int, person: str) -> _Name:
        begin, after = self._styler.around(text, start, end, person)
        stop = end + len(", ") + len(after) if after else end
        return _Name(start, end, person, begin, stop)

    def _rows(self, text: str, names: Sequence[_Name]) -> Iterator[list[_Name]]:
        """Yield the runs of names that only joints part; `and` without a comma comes before the last."""
        row: list[_Name] = []
        is_last = False
        for one in names:
            joint = row and self._joint.fullmatch(text, row[-1].stop, max(row[-1].stop, one.begin))
            if not joint or is_last:
                yield from self._list(row)
                row = []
            row.append(one)
            is_last = bool(joint and joint[0].strip()[0].isalpha()) and len(row) > 1
        yield from self._list(row)

    def _list(self, row: list[_Name]) -> Iterator[list[_Name]]:
        if len({one.person or str(one.start) for one in row}) >= LEAST:
            yield row
