"""Whether the words around a date speak of what is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Tense = Literal["coming", "past"]

_REACH = 160
"""How far a sentence is read before and after a date, in characters."""
_END = re.compile(r"(?<=[a-zа-яё가-힣0-9)”\"])[.!?。]+[\s”\"]+")


@dataclass(frozen=True, slots=True)
class Cues:
    """A language's words for the future and the past, as regular expressions."""

    coming: str
    past: str
    opening: str
    """What may stand between the beginning of a sentence and a date that opens it."""
    _coming: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _past: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _opening: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the three."""
        for name in ("coming", "past", "opening"):
            edge = r"(?![^\W\d_])" if name != "opening" else ""
            start = r"(?<![^\W\d_])" if name != "opening" else ""
            pattern = re.compile(rf"{start}(?:{getattr(self, name)}){edge}")
            object.__setattr__(self, f"_{name}", pattern)

    def at(self, text: str, start: int, end: int) -> Tense | None:
        """Return the tense of the words around the date at `start`–`end`, None if they have none.

        The nearest verb before the date in its sentence decides, or one right after it; for a
        date that opens the sentence, the first verb after it: "said on November 1 that it will"
        is past, "said that it will open on November 1" is to come.
        """
        before = _END.split(text[max(0, start - _REACH) : start])[-1]
        after = _END.split(text[end : end + _REACH])[0]
        if self._opening.fullmatch(before):
            return _first(self._coming.search(after), self._past.search(after))
        if self._past.match(after.lstrip()):
            return "past"
        coming, past = _last(self._coming, before), _last(self._past, before)
        if max(coming, past) < 0:
            return None
        # A word of both lists ("slated" ends like a past) speaks of the future.
        return "coming" if coming >= past else "past"


def _first(coming: re.Match[str] | None, past: re.Match[str] | None) -> Tense | None:
    if coming and (past is None or coming.start() <= past.start()):
        return "coming"
    return "past" if past else None


def _last(cue: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in cue.finditer(text)), default=-1)
