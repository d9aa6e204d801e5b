"""The nouns of the archive. Read this first, then `pipeline.py`.

Data flows one way: capture → release → mentions → relations → pages → site.
Records that people write are `Record`s (declared once: they validate, name every fault and give
the JSON Schemas); what code derives from them are plain frozen dataclasses.

What is claimed of a text, and on what ground, is in `claims.py`; a capture and its apparatus in
`capture.py`; who and what releases name in `authority.py`. All of it can be had from here.

Offsets are code points. Block ids are `p1 …` for paragraphs and `h1 …` for headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from generator.authority import Entity
from generator.capture import Caption as Caption
from generator.capture import Capture as Capture
from generator.capture import Cut as Cut
from generator.capture import Edit as Edit
from generator.capture import Kept as Kept
from generator.capture import ProfilesUsed as ProfilesUsed
from generator.changes import Change, Withdrawal
from generator.claims import Claim as Claim
from generator.claims import DateClaim as DateClaim
from generator.claims import Dateline as Dateline
from generator.claims import Precision as Precision
from generator.claims import Status as Status
from generator.packed import Packed
from generator.record import Id, Record, Span, record
from generator.vocabulary import Vocabulary

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


@record
class Emendation(Record):
    """A change of wording by a person, with its reason; shown on the page."""

    block: str
    """The paragraph or heading."""
    at: Annotated[int, Field(ge=0)]
    """Where in it the new words stand."""
    before: Annotated[str, Field(alias="from")]
    """What stood there."""
    after: Annotated[str, Field(alias="to")]
    """What stands there now."""
    reason: str
    """Why it was changed."""


@record
class Rights(Record):
    """What may be shown of a text, and why."""

    display: Display = "full"
    """How much of a text may be shown."""
    statement: str | None = None
    """Why, in a sentence for readers."""


@record
class RelationRuling(Record):
    """What a person says of two releases, against or beyond what the rules find."""

    type: RelationType
    """How the two stand to each other."""
    target: Id
    """The other release."""
    deny: bool = False
    """True to say that the relation, which a rule may find, does not hold."""
    note: str | None = None


@record
class MentionRuling(Record):
    """What a person says that words of a release name; it goes before every rule."""

    block: str
    """A block's id, or `title`."""
    text: Annotated[str, Field(min_length=1)]
    """The words, as printed."""
    at: Span | None = None
    """Where they stand in the block (half-open offsets); needed if they stand there twice."""
    entity: Id | None = None
    """What they name; left out if they name nothing that has a record."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Block(Packed):
    """A paragraph or heading of a release."""

    id: str
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading (`h1 …`) and not a paragraph (`p1 …`)."""
        return self.id.startswith("h")


@record
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
class Release(Packed):
    """A press release, statement or report as published here: head and body."""

    head: ReleaseHead
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """The permanent reference code."""
        return self.head.id


@record
class Outlet(Record):
    """Who published a text, or who republished it and gave us the copy."""

    id: Id
    name: Annotated[str, Field(min_length=1)]
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


@record
class KindTerm(Record):
    """A kind of release (`content/vocabulary/kinds.yml`) and the level it speaks at."""

    id: Id
    label: str
    """As our pages call it."""
    level: Annotated[int, Field(ge=1)]
    """How high it speaks; 1 is the highest."""
    definition: str
    """What belongs to it."""
    words: tuple[str, ...] = ()
    """Words of a title or first paragraph that propose this kind."""


Layer = Literal["named", "demonym", "nominal", "inner"]


@dataclass(frozen=True, slots=True)
class Mention(Packed):
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
class Relation(Packed):
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
