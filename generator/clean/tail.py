"""The end of a page: what stands under the release, from a marker on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.profile import Profile
from generator.clean.rules import Newest, Tail
from generator.clean.sheet import Piece, Reading, Sheet, Take, dated, readings, search


def cut_tails(sheet: Sheet, profile: Profile) -> Sheet:
    """Return the sheet without what the profile's tails take, each at most once."""
    for tail in profile.tail:
        sheet = _cut(sheet, tail, profile.id)
    return sheet


def _cut(sheet: Sheet, tail: Tail, profile: str) -> Sheet:
    for index, piece in enumerate(sheet.pieces):
        match = search(tail.pattern, piece.text)
        if match and _confirmed(tail, sheet.pieces[index + 1 :]):
            last = _end(tail, sheet.pieces, index)
            gone = sheet.pieces[index:last]
            found = (*readings(tail, match, piece.line), *_newest(tail.newest, gone))
            return sheet.without([Take(index, last, tail, found)], profile)
    return sheet


def _confirmed(tail: Tail, after: tuple[Piece, ...]) -> bool:
    if tail.confirm is None or not after:
        return True
    return any(search(tail.confirm, piece.text) for piece in after)


def _end(tail: Tail, pieces: tuple[Piece, ...], first: int) -> int:
    if tail.until is not None:
        for index in range(first + 1, len(pieces)):
            if search(tail.until, pieces[index].text):
                return index
    return len(pieces)


def _newest(newest: Newest | None, pieces: tuple[Piece, ...]) -> Iterator[Reading]:
    """Yield the newest date among the tail's lines: the page cannot be older than its teasers."""
    if newest is None:
        return
    best: tuple[str, int] | None = None
    for piece in pieces:
        match = search(newest.pattern, piece.text)
        value = dated(match[newest.field], newest.dates) if match else None
        if value and not value.startswith("-") and (best is None or value > best[0]):
            best = value, piece.line
    if best:
        evidence = (f"l{best[1]}",)
        yield Reading(newest.field, best[0], evidence, "inferred", newest.precision)
