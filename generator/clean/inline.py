"""Parts of lines: what captures that lost their line ends hold around and between paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.clean.pattern import compiled, groups
from generator.clean.profile import Profile
from generator.clean.rules import Inline, Rule, Split
from generator.clean.sheet import (
    Piece,
    Range,
    Reading,
    Sheet,
    cut_of,
    piece_of,
    readings,
    trimmed,
)
from generator.model import Cut


@dataclass(frozen=True, slots=True)
class _Parts:
    """How one line is divided: spans of the capture's text, in order."""

    kept: list[Range] = field(default_factory=list)
    gone: list[Range] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)


def cut_inline(sheet: Sheet, profile: Profile) -> Sheet:
    """Return the sheet with the profile's `inline` passages cut out of their lines."""
    for rule in profile.inline:
        last = len(sheet.pieces) - 1
        wanted = {"any": range(last + 1), "first": range(1), "last": range(last, last + 1)}
        sheet = _divided(sheet, (rule, profile.id), wanted[rule.lines], _inline(rule))
    return sheet


def split_lines(sheet: Sheet, profile: Profile) -> Sheet:
    """Return the sheet with lines divided at the profile's paragraph marks."""
    for rule in profile.split:
        sheet = _divided(sheet, (rule, profile.id), range(len(sheet.pieces)), _split(rule))
    return sheet


def _divided(
    sheet: Sheet, rule: tuple[Rule, str], wanted: range, divide: Callable[[Piece], _Parts]
) -> Sheet:
    pieces: list[Piece] = []
    cuts: list[Cut] = []
    found: list[Reading] = []
    for index, piece in enumerate(sheet.pieces):
        if index not in wanted:
            pieces.append(piece)
            continue
        parts = divide(piece)
        lines = (piece.line, piece.line)
        gone = (trimmed(sheet.text, *span) for span in parts.gone)
        cuts += [cut_of(taken, lines, *rule) for taken in gone if taken]
        left = (piece_of(sheet.text, span, piece.line) for span in parts.kept)
        pieces += [one for one in left if one]
        found += parts.readings
    cut = replace(sheet, pieces=tuple(pieces), cuts=(*sheet.cuts, *cuts))
    return cut.reading(found)


def _inline(rule: Inline) -> Callable[[Piece], _Parts]:
    def divide(piece: Piece) -> _Parts:
        parts = _Parts()
        at = piece.start
        for match in compiled(rule.pattern).finditer(piece.text):
            stays = list(_stays(rule.pattern, match))
            start, end = match.span(0 if stays else groups(rule.pattern).get("at", 0))
            if start < 0:
                continue
            edges = [piece.start + one for one in (start, *(e for s in stays for e in s), end)]
            parts.kept.append((at, edges[0]))
            parts.kept.extend((piece.start + first, piece.start + last) for first, last in stays)
            parts.gone.extend(zip(edges[::2], edges[1::2], strict=True))
            parts.readings.extend(readings(rule, match, piece.line))
            at = edges[-1]
        parts.kept.append((at, piece.end))
        return parts

    return divide


def _stays(pattern: str, match: Any) -> Iterator[Range]:
    """Yield the spans of a match's `body` groups, in order; one inside another counts once."""
    numbers = [number for name, number in groups(pattern).items() if name.startswith("body")]
    at = 0
    for start, end in sorted(match.span(number) for number in numbers):
        if start >= at and end > start:
            yield start, end
            at = end


def _split(rule: Split) -> Callable[[Piece], _Parts]:
    group = groups(rule.pattern).get("at", 0)

    def divide(piece: Piece) -> _Parts:
        spans = (match.span(group) for match in compiled(rule.pattern).finditer(piece.text))
        gone = [(piece.start + start, piece.start + end) for start, end in spans if start >= 0]
        edges = [piece.start, *(edge for span in gone for edge in span), piece.end]
        return _Parts(list(zip(edges[::2], edges[1::2], strict=True)), gone)

    return divide
