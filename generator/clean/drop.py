"""Whole lines that are furniture, anywhere in the body or at its edges."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.profile import Profile
from generator.clean.rules import Drop
from generator.clean.sheet import Piece, Sheet, Take, readings, search


def drop_lines(sheet: Sheet, profile: Profile) -> Sheet:
    """Return the sheet without the lines that the profile's `drop` rules take."""
    for position, takes in (("anywhere", _anywhere), ("first", _from_edge), ("last", _to_edge)):
        rules = [rule for rule in profile.drop if rule.position == position]
        if rules:
            sheet = sheet.without(takes(sheet.pieces, rules), profile.id)
    return sheet


def _anywhere(pieces: tuple[Piece, ...], rules: list[Drop]) -> Iterator[Take]:
    found = (_take(pieces, index, rules) for index in range(len(pieces)))
    return (take for take in found if take)


def _from_edge(pieces: tuple[Piece, ...], rules: list[Drop]) -> Iterator[Take]:
    # The edge moves inwards: a stamp under a sign-off under the last paragraph.
    for index in range(len(pieces)):
        take = _take(pieces, index, rules)
        if take is None:
            break
        yield take


def _to_edge(pieces: tuple[Piece, ...], rules: list[Drop]) -> Iterator[Take]:
    found: list[Take] = []
    for index in reversed(range(len(pieces))):
        take = _take(pieces, index, rules)
        if take is None:
            break
        found.append(take)
    return reversed(found)


def _take(pieces: tuple[Piece, ...], index: int, rules: list[Drop]) -> Take | None:
    piece = pieces[index]
    for rule in rules:
        if match := search(rule.pattern, piece.text):
            return Take(index, index + 1, rule, readings(rule, match, piece.line))
    return None
