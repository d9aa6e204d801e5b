"""Headings inside a text: short lines of their own between paragraphs."""

from __future__ import annotations

from itertools import pairwise

from generator.clean.profile import Profile
from generator.clean.rules import Headings
from generator.clean.sheet import Piece, search

# A line that ends so is a sentence, a question, a quotation or the opening of one.
ENDS = ".,;:!?…。！？؟،؛։।\"'”’»)]"


def headings(
    pieces: tuple[Piece, ...], profiles: tuple[Profile, ...], marked: frozenset[int]
) -> list[bool]:
    """Return for each piece whether the page or one of the profiles takes it for a heading.

    `marked` are the 0-based numbers of the lines that the page takes for one. For a profile:

    It is short, ends in no punctuation, stands between two pieces and, where the capture has
    blank lines, apart from both; what follows is longer than it.
    """
    forms = [profile.headings for profile in profiles if profile.headings]
    found = [piece.line - 1 in marked for piece in pieces]
    spaced = bool(forms) and has_blank_lines(pieces)
    for index in range(1, len(pieces) - 1):
        near = pieces[index - 1], pieces[index], pieces[index + 1]
        apart = near[1].line - near[0].line > 1 and near[2].line - near[1].line > 1
        if not found[index] and (apart or not spaced):
            found[index] = any(_is_heading(near[1], near[2], form) for form in forms)
    return found


def _is_heading(piece: Piece, after: Piece, form: Headings) -> bool:
    if len(piece.text) > form.longest or piece.text[-1] in ENDS:
        return False
    if form.never is not None and search(form.never, piece.text):
        return False
    return len(after.text) > len(piece.text)


def has_blank_lines(pieces: tuple[Piece, ...]) -> bool:
    """Return whether blank lines set most pieces apart."""
    gaps = sum(1 for one, two in pairwise(pieces) if two.line - one.line > 1)
    return gaps * 2 > len(pieces) - 1
