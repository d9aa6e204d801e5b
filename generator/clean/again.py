"""A title that is printed once more above the text, as the heading of a film or a transcript."""

from __future__ import annotations

from dataclasses import replace

from generator.clean.profile import SiteProfile
from generator.clean.sheet import Piece, Sheet, cut_of, piece_of


def cut_title_again(sheet: Sheet, profile: SiteProfile) -> Sheet:
    """Return the sheet without the title at the beginning of a piece, if the profile says so.

    Only the first piece that begins with it loses it, and only if more than the title is left of
    the body.
    """
    title = next((one.value for one in sheet.readings if one.field == "title"), None)
    rule = profile.title_again
    if rule is None or title is None:
        return sheet
    index = next((i for i, one in enumerate(sheet.pieces) if _begins(one.text, title)), None)
    if index is None or (len(sheet.pieces) == 1 and sheet.pieces[0].text == title):
        return sheet
    piece = sheet.pieces[index]
    end = piece.start + len(title)
    cut = cut_of((piece.start, end), (piece.line, piece.line), rule, profile.id)
    left = _left(sheet, piece, end)
    pieces = (*sheet.pieces[:index], *left, *sheet.pieces[index + 1 :])
    return replace(sheet, pieces=pieces, cuts=(*sheet.cuts, cut))


def _begins(text: str, title: str) -> bool:
    return text.startswith(title) and (len(text) == len(title) or text[len(title)] in " \u00a0")


def _left(sheet: Sheet, piece: Piece, end: int) -> tuple[Piece, ...]:
    found = piece_of(sheet.text, (end, piece.end), piece.line)
    return (found,) if found else ()
