"""A figure of quality, and the floor under it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How many of the things looked at came out right."""

    name: str
    """What was looked at; the key of its floor in `floors.json`."""
    right: int
    of: int
    faults: tuple[str, ...] = ()
    """The first of those that did not, for `--faults`."""

    @property
    def share(self) -> float:
        """The share that came out right; nothing to look at counts as none right."""
        return self.right / self.of if self.of else 0.0


class Absent(Exception):
    """What a topic measures is not there; the text says what."""


def counted(name: str, results: dict[str, bool]) -> Measure:
    """Return the measure of one result for each thing looked at."""
    bad = tuple(key for key, right in results.items() if not right)
    return Measure(name, len(results) - len(bad), len(results), bad)
