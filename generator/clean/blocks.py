"""Pieces that are left → numbered blocks with their edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.clean import dateline
from generator.clean.cards import cards
from generator.clean.edited import Edited
from generator.clean.headings import headings
from generator.clean.pattern import compiled, groups
from generator.clean.profile import Profile
from generator.clean.rules import Change
from generator.clean.sheet import Piece, Sheet
from generator.clean.tidy import TEXT_RULES, tidy, trimmed
from generator.model import Block, Cut, Edit, Kept


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a release with the proof of where they come from."""

    blocks: tuple[Block, ...]
    kept: tuple[Kept, ...]
    edits: tuple[Edit, ...]
    cuts: tuple[Cut, ...]
    """Lines of which edits left nothing: a lone end mark, a byte order mark."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece with its edits, before it has a number."""

    piece: Piece
    edited: Edited


def number(
    sheet: Sheet,
    profiles: tuple[Profile, ...],
    lifted: dateline.Lifted | None = None,
    marked: frozenset[int] = frozenset(),
) -> Body:
    """Return the body that a sheet's pieces make.

    Args:
        sheet: What is left to be body.
        profiles: The site's and the agency's, in this order; their `edit` and `headings` apply.
        lifted: The dateline that opens one of the pieces.
        marked: 0-based numbers of lines that the page itself marks as headings.
    """
    lines = [_edited(sheet.pieces, index, profiles, lifted) for index in range(len(sheet.pieces))]
    left = [line for line in lines if line.edited.text]
    cuts = tuple(_cut(line, profiles) for line in lines if not line.edited.text)
    texts = tuple(replace(line.piece, text=line.edited.text) for line in left)
    heads = headings(texts, profiles, marked)
    named = list(zip(_ids(heads), left, strict=True))
    return Body(
        tuple(Block(name, line.edited.text) for name, line in named),
        tuple(_kept(name, line.piece) for name, line in named),
        tuple(edit for name, line in named for edit in line.edited.edits(name)),
        cuts,
    )


def _ids(marks: list[bool]) -> Iterator[str]:
    counts = {"h": 0, "p": 0}
    for heading in marks:
        letter = "h" if heading else "p"
        counts[letter] += 1
        yield f"{letter}{counts[letter]}"


def _kept(id_: str, piece: Piece) -> Kept:
    return Kept(id=id_, at=(piece.start, piece.end), line=piece.line)


def _edited(
    pieces: tuple[Piece, ...],
    index: int,
    profiles: tuple[Profile, ...],
    lifted: dateline.Lifted | None,
) -> _Line:
    line = Edited(pieces[index].text)
    if lifted is not None and lifted.piece == index:
        line = line.changed([(0, len(lifted.text), "")], dateline.RULE)
    for profile in profiles:
        line = _without_cards(line, profile)
        for rule in profile.edit:
            wanted = {"any": True, "first": index == 0, "last": index == len(pieces) - 1}
            if wanted[rule.where]:
                line = _changed(line, rule, profile.id)
    return _Line(pieces[index], tidy(trimmed(line)))


def _without_cards(line: Edited, profile: Profile) -> Edited:
    for start, end, rule in reversed(list(cards(line.text, profile.cards))):
        # The space before the card goes with it: one space parts the name from what follows.
        line = line.changed([(start - 1, end, "")], f"{profile.id}.{rule}")
    return line


def _changed(line: Edited, rule: Change, profile: str) -> Edited:
    pattern = compiled(rule.pattern)
    group = groups(rule.pattern).get("at", 0)
    spans = (match.span(group) for match in pattern.finditer(line.text))
    swaps = [(*span, rule.to) for span in spans if span[0] >= 0]
    return line.changed(swaps, f"{profile}.{rule.id}")


def _cut(line: _Line, profiles: tuple[Profile, ...]) -> Cut:
    rule = line.edited.changes[0].rule
    reasons = {rule.id: rule.reason for rule in TEXT_RULES}
    for profile in profiles:
        rules = (*profile.edit, *profile.cards)
        reasons |= {f"{profile.id}.{change.id}": change.reason for change in rules}
    piece = line.piece
    reason = reasons.get(rule, "place and date, kept as metadata")
    return Cut(
        at=(piece.start, piece.end), lines=(piece.line, piece.line), rule=rule, reason=reason
    )
