"""What stands around a date in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.resolve.dates.mention import DateMention

HALF_A_YEAR = 183
"""A day of another year than the text's is nearest on one side of it only within this reach."""
NEWS = 13
"""A weekday is the news of two weeks at most; beyond, the narrative has left the text's own time."""
MEMORY = 40
"""So many dates back a date may lean on another: nobody reads further, and time stays linear."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a date: the text's own date and the dates told before."""

    anchor: date | None
    year: int | None
    """The text's year; it may be known where the day is not."""
    here: Sequence[DateMention]
    """Dates told before in the same block."""
    before: Sequence[DateMention]
    """Dates told in the block before."""

    def told(self) -> date | None:
        """Return the day last told, here or in the block before."""
        return next((one.day for one in self.backwards() if one.day), None)

    def backwards(self) -> Iterator[DateMention]:
        """Yield the dates told before, the nearest first."""
        yield from islice(reversed(self.here), MEMORY)
        yield from islice(reversed(self.before), MEMORY)
