"""`entities.jsonl`: the authority records, one on each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.authority import FOLDERS, Entity
from generator.exports import jsontext
from generator.model import Archive
from generator.record import as_json

# What every record has; what only some classes have goes into `details`, if they say anything.
_COMMON = ("id", "heading", "variants", "errors", "sources", "note", "see_also")
_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}


def lines(archive: Archive) -> Iterator[str]:
    """Yield a line for each entity, in the order of their ids."""
    return jsontext.lines(record(archive.entities[key]) for key in sorted(archive.entities))


def record(entity: Entity) -> dict[str, Any]:
    """Return one authority record as its line gives it."""
    fields = as_json(entity)
    return {
        "id": entity.id,
        "kind": type(entity).__name__.lower(),
        "page": f"{_FOLDER[type(entity)]}/{entity.id}/",
        **{name: fields[name] for name in _COMMON if name != "id"},
        "details": {
            name: value
            for name, value in fields.items()
            if name not in _COMMON and value not in (None, [])
        },
    }
