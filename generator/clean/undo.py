"""Undoing a cleaning: the proof that nothing was lost on the way from capture to release.

Blocks with their edits undone, and the cuts, lie side by side in the capture's text; between them
there is only white space.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.clean.lines import line_of
from generator.errors import visible
from generator.model import Block, Capture, Edit


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place at which a release and its capture do not fit together."""

    line: int
    """1-based line of the capture."""
    why: str
    block: str | None = None
    """The block in question, if it is one."""


class Unlike(ValueError):
    """A release is not what its capture and its apparatus give; `difference` says where."""

    def __init__(self, difference: Difference) -> None:
        """Keep the difference; its sentence is the exception's text."""
        super().__init__(difference.why)
        self.difference = difference


def restore(blocks: Iterable[Block], capture: Capture, text: str) -> str:
    """Return the capture's text, put together again from the release and its apparatus.

    Args:
        blocks: The release's blocks as published, emendations undone.
        capture: The sidecar: where blocks stand, what was cut and edited.
        text: The capture's text.

    Raises:
        Unlike: Something differs, overlaps or is missing; nothing but the first place is told.
    """
    by_id = {block.id: block for block in blocks}
    _same_blocks(by_id, capture)
    parts: list[str] = []
    at = 0
    for start, end, block, line in _tiles(capture):
        if start < at:
            raise Unlike(Difference(line, f"two records claim character {start}", block))
        if gap := text[at:start].strip():
            where = line_of(text, text.index(gap, at))
            raise Unlike(Difference(where, f"neither kept nor cut: `{visible(gap, 60)}`"))
        whole = _original(by_id, capture, block) if block else text[start:end]
        if whole != text[start:end]:
            raise Unlike(Difference(line, _unlike(whole, text[start:end]), block))
        parts += (text[at:start], whole)
        at = end
    if rest := text[at:].strip():
        where = line_of(text, text.index(rest, at))
        raise Unlike(Difference(where, f"neither kept nor cut: `{visible(rest, 60)}`"))
    _captions(capture, text)
    return "".join([*parts, text[at:]])


def _same_blocks(by_id: Mapping[str, Block], capture: Capture) -> None:
    kept = [one.id for one in capture.blocks]
    for one in capture.blocks:
        if one.id not in by_id:
            raise Unlike(Difference(one.line, f"block `{one.id}` is not in the release", one.id))
    for name in by_id:
        if name not in kept:
            raise Unlike(Difference(1, f"block `{name}` is not in the capture", name))
    for edit in capture.edits:
        if edit.block not in by_id:
            raise Unlike(Difference(1, f"an edit is of `{edit.block}`, which is no block"))


def _tiles(capture: Capture) -> list[tuple[int, int, str | None, int]]:
    kept = [(*one.at, one.id, one.line) for one in capture.blocks]
    cuts = [(*cut.at, None, cut.lines[0]) for cut in capture.cuts]
    return sorted([*kept, *cuts], key=lambda tile: tile[:2])


def _original(by_id: Mapping[str, Block], capture: Capture, block: str) -> str:
    edits = [edit for edit in capture.edits if edit.block == block]
    return undone(by_id[block].text, edits)


def undone(text: str, edits: Iterable[Edit]) -> str:
    """Return a block's text with its edits undone, from the last to the first.

    Raises:
        Unlike: What an edit is said to have written does not stand there.
    """
    for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
        end = edit.at + len(edit.after)
        if text[edit.at : end] != edit.after or edit.at > len(text):
            why = f"edit `{edit.rule}` at {edit.at} does not find `{visible(edit.after, 40)}`"
            raise Unlike(Difference(1, why, edit.block))
        text = text[: edit.at] + edit.before + text[end:]
    return text


def redone(text: str, edits: Iterable[Edit]) -> str:
    """Return what edits made of a block's text in the capture, from the first to the last.

    Raises:
        Unlike: What an edit is said to have found does not stand there.
    """
    parts: list[str] = []
    at = grown = 0
    for edit in sorted(edits, key=lambda edit: edit.at):
        start = edit.at - grown
        if start < at or text[start : start + len(edit.before)] != edit.before:
            why = f"edit `{edit.rule}` at {edit.at} does not find `{visible(edit.before, 40)}`"
            raise Unlike(Difference(1, why, edit.block))
        parts += (text[at:start], edit.after)
        at = start + len(edit.before)
        grown += len(edit.after) - len(edit.before)
    return "".join([*parts, text[at:]])


def given(capture: Capture, text: str) -> tuple[Block, ...]:
    """Return the blocks that a capture's apparatus makes of its text; no release is needed.

    Raises:
        Unlike: An edit does not fit, or a letter of the text is neither kept nor cut.
    """
    blocks = tuple(
        Block(
            kept.id,
            redone(text[slice(*kept.at)], (one for one in capture.edits if one.block == kept.id)),
        )
        for kept in capture.blocks
    )
    restore(blocks, capture, text)
    return blocks


def _unlike(found: str, wanted: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), None)
    at = min(len(found), len(wanted)) if at is None else at
    return (
        f"the release has `{visible(found[at : at + 30])}` where the capture has "
        f"`{visible(wanted[at : at + 30])}`"
    )


def _captions(capture: Capture, text: str) -> None:
    for caption in capture.captions:
        if caption.text not in text:
            why = f"caption `{visible(caption.text, 40)}` is not in the capture"
            raise Unlike(Difference(caption.lines[0], why))
