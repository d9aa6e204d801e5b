"""What may be shown of a release: pages, search, exports and feeds all ask here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Block, Outlet, Release, Rights

EXCERPT = 300
"""Characters of a text that `display: excerpt` lets out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a release that may be shown."""

    rights: Rights
    blocks: tuple[Block, ...]
    """In order; the last one is shortened where an excerpt ends in it."""
    whole: bool
    """Whether all of the text is free; false too for an excerpt that a short text fits in."""


def of(release: Release, outlets: Mapping[str, Outlet]) -> Rights:
    """Return the rights of a release: its own, else its outlet's, else everything is shown."""
    if release.head.rights:
        return release.head.rights
    outlet = outlets.get(release.head.outlet)
    return outlet.rights if outlet else Rights()


def shown(release: Release, outlets: Mapping[str, Outlet]) -> Shown:
    """Return what may be shown of a release.

    Offsets into a block that is shown, also into a shortened one, are those of its full text: an
    excerpt only ends early.
    """
    rights = of(release, outlets)
    match rights.display:
        case "full":
            blocks = release.blocks
        case "excerpt":
            blocks = excerpt(release.blocks)
        case "metadata":
            blocks = ()
    return Shown(rights, blocks, whole=rights.display == "full")


def excerpt(blocks: tuple[Block, ...], longest: int = EXCERPT) -> tuple[Block, ...]:
    """Return the blocks that begin a text, `longest` characters in all, cut between words.

    >>> excerpt((Block("p1", "One two"), Block("p2", "three four")), longest=13)
    (Block(id='p1', text='One two'), Block(id='p2', text='three'))
    """
    kept: list[Block] = []
    for block in blocks:
        text = _begin(block.text, longest)
        if text:
            kept.append(Block(block.id, text))
        if text != block.text:
            break
        longest -= len(text)
    return tuple(kept)


def _begin(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    begin, space, _ = text[: longest + 1].rpartition(" ")
    return begin if space else text[:longest]
