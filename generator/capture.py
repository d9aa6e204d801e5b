"""A capture and its apparatus: what was kept, cut and edited, so that it can be undone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.claims import DateClaim
from generator.record import Id, Record, Span, record


@record
class Cut(Record):
    """A passage of the capture that cleaning removed: an entry of the apparatus."""

    at: Span
    """Characters of the capture."""
    lines: Span
    """Lines of the capture."""
    rule: str
    """The rule of a profile that cut it."""
    reason: str
    """Why it does not belong to the text."""


@record
class Edit(Record):
    """A change of a few characters in a kept line, made by a declared rule.

    In the block's final text the characters `to` stand at `at`; the capture has `from` there.
    Undoing a block's edits from last to first gives the capture's characters back.
    """

    block: str
    """The paragraph or heading."""
    at: Annotated[int, Field(ge=0)]
    """Where in it."""
    before: Annotated[str, Field(alias="from")]
    """What the capture has."""
    after: Annotated[str, Field(alias="to")]
    """What the text has."""
    rule: str
    """The rule that made it."""


@record
class Kept(Record):
    """Where a block stands in the capture's text."""

    id: str
    """The paragraph or heading."""
    at: Span
    """Characters of the capture."""
    line: Annotated[int, Field(ge=1)]
    """Line of the capture."""


@record
class Caption(Record):
    """A picture's caption: kept, but apart from the body."""

    text: str
    """As printed."""
    lines: Span
    """Lines of the capture."""


@record
class ProfilesUsed(Record):
    """The cleaning profiles that made a release, by id."""

    site: str | None = None
    """Of the page’s layout."""
    agency: str | None = None
    """Of the text’s conventions."""


@record
class Capture(Record):
    """A text as taken from the web, byte for byte: its sidecar (`content/captures/**.yml`)."""

    accession: Id
    """Its opaque id, and its file’s name."""
    file: str
    """The file beside this one, as received."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The digest of its bytes."""
    bytes: Annotated[int, Field(ge=1)]
    """How many they are."""
    encoding: str
    """How bytes became characters."""
    extraction: str = "text"
    """How characters became lines: `text`, or the recorded, versioned extraction of HTML."""
    url: str | None = None
    """The page it was taken from."""
    captured: DateClaim | None = None
    """The day it was taken, with its ground."""
    aggregator: Id | None = None
    """Who republished the text and gave us the copy."""
    release: Id
    """The release that was made of it, or of which it is a further version: then proven by itself."""
    incomplete: str | None = None
    """Why it is not the whole text; of such a release nothing is said to be missing."""
    profiles: ProfilesUsed = ProfilesUsed()
    """The cleaning profiles that were used."""
    blocks: tuple[Kept, ...] = ()
    """Where each paragraph and heading stands."""
    captions: tuple[Caption, ...] = ()
    """Captions of pictures: kept, but apart from the text."""
    cuts: tuple[Cut, ...] = ()
    """What was cut, by which rule and why."""
    edits: tuple[Edit, ...] = ()
    """What was edited, by which rule."""
