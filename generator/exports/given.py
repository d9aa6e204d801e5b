"""Mentions as data files give them: one entry for each entity named, within what may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.model import Archive, Mention, Release
from generator.rights import shown


def mentions(
    archive: Archive, release: Release, found: Iterable[Mention]
) -> Iterator[dict[str, Any]]:
    """Yield the mentions of a release whose words may be shown, by place in the text.

    Words that name several entities (`the two countries`) give an entry for each; words that are
    not settled give one whose `entity` is null and whose `candidates` say what they may be.

    Args:
        archive: The archive, for its rights.
        release: Whose mentions they are.
        found: Its mentions.
    """
    texts = {"title": release.head.title.value if release.head.title else ""}
    texts |= {block.id: block.text for block in shown(release, archive.outlets).blocks}
    order = {name: number for number, name in enumerate(texts)}
    for mention in sorted(
        (one for one in found if one.end <= len(texts.get(one.block, ""))),
        key=lambda one: (order[one.block], one.start, -one.end, one.layer, one.entities),
    ):
        for entity in mention.entities or (None,):
            yield {
                "block": mention.block,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "entity": entity,
                "layer": mention.layer,
                "rule": mention.rule,
                "candidates": list(mention.candidates),
            }
