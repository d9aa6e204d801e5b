"""What goes into cleaning, and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.clean.profile import AgencyProfile, SiteProfile
from generator.clean.sheet import Reading
from generator.model import (
    Block,
    Caption,
    Claim,
    Cut,
    DateClaim,
    Dateline,
    Edit,
    Kept,
    KindTerm,
    Outlet,
    ProfilesUsed,
)


@dataclass(frozen=True, slots=True)
class Library:
    """What people have written about sites, agencies, outlets and kinds."""

    sites: tuple[SiteProfile, ...] = ()
    agencies: tuple[AgencyProfile, ...] = ()
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    kinds: tuple[KindTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A capture to clean."""

    text: str
    path: str = "capture"
    """What refusals name as their place."""
    url: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    """Fields that the person who adds it states, as `published: 2024-11-02`."""
    found: tuple[Reading, ...] = ()
    """Fields that were read outside the text, as in a page's metadata."""
    headings: frozenset[int] = frozenset()
    """0-based numbers of lines that the page itself marks as headings."""
    html: str = ""
    """The page's source, for signs that look at it."""
    as_one: bool = False
    """Take it as one release although it looks like several, or like a list."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a capture says of its release, each with its ground; absent where it says nothing."""

    title: Claim | None = None
    published: DateClaim | None = None
    captured: DateClaim | None = None
    outlet: Claim | None = None
    """An outlet's id."""
    aggregator: Claim | None = None
    """An outlet's id."""
    author: Claim | None = None
    section: Claim | None = None
    place: Claim | None = None
    kind: Claim | None = None
    language: Claim | None = None
    agency: Claim | None = None
    """An organisation's id."""
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A line that was left in the body, and why a person should look at it."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A capture's text as a release, with the proof of what was done to it."""

    blocks: tuple[Block, ...]
    kept: tuple[Kept, ...]
    """Where each block stands in the capture's text."""
    captions: tuple[Caption, ...]
    """Their lines are cut too: blocks and cuts together are the whole capture."""
    cuts: tuple[Cut, ...]
    edits: tuple[Edit, ...]
    fields: Fields
    profiles: ProfilesUsed
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()
    """What was not found, and what contradicts itself; sentences for the person who adds it."""
