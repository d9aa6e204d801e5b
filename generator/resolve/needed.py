"""What of the authority records is looked at when texts are read and related.

The rest can change without a text being read again: whoever asks is given no more than this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.authority import Entity, Formula

_UNREAD: Mapping[str, Any] = {
    "note": None,
    "see_also": (),
    "formerly": (),
    "read_with": (),
    "slots": (),
    "labels": (),
    "alignments": (),
}
"""Fields that say nothing of names, and what stands in them then."""


def needed(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Return the records without what is not looked at; formulae name nobody and are left out."""
    return {key: _bare(one) for key, one in entities.items() if not isinstance(one, Formula)}


def _bare(entity: Entity) -> Entity:
    filled = [name for name, empty in _UNREAD.items() if getattr(entity, name, empty) != empty]
    return replace(entity, **{name: _UNREAD[name] for name in filled}) if filled else entity
