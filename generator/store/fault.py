"""A fault of which only the line is known yet: whoever reads the file adds its path."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Level, Problem
from generator.packed import Packed


@dataclass(frozen=True, slots=True)
class LineFault(Packed):
    """What is wrong in a line of one file, and the way to mend it."""

    line: int
    message: str
    fix: str
    level: Level = "error"

    def within(self, path: str) -> Problem:
        """Return the fault as a problem of the file at `path`."""
        return Problem(path, self.line, self.message, self.fix, self.level)
