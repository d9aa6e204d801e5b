"""What the checks look at, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.clean.profile import AgencyProfile, SiteProfile
from generator.errors import Level
from generator.model import Archive
from generator.packed import Packed

Loc = tuple[str | int, ...]
"""Where a value stands in a record: field names and indices. A release's block: `("p3",)`."""


@dataclass(frozen=True, slots=True, order=True)
class Finding(Packed):
    """A fault in a sound record: where, what, and the way to mend it.

    Its place is known by field, not by line: checks never see a file. Whoever reads the files
    finds the line.
    """

    path: str
    """Of the file, under content/."""
    at: Loc | int
    """The place in the record, or the line if that is what is known."""
    message: str
    fix: str
    level: Level = "error"


@dataclass(frozen=True)
class Subject:
    """An archive as it was read, with what is needed to tell a fault from its echo."""

    archive: Archive
    sites: Mapping[str, SiteProfile] = field(default_factory=dict)
    agencies: Mapping[str, AgencyProfile] = field(default_factory=dict)
    profile_paths: Mapping[str, str] = field(default_factory=dict)
    """`sites/<id>` and `agencies/<id>` → path of the profile's file."""
    unsound: frozenset[str] = frozenset()
    """What is there but could not be read, so that no reference to it is told: ids of releases,
    outlets and entities, keys of captures, `sites/<id>`, `agencies/<id>`, `vocabulary/<name>`."""

    def could_be(self, name: str, key: str) -> bool:
        """Return whether a reference may lead to a record whose file could not be read."""
        where = {
            "kind": "vocabulary/kinds",
            "context": "vocabulary/contexts",
            "site profile": f"sites/{key}",
            "agency profile": f"agencies/{key}",
        }
        return where.get(name, key) in self.unsound

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the records that a reference of one sort leads to, by id."""
        archive = self.archive
        if name == "context":
            return {context.id: context for context in archive.vocabulary.contexts}
        tables: dict[str, Mapping[str, Any]] = {
            "release": archive.releases,
            "capture": archive.captures,
            "outlet": archive.outlets,
            "kind": archive.kinds,
            "entity": archive.entities,
            "site profile": self.sites,
            "agency profile": self.agencies,
        }
        return tables[name]
