"""What reading content/ gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.clean.profile import AgencyProfile, SiteProfile
from generator.errors import Problem
from generator.model import Archive


@dataclass(frozen=True, slots=True)
class Profiles:
    """The cleaning profiles of content/profiles, by id, in the order of the ids."""

    sites: Mapping[str, SiteProfile] = field(default_factory=dict)
    agencies: Mapping[str, AgencyProfile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The sound records of content/, and every fault met while reading it."""

    archive: Archive
    profiles: Profiles
    problems: tuple[Problem, ...]
    """In the order of paths and lines; paths begin with the content folder as it was given."""
    unsound: frozenset[str]
    """What is there but could not be taken, so that a reference to it is no second fault: ids of
    releases, outlets and entities, keys of captures, paths of pages, `sites/<id>`,
    `agencies/<id>`, `vocabulary/<name>`."""
    profile_paths: Mapping[str, str] = field(default_factory=dict)
    """`sites/<id>` and `agencies/<id>` → path of the profile's file under content/."""
