"""A news report beside a release on the same event: what both have, what only one has.

Source: shared word runs as in the study of text reuse (Clough and others 2002, newspaper copy beside
agency copy), with names counted as one word however they are spelt. A paraphrase shares no run; that
a report does not have a thing is therefore never said, only that it is not seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Archive, Block, Mention
from generator.wording.compare import Comparison
from generator.wording.reading import Reading

RUN = 4
"""Words in a row, besides names, that two texts do not share by chance."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Shared:
    """Words in a row that a report has and the release too."""

    block: str
    """Of the report."""
    start: int
    end: int
    other: str
    """The release's block."""
    words: int
    """Without names."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """A report held against a release."""

    release: Reading
    report: Reading
    aligned: Mapping[str, str]
    """Paragraph of the release → the report's paragraph that is aligned with it."""
    shared: tuple[Shared, ...]
    """In the order of the report; none overlaps another."""
    words: int
    """Of the report, without names."""

    @property
    def touched(self) -> tuple[str, ...]:
        """The release's paragraphs of which the report has something, in their order."""
        others = {one.other for one in self.shared} | set(self.aligned)
        return tuple(one.id for one in self.release.blocks if one.id in others)

    @property
    def own(self) -> tuple[str, ...]:
        """The report's paragraphs that have nothing of the release, in their order."""
        others = {one.block for one in self.shared} | set(self.aligned.values())
        return tuple(one for one in _paragraphs(self.report) if one not in others)

    @property
    def untouched(self) -> tuple[str, ...]:
        """The release's paragraphs of which nothing is seen in the report."""
        return tuple(one for one in _paragraphs(self.release) if one not in self.touched)

    @property
    def is_earlier(self) -> bool:
        """Whether the report is of an earlier day: then it took nothing from the release."""
        return bool(self.report.date) and self.report.date < self.release.date


def _paragraphs(reading: Reading) -> tuple[str, ...]:
    return tuple(block.id for block in reading.blocks if not block.is_heading)


def sides(archive: Archive, one: Reading, other: Reading) -> tuple[Reading, Reading] | None:
    """Return two releases as release and report; None if they are not one of each.

    A report is of the lowest level of the ladder, and the release of a higher one.
    """
    lowest = max((kind.level for kind in archive.kinds.values()), default=0)
    levels = [
        kind.level if (kind := archive.kinds.get(each.release.head.kind)) else 0
        for each in (one, other)
    ]
    if 0 in levels or max(levels) != lowest or min(levels) == lowest:
        return None
    return (one, other) if levels[1] == lowest else (other, one)


def retelling(
    release: Reading,
    report: Reading,
    comparison: Comparison,
    mentions: Mapping[str, Sequence[Mention]],
) -> Retelling:
    """Hold a report against a release.

    Args:
        release: What may be read of the release.
        report: What may be read of the report.
        comparison: Of the two, in either order.
        mentions: Of all releases.
    """
    first = comparison.one.id == release.id
    pairs = (row.pair for row in comparison.rows if row.pair.kind == "variant")
    texts = [list(_tokens(each, mentions.get(each.id, ()))) for each in (release, report)]
    return Retelling(
        release,
        report,
        {str(pair.one if first else pair.other): str(pair.other if first else pair.one) for pair in pairs},
        tuple(_shared(*texts)),
        sum(not token.is_name for row in texts[1] for token in row),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or a name as the record it means."""

    key: str
    block: str
    start: int
    end: int
    is_name: bool


def _tokens(reading: Reading, mentions: Iterable[Mention]) -> Iterator[list[_Token]]:
    """Yield the words and names of each block."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if one.layer != "inner" and one.entities:
            named[one.block].append(one)
    for block in reading.blocks:
        row: list[_Token] = []
        done = 0
        for one in named[block.id]:
            if done <= one.start and one.end <= len(block.text):
                row += _words(block, done, one.start)
                key = "@" + " ".join(one.entities)
                row.append(_Token(key, block.id, one.start, one.end, is_name=True))
                done = one.end
        yield row + _words(block, done, len(block.text))


def _words(block: Block, start: int, end: int) -> list[_Token]:
    return [
        _Token(found[0].casefold(), block.id, *found.span(), is_name=False)
        for found in _WORD.finditer(block.text, start, end)
    ]


def _shared(release: Sequence[list[_Token]], report: Sequence[list[_Token]]) -> Iterator[Shared]:
    """Yield the longest runs of the report that stand in the release, with enough words in them."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(release):
        for at in range(len(row) - RUN + 1):
            places[tuple(one.key for one in row[at : at + RUN])].append((number, at))
    for row in report:
        at = 0
        while at + RUN <= len(row):
            begins = places.get(tuple(one.key for one in row[at : at + RUN]), ())
            runs = (
                (_length(row[at:], release[number][begin:]), number) for number, begin in begins
            )
            length, number = max(runs, default=(1, 0), key=lambda run: (run[0], -run[1]))
            inside = row[at : at + length]
            words = sum(not one.is_name for one in inside)
            if words >= RUN:
                yield Shared(inside[0].block, inside[0].start, inside[-1].end, release[number][0].block, words)  # fmt: skip
            at += length if words >= RUN else 1


def _length(one: Sequence[_Token], other: Sequence[_Token]) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left.key != right.key:
            break
        length += 1
    return length
