"""Dates in figures, alike in every language."""

from __future__ import annotations

import re

from generator.resolve.dates.grammar import Pattern, possible
from generator.resolve.dates.mention import Expression, Part

_MONTHS = 12
_ISO = r"(?<![\w./-])(?P<y>(?:1[5-9]|2[01])\d\d)(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\w/-])\.?"
_DOTS = r"(?<![\w./-])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:1[5-9]|2[01])\d\d)(?![\w/-])"
_SLASHES = r"(?<![\w./-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:1[5-9]|2[01])\d\d)(?![\w/-])"


def _parts(match: re.Match[str]) -> Expression | None:
    part = Part(int(match["y"]), int(match["m"]), int(match["d"]))
    if not (possible(part) and part.day):
        return None
    return Expression(match.start(), match.end(), "calendar", part)


def _slashes(match: re.Match[str]) -> Expression | None:
    """Read `24/04/2025`; `02/11/2024` has two readings, and only an outlet can say which."""
    first, second = int(match["a"]), int(match["b"])
    if first <= _MONTHS and second <= _MONTHS and first != second:
        return Expression(match.start(), match.end(), "open", why="day-or-month-first")
    day, month = (first, second) if second <= _MONTHS else (second, first)
    part = Part(int(match["y"]), month, day)
    if not (possible(part) and day):
        return None
    return Expression(match.start(), match.end(), "calendar", part)


PATTERNS = (
    Pattern(re.compile(_ISO), _parts),
    Pattern(re.compile(_DOTS), _parts),
    Pattern(re.compile(_SLASHES), _slashes),
)
"""Year first; day first with full stops (ISO 8601; DIN 5008 and GOST R 7.0.97); with strokes."""
