"""What may be shown of a release: pages, search, exports and feeds all ask here."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Archive, Block, Mention, Release, Rights

EXCERPT = 300
"""Characters of a text that `display: excerpt` lets out."""


def rights(archive: Archive, release: Release) -> Rights:
    """Return the rights of a release: its own, else its outlet's, else everything is shown."""
    if release.head.rights:
        return release.head.rights
    outlet = archive.outlets.get(release.head.outlet)
    return outlet.rights if outlet else Rights()


def shown_blocks(archive: Archive, release: Release) -> tuple[Block, ...]:
    """Return the blocks of a release that may be shown, the last one shortened if need be.

    Offsets into a shortened block are those of its full text: an excerpt only ends early.
    """
    match rights(archive, release).display:
        case "full":
            return release.blocks
        case "excerpt":
            return excerpt(release.blocks)
        case "metadata":
            return ()


def shown(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Return whether a mention's words lie in what is shown.

    Args:
        mention: A mention in a title or block.
        texts: What is shown of the release: id of each block (`title`: its title) → text.
    """
    return mention.end <= len(texts.get(mention.block, ""))


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
