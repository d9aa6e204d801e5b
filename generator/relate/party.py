"""Who speaks in a paragraph: the one party that opens it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.authority import Entity, Place
from generator.model import Block, Mention

_ARTICLE = 5
"""A party's name may stand after an article: so many characters into the paragraph."""
_JOINED = re.compile(r"[-–—/]|[’']?s?,? ?(?:and|und|et|и|및)\b|,")


def opening_party(
    block: Block, mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> str | None:
    """Return the state that alone opens a paragraph as its subject, or None.

    `The X side expressed …`, `The Y government …`, `Z reiterated …`; not `The X and Y sides`,
    not `The X-Y relations`, not `Both sides`.

    Args:
        block: The paragraph.
        mentions: Of its release; those of other blocks are passed over.
        entities: Authority records; a party is a place with `state: true`, or one that stands
            for it by metonymy.
    """
    opening = [one for one in mentions if one.block == block.id and one.start < _ARTICLE]
    parties = {
        state for one in opening for entity in one.entities if (state := _state(entity, entities))
    }
    if len(parties) != 1 or any(len(one.entities) > 1 for one in opening):
        return None
    named = [one for one in opening if any(_state(entity, entities) for entity in one.entities)]
    joined = any(_JOINED.match(block.text, one.end) for one in named)
    return None if joined else parties.pop()


def _state(entity: str, entities: Mapping[str, Entity]) -> str | None:
    place = entities.get(entity)
    if not isinstance(place, Place):
        return None
    return entity if place.state else place.metonym_for
