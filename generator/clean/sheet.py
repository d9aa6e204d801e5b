"""The sheet that a capture is cleaned on: what is still body, and what was taken away.

A sheet is a value. Each stage of cleaning takes one and returns another in which some pieces have
become cuts, captions or readings; nothing is ever written into a piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.clean import dates
from generator.clean.edited import Edited
from generator.clean.lines import lines
from generator.clean.pattern import DATES, FIELDS, compiled, groups
from generator.clean.rules import LineRule, Rule
from generator.clean.tidy import tidy
from generator.model import Caption, Cut, Precision, Status

Range = tuple[int, int]
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of one, without the white space around it."""

    start: int
    end: int
    """Half-open span in the capture's text."""
    line: int
    """1-based number of its line."""
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A field as one rule read it."""

    field: str
    value: str
    """As printed; of a date, ISO text, or `--MM-DD` while the year is not known."""
    evidence: tuple[str, ...]
    status: Status = "stated"
    precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class Take:
    """Pieces that a rule claims: `first` … `last`, half-open indices."""

    first: int
    last: int
    rule: Rule
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A capture while it is cleaned."""

    text: str
    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...] = ()
    captions: tuple[Caption, ...] = ()
    readings: tuple[Reading, ...] = ()

    def without(self, takes: Iterable[Take], profile: str) -> Sheet:
        """Return the sheet without the pieces of each take (in order, apart): one cut for each."""
        left: list[Piece] = []
        cuts: list[Cut] = []
        found: list[Reading] = []
        at = 0
        for take in takes:
            gone = self.pieces[take.first : take.last]
            span, lines_ = (gone[0].start, gone[-1].end), (gone[0].line, gone[-1].line)
            cuts.append(cut_of(span, lines_, take.rule, profile))
            left += self.pieces[at : take.first]
            found += (reading for reading in take.readings if reading.value)
            at = take.last
        left += self.pieces[at:]
        return replace(
            self,
            pieces=tuple(left),
            cuts=(*self.cuts, *cuts),
            readings=(*self.readings, *found),
        )

    def reading(self, found: Iterable[Reading]) -> Sheet:
        """Return the sheet with readings added."""
        return replace(self, readings=(*self.readings, *found))


def opened(text: str) -> Sheet:
    r"""Return the sheet of a capture: a piece for each line that is not blank.

    >>> [(piece.line, piece.text) for piece in opened("A\r\n\n  B ").pieces]
    [(1, 'A'), (3, 'B')]
    """
    return Sheet(text, tuple(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    for number, (start, end) in enumerate(lines(text), start=1):
        if found := trimmed(text, start, end):
            yield Piece(*found, number, text[found[0] : found[1]])


def trimmed(text: str, start: int, end: int) -> Range | None:
    """Return the span without white space at its ends; None if nothing is left."""
    part = text[start:end]
    if not (left := part.lstrip()):
        return None
    start = end - len(left)
    return start, start + len(left.rstrip())


def piece_of(text: str, span: Range, line: int) -> Piece | None:
    """Return the piece that stands at `span` of the text, in the line `line`."""
    found = trimmed(text, *span)
    return Piece(*found, line, text[found[0] : found[1]]) if found else None


def cut_of(span: Range, lines_: Range, rule: Rule, profile: str) -> Cut:
    """Return a rule's cut as the apparatus tells it."""
    return Cut(at=span, lines=lines_, rule=f"{profile}.{rule.id}", reason=rule.reason)


def readings(rule: LineRule, match: Any, line: int) -> tuple[Reading, ...]:
    """Return the fields that a rule's match gives; a date that is none gives nothing."""
    return tuple(_readings(rule, match, (f"l{line}",)))


def _readings(rule: LineRule, match: Any, evidence: tuple[str, ...]) -> Iterator[Reading]:
    for name in groups(rule.pattern):
        if name in FIELDS and (printed := (match[name] or "").strip()):
            value = dated(printed, rule.dates) if name in DATES else plain(printed)
            if value:
                yield Reading(name, value, evidence, rule.status, rule.precision)
    yield from constants(rule.sets, evidence, rule.status)


def constants(
    given: Mapping[str, str], evidence: tuple[str, ...], status: Status
) -> Iterator[Reading]:
    """Yield the fields that a rule sets whenever it applies."""
    for name, value in given.items():
        yield Reading(name, value, evidence, status)


def dated(printed: str, formats: tuple[str, ...]) -> str | None:
    """Return a printed date as ISO text, `--MM-DD` without a year, or None if it is no date.

    >>> dated("July 13", ("Month D",))
    '--07-13'
    """
    found = dates.read(printed, formats)
    if found is None:
        return None
    if found.year is None:
        return f"--{found.month:02}-{found.day:02}" if found.day else None
    return found.iso()


def plain(text: str) -> str:
    """Return printed words as a field has them: spaces plain, no character that prints nothing."""
    return tidy(Edited(text)).text


def search(pattern: str, text: str) -> Any:
    """Return the first match of a profile's pattern in a line, or None.

    Patterns see every kind of space as a plain one; offsets are those of the line.
    """
    return compiled(pattern).search(spaced(text))


def spaced(text: str) -> str:
    r"""Return the text with each kind of space that a layout prints as a plain space.

    >>> spaced("Date:\u00a02 May")
    'Date: 2 May'
    """
    return text if text.isascii() else text.translate(_SPACES)
