"""Lines that a page prints twice: a picture's caption, the name over a note on the author."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.clean.profile import Profile, SiteProfile
from generator.clean.sheet import Piece, Reading, Sheet, Take, plain, search
from generator.model import Caption

LONGEST_NAME = 80
# A picture's alternative text has straight marks where its caption has curved ones.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def same(first: str, second: str) -> bool:
    """Return whether two lines are one, without regard to the shape of quotation marks."""
    return first == second or first.translate(_STRAIGHT) == second.translate(_STRAIGHT)


def lift_author_note(sheet: Sheet, profile: SiteProfile) -> Sheet:
    """Return the sheet without `Name`, `Name`, `Name is a …`; the name becomes the author."""
    rule = profile.author_note
    if rule is None:
        return sheet
    for index in range(len(sheet.pieces) - 2):
        name, again, note = sheet.pieces[index : index + 3]
        if (
            len(name.text) <= LONGEST_NAME
            and same(name.text, again.text)
            and note.text.startswith(again.text)
            and search(rule.bio, note.text[len(again.text) :])
        ):
            author = Reading("author", plain(name.text), (f"l{name.line}",))
            return sheet.without([Take(index, index + 3, rule, (author,))], profile.id)
    return sheet


def lift_captions(sheet: Sheet, profile: Profile) -> Sheet:
    """Return the sheet with each pair of equal lines cut and kept once as a caption."""
    rule = profile.captions
    if rule is None:
        return sheet
    takes: list[Take] = []
    captions: list[Caption] = []
    for index, (first, second) in enumerate(pairwise(sheet.pieces)):
        taken = bool(takes) and takes[-1].last > index
        if not taken and _is_pair(first, second) and len(first.text) <= rule.longest:
            kept = first if rule.keep == "first" else second
            captions.append(Caption(text=kept.text, lines=(first.line, second.line)))
            takes.append(Take(index, index + 2, rule))
    sheet = sheet.without(takes, profile.id)
    return replace(sheet, captions=(*sheet.captions, *captions))


def _is_pair(first: Piece, second: Piece) -> bool:
    # No blank line between them: a refrain of a text is set apart, a caption is not.
    return second.line == first.line + 1 and same(first.text, second.text)
