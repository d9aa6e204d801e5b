"""Something to be said of a release's wording, with its ground."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.words import Words

Line = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Something to be said of the wording, with its ground, and the words it is said of."""

    heading: str
    ground: str
    items: tuple[Line, ...]
    known: bool = False
    """Whether it tells nothing that changed."""
    few: int = 6
    """How many of its items the margin names."""
