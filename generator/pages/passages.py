"""A release's blocks as pieces: text, and the words that lead to a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.changes import short_hash
from generator.model import Block, Mention, Release
from generator.pages.holdings import Holdings
from generator.pages.words import Words


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as a page prints it; the texts of its pieces, joined, are the block's text."""

    id: str
    is_heading: bool
    pieces: tuple[Words, ...]
    hash: str = ""
    """Of a paragraph's whole text, by which its number cites it; headings have none."""


def passages(holdings: Holdings, release: Release) -> tuple[Passage, ...]:
    """Return what may be shown of a release, with each entity linked once in a block."""
    linked: dict[str, list[Mention]] = {}
    for mention in holdings.mentions.get(release.id, ()):
        if mention.layer == "named" and len(mention.entities) == 1 and holdings.is_shown(mention):
            linked.setdefault(mention.block, []).append(mention)
    full = {block.id: block.text for block in release.blocks}
    return tuple(
        Passage(
            block.id,
            block.is_heading,
            tuple(_pieces(holdings, block, linked.get(block.id, ()))),
            "" if block.is_heading else short_hash(full[block.id]),
        )
        for block in holdings.shown[release.id].blocks
    )


def block_name(block: str) -> str:
    """Return how a block is spoken of.

    >>> block_name("p7"), block_name("h1"), block_name("title")
    ('¶ 7', 'heading 1', 'title')
    """
    number = block[1:]
    return f"{'¶' if block[0] == 'p' else 'heading'} {number}" if number.isdigit() else block


def _pieces(holdings: Holdings, block: Block, mentions: Iterable[Mention]) -> Iterator[Words]:
    done = 0
    seen: set[str] = set()
    # A heading is a place to land on; links inside it would be in the way.
    for mention in () if block.is_heading else sorted(mentions, key=lambda each: each.start):
        entity = mention.entities[0]
        if entity in seen or mention.start < done or entity not in holdings.paths:
            continue
        seen.add(entity)
        if mention.start > done:
            yield Words(block.text[done : mention.start])
        yield Words(block.text[mention.start : mention.end], to=holdings.paths[entity])
        done = mention.end
    if done < len(block.text):
        yield Words(block.text[done:])
