"""The head of a page: slots that consume its first lines, in order."""

from __future__ import annotations

from typing import Any

from generator.clean.profile import SiteProfile
from generator.clean.rules import Rule, Slot
from generator.clean.sheet import Piece, Reading, Sheet, Take, plain, readings, search

FIRST_LINE = Rule(id="title", reason="title, kept as metadata")


def read_header(sheet: Sheet, profile: SiteProfile) -> Sheet:
    """Return the sheet without the lines that the profile's slots take.

    A slot looks only at what stands after the lines taken before it. A slot that does not find
    its line leaves everything as it is, and the next slot is tried at the same place.
    """
    at = 0
    taken: set[str] = set()
    for slot in profile.header:
        if slot.follows is not None and slot.follows not in taken:
            continue
        if found := _find(slot, sheet.pieces, at):
            at, match = found
            gives = readings(slot, match, sheet.pieces[at].line)
            sheet = sheet.without([Take(at, at + 1, slot, gives)], profile.id)
            taken.add(slot.id)
    return _first_line(sheet, profile) if profile.title == "first-line" else sheet


def _find(slot: Slot, pieces: tuple[Piece, ...], at: int) -> tuple[int, Any] | None:
    for index in range(at, min(at + slot.within, len(pieces))):
        after = pieces[index + 1 : index + 1 + slot.reach]
        seen = _seen(slot, pieces[index].text, after)
        if seen is None or not (match := search(slot.pattern, seen)):
            continue
        if slot.followed_by is None or any(search(slot.followed_by, one.text) for one in after):
            return index, match
    return None


def _seen(slot: Slot, text: str, after: tuple[Piece, ...]) -> str | None:
    """Return the part of a line that a slot's pattern may see, or None if it is not for it."""
    if len(text) > slot.longest:
        return None
    if not slot.ends_with_next:
        return text
    if not after or not text.endswith(after[0].text) or text == after[0].text:
        return None
    return text[: -len(after[0].text)]


def _first_line(sheet: Sheet, profile: SiteProfile) -> Sheet:
    known = any(reading.field == "title" for reading in sheet.readings)
    if known or len(sheet.pieces) < 2:
        return sheet
    first = sheet.pieces[0]
    title = Reading("title", plain(first.text), (f"l{first.line}",))
    return sheet.without([Take(0, 1, FIRST_LINE, (title,))], profile.id)
