"""A release as the rules read it: one composed text, with the way back to its blocks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from generator.model import Release
from generator.resolve.fold import Composed, compose

TITLE = "title"
_ENDS = ("\n", ". ")


@dataclass(frozen=True, slots=True)
class Reading:
    """The title and blocks of a release, joined by line ends and composed."""

    release: str
    composed: Composed
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    """Where each block begins in the joined text (before composing)."""
    day: str | None
    """The day the release speaks from, as far as it is known."""
    events: tuple[str, ...]
    """What the release is about, as its head says."""

    @property
    def text(self) -> str:
        """The composed text; blocks end in line ends."""
        return self.composed.text

    def number(self, place: int) -> int:
        """Return the number of the block in which a place of `text` lies."""
        return bisect_right(self.starts, self.composed.starts[place]) - 1

    def is_heading(self, place: int) -> bool:
        """Tell whether a place of `text` lies in the title or a heading."""
        return not self.ids[self.number(place)].startswith("p")

    def sentence(self, start: int, end: int) -> str:
        """Return the sentence around a span of `text`, as far as points and line ends tell."""
        first = max(self.text.rfind(mark, 0, start) for mark in _ENDS)
        lasts = (self.text.find(mark, end) for mark in _ENDS)
        last = min((place for place in lasts if place >= 0), default=len(self.text))
        return self.text[first + 1 : last].strip()

    def source(self, start: int, end: int) -> tuple[str, int, int, str]:
        """Return block id, offsets in the block and the words there of a span of `text`."""
        first, last = self.composed.span(start, end)
        number = bisect_right(self.starts, first) - 1
        begin = self.starts[number]
        block = self.texts[number]
        return self.ids[number], first - begin, last - begin, block[first - begin : last - begin]


def read(release: Release) -> Reading:
    """Return the reading of a release.

    A title that was supplied by us is not read: its words are not the source's.
    """
    head = release.head
    blocks = [(block.id, block.text) for block in release.blocks]
    if head.title is not None and head.title.status == "stated":
        blocks.insert(0, (TITLE, head.title.value))
    starts: list[int] = []
    place = 0
    for _, text in blocks:
        starts.append(place)
        place += len(text) + 1
    day = _day(release)
    return Reading(
        release=release.id,
        composed=compose("\n".join(text for _, text in blocks)),
        ids=tuple(name for name, _ in blocks),
        texts=tuple(text for _, text in blocks),
        starts=tuple(starts),
        day=day,
        events=head.events,
    )


def _day(release: Release) -> str | None:
    head = release.head
    if head.dateline is not None and head.dateline.date is not None:
        return head.dateline.date
    return head.published.value if head.published is not None else None
