"""Characters changed inside a kept line, each change recorded so that it can be undone.

Edits of a block are told in the coordinates of its final text, in order, and never overlap or
touch: undoing them from last to first gives the capture's characters back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Edit

Swap = tuple[int, int, str]
"""A half-open span of the present text, and what it becomes."""


@dataclass(frozen=True, slots=True)
class Change:
    """In the present text `after` stands at `at` where the capture has `before`."""

    at: int
    before: str
    after: str
    rule: str

    @property
    def end(self) -> int:
        """The offset behind `after`."""
        return self.at + len(self.after)


@dataclass(frozen=True, slots=True)
class Edited:
    """A line of a capture with the changes made to it."""

    text: str
    changes: tuple[Change, ...] = ()

    def changed(self, swaps: Iterable[Swap], rule: str) -> Edited:
        """Return the text with each span of `swaps` (in order, apart) replaced.

        A change that touches an earlier one takes it up: one record, under the later rule.

        >>> Edited("Ann , he .").changed([(3, 4, ""), (8, 9, "")], "text.space").text
        'Ann, he.'
        """
        real = [swap for swap in swaps if self.text[swap[0] : swap[1]] != swap[2]]
        if not real:
            return self
        parts: list[str] = []
        changes: list[Change] = []
        at = length = 0
        for old, new in _clusters(self.changes, real):
            start = min([one.at for one in old] + [swap[0] for swap in new])
            end = max([one.end for one in old] + [swap[1] for swap in new])
            before = undone(self.text[start:end], old, start)
            after = _swapped(self.text, start, end, new)
            length += start - at
            if before != after:
                changes.append(Change(length, before, after, rule if new else old[0].rule))
            parts += (self.text[at:start], after)
            length += len(after)
            at = end
        return Edited("".join([*parts, self.text[at:]]), tuple(changes))

    def edits(self, block: str) -> tuple[Edit, ...]:
        """Return the changes as the apparatus tells them."""
        return tuple(
            Edit(block=block, at=one.at, before=one.before, after=one.after, rule=one.rule)
            for one in self.changes
        )


def _clusters(
    changes: tuple[Change, ...], swaps: list[Swap]
) -> Iterator[tuple[list[Change], list[Swap]]]:
    """Yield what touches each other: earlier changes and swaps, in the order of the text."""
    spans: list[tuple[int, int, Change | Swap]] = [(one.at, one.end, one) for one in changes]
    spans += [(swap[0], swap[1], swap) for swap in swaps]
    old: list[Change] = []
    new: list[Swap] = []
    reach = -1
    for start, end, one in sorted(spans, key=lambda span: span[:2]):
        if start > reach and (old or new):
            yield old, new
            old, new = [], []
        if isinstance(one, Change):
            old.append(one)
        else:
            new.append(one)
        reach = max(reach, end)
    yield old, new


def _swapped(text: str, start: int, end: int, swaps: list[Swap]) -> str:
    parts: list[str] = []
    for first, last, to in swaps:
        parts += (text[start:first], to)
        start = last
    return "".join([*parts, text[start:end]])


def undone(text: str, changes: Iterable[Change], offset: int = 0) -> str:
    """Return `text`, which begins at `offset` of the whole, with the changes undone.

    >>> undone("Ann", [Change(3, " ", "", "text.space")])
    'Ann '
    """
    parts: list[str] = []
    at = 0
    for one in changes:
        parts += (text[at : one.at - offset], one.before)
        at = one.end - offset
    return "".join([*parts, text[at:]])
