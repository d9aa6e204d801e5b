"""Named conditions that a form may need, ready to be asked of a name in a text."""

from __future__ import annotations

import re

from generator.resolve.pattern import Ends, alternatives
from generator.vocabulary import Context, Frame


class CompiledContext:
    """A named condition, ready to be asked of a name in a text."""

    def __init__(self, context: Context, article: str) -> None:
        """Compile the frames of `context`; `article` is the pattern of one with its space."""
        self.id = context.id
        self.layer = context.layer
        self.metonym = context.metonym
        self._frames = tuple(_CompiledFrame(frame, article) for frame in context.frames)

    def holds(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name at `text[start:end]` stands in this context."""
        if not self._frames:
            return True
        return any(frame.holds(text, start, end) for frame in self._frames)


class _CompiledFrame:
    def __init__(self, frame: Frame, article: str) -> None:
        self._before = _before(frame.before, article)
        self._not_before = _before(frame.not_before, article)
        self._after = _after(frame.after, frame.gap)
        self._not_after = _after(frame.not_after, 0)

    def holds(self, text: str, start: int, end: int) -> bool:
        if self._before and not self._before.at(text, start):
            return False
        if self._after and not self._after.match(text, end):
            return False
        if self._not_before and self._not_before.at(text, start):
            return False
        return not (self._not_after and self._not_after.match(text, end))


def _before(words: tuple[str, ...], article: str) -> Ends | None:
    if not words:
        return None
    return Ends(re.compile(rf"(?<![\w'-]){alternatives(words)} {article}\Z"))


def _after(words: tuple[str, ...], gap: int) -> re.Pattern[str] | None:
    if not words:
        return None
    small = rf"(?: (?!{alternatives(words)}\b)[a-z]+){{0,{gap}}}" if gap else ""
    return re.compile(rf"(?:'s?)?{small} {alternatives(words)}(?!\w)")
