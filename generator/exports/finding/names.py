"""The name table: every form of every record's name, and the record it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.authority import FOLDERS, Entity
from generator.lookup import key, sign
from generator.model import Archive, Mention
from generator.resolve import forms

_KINDS = {folder: entity_class.__name__.lower() for folder, entity_class in FOLDERS.items()}
_GROUNDS = ("heading", "variant", "surname", "generated", "declined", "error")
"""Why a form leads to a record; the first that holds is told."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Table:
    """Names by key, and the records by number."""

    keys: Mapping[str, list[list[Any]]]
    """Key → `[number, ground]` or `[number, ground, 1]`: the last for an acronym, which counts only
    in capitals."""
    records: list[dict[str, Any]]


def table(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> Table:
    """Return the name table of an archive: of its records that a release names."""
    made_with = forms.making(archive.entities.values(), archive.vocabulary)
    held = _held(archive, mentions)
    found: dict[str, list[list[Any]]] = defaultdict(list)
    records = []
    for number, entity in enumerate(archive.entities[each] for each in sorted(held)):
        keys = _keys(entity, made_with)
        for one, (ground, capitals) in sorted(keys.items()):
            found[one].append([number, ground, 1] if capitals else [number, ground])
        records.append(_record(entity, sorted(keys)))
    return Table(found, records)


def _held(archive: Archive, mentions: Mapping[str, Sequence[Mention]]) -> set[str]:
    """Return the ids of the records that a release names, may name or is about."""
    about = {event for one in archive.releases.values() for event in one.head.events}
    named = {
        entity
        for inside in mentions.values()
        for mention in inside
        if mention.layer == "named"
        for entity in (*mention.entities, *mention.candidates)
    }
    return (about | named) & archive.entities.keys()


def _keys(entity: Entity, made_with: forms.Making) -> dict[str, tuple[str, bool]]:
    """Return the keys of an entity's names: key → (ground, whether it counts only in capitals)."""
    found: dict[str, tuple[str, bool]] = {}
    for text, ground, capitals in _names(entity, made_with):
        one = key(text)
        known = found.get(one)
        better = known is None or _GROUNDS.index(ground) < _GROUNDS.index(known[0])
        if 1 < len(one) <= _LONGEST and better:
            found[one] = (ground, capitals)
    return found


def _names(entity: Entity, made_with: forms.Making) -> Iterator[tuple[str, str, bool]]:
    yield entity.heading, "heading", False
    for form in forms.of(entity, made_with):
        # What counts only where other words stand around it says too little in a query.
        if form.use != "demonym" and form.needs is None and form.rule in _GROUNDS:
            yield form.text, form.rule, form.is_short


def _record(entity: Entity, keys: list[str]) -> dict[str, Any]:
    folder = next(each for each, kind in FOLDERS.items() if isinstance(entity, kind))
    return {
        "heading": entity.heading,
        "kind": _KINDS[folder],
        "to": f"{folder}/{entity.id}/",
        "sign": sign(entity.id),
        "keys": keys,
    }
