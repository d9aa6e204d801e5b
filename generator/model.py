"""The nouns of the archive. Read this first, then `pipeline.py`.

Data flows one way: capture → release → mentions → relations → pages → site.
Records that people write are `Record`s (declared once: they validate, name every fault and give
the JSON Schemas); what code derives from them are plain frozen dataclasses.

Offsets are code points. Block ids are `p1 …` for paragraphs and `h1 …` for headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field, model_validator

from generator.authority import Entity
from generator.changes import Change, Withdrawal
from generator.record import DateText, Id, Record, Span
from generator.vocabulary import Vocabulary

Status = Literal["stated", "inferred", "supplied"]
Precision = Literal["day", "month", "year", "interval", "not-before", "not-after"]
Display = Literal["full", "excerpt", "metadata"]
RelationType = Literal[
    "same-text",
    "same-release",
    "same-event",
    "next-in-series",
    "previous-in-series",
    "refers-to",
    "refers-to-same",
    "announces",
]
"""How one release may stand to another; what each means is said in `generator.relate`."""


class Claim(Record):
    """A value with the ground it stands on. In YAML a bare string is a stated value."""

    value: str = Field(min_length=1)
    status: Status = "stated"
    evidence: tuple[str, ...] = ()
    """Where it was read: `l6` a line of the capture, `p1` a block, `url` the address,
    `person` who added the capture."""
    note: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


class DateClaim(Claim):
    """A date with its ground, its precision and how it was printed."""

    value: DateText
    precision: Precision = "day"


class Dateline(Record):
    """The place and date that open a news text, lifted out of its first paragraph."""

    text: str
    """As printed, up to the first word of the text."""
    place: str | None = None
    """As printed."""
    date: DateText | None = None
    """The day it gives."""
    agency: str | None = None
    """As printed in its brackets."""


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


class Edit(Record):
    """A change of a few characters in a kept line, made by a declared rule.

    In the block's final text the characters `to` stand at `at`; the capture has `from` there.
    Undoing a block's edits from last to first gives the capture's characters back.
    """

    block: str
    """The paragraph or heading."""
    at: int = Field(ge=0)
    """Where in it."""
    before: str = Field(alias="from")
    """What the capture has."""
    after: str = Field(alias="to")
    """What the text has."""
    rule: str
    """The rule that made it."""


class Kept(Record):
    """Where a block stands in the capture's text."""

    id: str
    """The paragraph or heading."""
    at: Span
    """Characters of the capture."""
    line: int = Field(ge=1)
    """Line of the capture."""


class Caption(Record):
    """A picture's caption: kept, but apart from the body."""

    text: str
    """As printed."""
    lines: Span
    """Lines of the capture."""


class ProfilesUsed(Record):
    """The cleaning profiles that made a release, by id."""

    site: str | None = None
    """Of the page’s layout."""
    agency: str | None = None
    """Of the text’s conventions."""


class Capture(Record):
    """A text as taken from the web, byte for byte: its sidecar (`content/captures/**.yml`)."""

    accession: Id
    """Its opaque id, and its file’s name."""
    file: str
    """The file beside this one, as received."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """The digest of its bytes."""
    bytes: int = Field(ge=1)
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
    """The release that was made of it."""
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


class Emendation(Record):
    """A change of wording by a person, with its reason; shown on the page."""

    block: str
    """The paragraph or heading."""
    at: int = Field(ge=0)
    """Where in it the new words stand."""
    before: str = Field(alias="from")
    """What stood there."""
    after: str = Field(alias="to")
    """What stands there now."""
    reason: str
    """Why it was changed."""


class Rights(Record):
    """What may be shown of a text, and why."""

    display: Display = "full"
    """How much of a text may be shown."""
    statement: str | None = None
    """Why, in a sentence for readers."""


class RelationRuling(Record):
    """What a person says of two releases, against or beyond what the rules find."""

    type: RelationType
    """How the two stand to each other."""
    target: Id
    """The other release."""
    deny: bool = False
    """True to say that the relation, which a rule may find, does not hold."""
    note: str | None = None


class MentionRuling(Record):
    """What a person says that words of a release name; it goes before every rule."""

    block: str
    """A block's id, or `title`."""
    text: str = Field(min_length=1)
    """The words, as printed."""
    at: Span | None = None
    """Where they stand in the block (half-open offsets); needed if they stand there twice."""
    entity: Id | None = None
    """What they name; left out if they name nothing that has a record."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading of a release."""

    id: str
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading (`h1 …`) and not a paragraph (`p1 …`)."""
        return self.id.startswith("h")


class ReleaseHead(Record):
    """The front matter of a release file: what is claimed of the release."""

    id: Id
    title: Claim | None = None
    """The headline, with its ground."""
    outlet: Id
    """Who published it."""
    kind: Id
    """What kind of text it is, as in vocabulary/kinds.yml."""
    language: str
    """Its code, as `en`, `ko`, `ru`."""
    published: DateClaim | None = None
    """The day the outlet gives it, with its ground."""
    dateline: Dateline | None = None
    """The place and date that open the text."""
    author: Claim | None = None
    """Who is named as author."""
    section: Claim | None = None
    """Where the outlet filed it."""
    agency: Id | None = None
    """The organisation whose text it says it is (sign-off or dateline)."""
    events: tuple[Id, ...] = ()
    """The events that it is about."""
    capture: str
    """`<outlet>/<accession>` of the base text."""
    rights: Rights | None = None
    """What may be shown of it, if not what its outlet’s record says."""
    emendations: tuple[Emendation, ...] = ()
    """Changes of wording by a person, each with its reason."""
    relations: tuple[RelationRuling, ...] = ()
    """Relations that a person asserts or denies; each is said once, in either release."""
    rulings: tuple[MentionRuling, ...] = ()
    """Mentions that a person settled."""
    changes: tuple[Change, ...] = ()
    """What was changed after publication, in the order in which it was."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before; their addresses lead here."""
    review: Literal["pending"] | None = None
    """`pending` until a person has read the text `add` wrote; then the line is deleted."""


