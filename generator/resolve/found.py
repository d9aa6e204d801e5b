"""What a rule found: a mention in the making, with offsets in the reading's text."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Layer, Mention
from generator.resolve.reading import Reading


class Found(NamedTuple):
    """A span of the reading's text that names entities, or may."""

    start: int
    end: int
    entities: tuple[str, ...]
    layer: Layer
    rule: str
    candidates: tuple[str, ...] = ()

    def mention(self, reading: Reading) -> Mention:
        """Return it as a mention, with offsets in its block."""
        block, start, end, text = reading.source(self.start, self.end)
        return Mention(
            reading.release,
            block,
            start,
            end,
            text,
            self.entities,
            self.layer,
            self.rule,
            self.candidates,
        )


def ambiguous(start: int, end: int, candidates: tuple[str, ...], rule: str) -> Found:
    """Return a mention that may be of several entities and is settled for none."""
    return Found(start, end, (), "named", rule, tuple(sorted(candidates)))
