"""Datelines: the place and date that open a news text, lifted out of its first paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.clean.pattern import groups
from generator.clean.profile import Profile
from generator.clean.rules import DatelineForm
from generator.clean.sheet import Piece, Reading, constants, dated, search

RULE = "dateline.lift"


@dataclass(frozen=True, slots=True)
class Lifted:
    """A dateline as it was found."""

    piece: int
    """Index of the piece that it opens."""
    text: str
    """All that is lifted, the white space behind it too."""
    place: str | None
    date: str | None
    """ISO text, or `--MM-DD` while the year is not known."""
    agency: str | None
    """As printed in its brackets."""
    evidence: str
    readings: tuple[Reading, ...]


def find(pieces: tuple[Piece, ...], profiles: tuple[Profile, ...]) -> Iterator[Lifted]:
    """Yield the dateline of each piece that opens with one, by the first form that fits it."""
    forms = tuple(form for profile in profiles for form in profile.dateline)
    for index, piece in enumerate(pieces if forms else ()):
        for form in forms:
            if match := search(form.pattern, piece.text):
                yield _lifted(index, piece, form, match)
                break


def _lifted(index: int, piece: Piece, form: DatelineForm, match: Any) -> Lifted:
    rest = piece.text[match.end() :]
    end = len(piece.text) - len(rest.lstrip())
    evidence = f"l{piece.line}"
    date = _group(form, match, "date")
    return Lifted(
        index,
        piece.text[:end],
        _group(form, match, "place"),
        dated(date, form.dates) if date else None,
        _group(form, match, "agency"),
        evidence,
        tuple(constants(form.sets, (evidence,), "stated")),
    )


def _group(form: DatelineForm, match: Any, name: str) -> str | None:
    found = match[name] if name in groups(form.pattern) else None
    return found.strip() if found and found.strip() else None