@dataclass(frozen=True, slots=True)
class Release:
    """A press release, statement or report as published here: head and body."""

    head: ReleaseHead
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """The permanent reference code."""
        return self.head.id


class Outlet(Record):
    """Who published a text, or who republished it and gave us the copy."""

    id: Id
    name: str = Field(min_length=1)
    """As our pages call it."""
    kind: Literal[
        "agency",
        "broadcaster",
        "newspaper",
        "portal",
        "ministry",
        "aggregator",
        "magazine",
    ]
    """What sort of publisher it is."""
    country: Id | None = None
    """The state it belongs to."""
    languages: tuple[str, ...] = ()
    """Codes of the languages it publishes in."""
    labels: tuple[str, ...] = ()
    """How sites print its name, as `Voice of Korea (EN)`: what a profile's outlet slot finds."""
    hosts: tuple[str, ...] = ()
    """Names of the hosts of its pages."""
    organisation: Id | None = None
    """The record of the body that it is."""
    date_order: Literal["day-first", "month-first", "year-first"] | None = None
    """How it writes a date in figures."""
    url: str | None = None
    """Its front page."""
    rights: Rights = Rights()
    """What may be shown of its texts, and why."""
    note: str | None = None
    formerly: tuple[Id, ...] = ()
    """Ids it had before; their addresses lead here."""


class KindTerm(Record):
    """A kind of release (`content/vocabulary/kinds.yml`) and the level it speaks at."""

    id: Id
    label: str
    """As our pages call it."""
    level: int = Field(ge=1)
    """How high it speaks; 1 is the highest."""
    definition: str
    """What belongs to it."""
    words: tuple[str, ...] = ()
    """Words of a title or first paragraph that propose this kind."""


Layer = Literal["named", "demonym", "nominal", "inner"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a release that name one or more entities."""

    release: str
    block: str
    """A block's id, or `title`."""
    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    """What is named: one, or all of several (`the two countries`); empty while unsettled."""
    layer: Layer
    rule: str
    """What settled it: the variant or context rule, by name."""
    candidates: tuple[str, ...] = ()
    """What it may be, while ambiguous."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link from one release to another, with its ground."""

    type: str
    source: str
    target: str
    score: float | None = None
    via: str | None = None
    """The event, instrument or series that both share."""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Archive:
    """Everything that `content/` holds, checked and keyed by id, in the order of the ids."""

    releases: Mapping[str, Release]
    captures: Mapping[str, Capture]
    """By `<outlet>/<accession>`."""
    outlets: Mapping[str, Outlet]
    entities: Mapping[str, Entity]
    kinds: Mapping[str, KindTerm]
    pages: Mapping[str, str] = field(default_factory=dict)
    """Hand-written pages: path under content/pages → Markdown."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Record id (captures: their key) → path of its file under content/, for links to it."""
    capture_texts: Mapping[str, str] = field(default_factory=dict)
    """Decoded, extracted text of each capture, by its key."""
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)
    """Releases that were taken back, by the id that each had."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """What languages call things: `content/vocabulary/`, the files of `vocabulary.FILES`."""
