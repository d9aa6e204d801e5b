"""Faults, and how they are told: as values with file, line and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.packed import Packed

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem(Packed):
    """One fault in something that a person wrote or sent, with the way to mend it.

    `message` and `fix` are one sentence each, without a full stop; `fix` is an order.
    Characters that a terminal could act on have been escaped by whoever made the sentence
    (see `visible`).
    """

    path: str
    line: int
    message: str
    fix: str
    level: Level = "error"

    def __str__(self) -> str:
        """Return the two-line report that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}: {self.level}: {self.message}\n    fix: {self.fix}"


class Refused(Exception):
    """Something was not taken or not done, for the reasons given; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; their reports, joined, are the exception's text."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def visible(text: str, limit: int = 120) -> str:
    r"""Return `text` safe to print in one line: controls and invisible marks are escaped.

    Args:
        text: Anything, also hostile.
        limit: The greatest number of characters kept; a longer text ends in `…`.

    >>> visible("a\u202eb\x1b[31m\n")
    'a\\u202eb\\x1b[31m\\n'
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return cut if cut.isprintable() else "".join(map(_shown, cut))


def _shown(character: str) -> str:
    # str.isprintable is false for Cc, Cf, Co, Cs, Cn and every separator but the plain space.
    return character if character.isprintable() else character.encode("unicode_escape").decode()
