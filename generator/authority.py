"""Authority records: who and what releases name. Each is one YAML file a person writes."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from generator.record import BlockPlace, DateText, Id, Record, ShortHash, record

Kind = Literal["person", "organisation", "place", "event", "instrument", "series", "formula"]
Order = Literal["family-first", "given-first"]
"""Of the parts of a person's name."""


@record
class Source(Record):
    """Where a claim was seen: a release of this archive (with its block) or an address."""

    release: Id | None = None
    """A release of this archive."""
    block: str | None = None
    """The paragraph or heading of that release, as `p7`."""
    url: str | None = None
    """A page of the web."""
    note: str | None = None


@record
class Variant(Record):
    """A form of the name found in texts, other than the heading."""

    form: Annotated[str, Field(min_length=1)]
    """The name, as it is printed."""
    language: str = "en"
    script: str = "Latn"
    """Four letters of ISO 15924, as `Latn`, `Cyrl`, `Hang`."""
    seen: str | None = None
    """Where it was seen: an outlet, a release, a list."""
    generated: bool = False
    """True for a form that code made (hyphens, initials) and nobody has seen."""
    needs: str | None = None
    """A named context rule (vocabulary/contexts.yml) that must hold for the form to count."""


@record
class Misspelling(Record):
    """A source's error; it leads to the record and is shown as *sic*."""

    form: Annotated[str, Field(min_length=1)]
    """The wrong form, as it is printed."""
    release: Id | None = None
    """Where it stands, if in a release of this archive."""
    note: str | None = None


@record
class Office(Record):
    """A post somebody holds or held, with what shows it."""

    title: str
    """The post, as our pages call it."""
    of: Id | None = None
    """The body or state whose post it is."""
    since: Annotated[DateText | None, Field(alias="from")] = None
    """The day it began, if a source gives one."""
    until: Annotated[DateText | None, Field(alias="to")] = None
    """The day it ended, if a source gives one."""
    sources: tuple[Source, ...] = ()
    """What shows it."""


@record
class _Authority(Record):
    """What every authority record has."""

    id: Id
    heading: Annotated[str, Field(min_length=1)]
    """The one form of the name that our pages use."""
    variants: tuple[Variant, ...] = ()
    """Other forms of the name found in texts."""
    errors: tuple[Misspelling, ...] = ()
    """Misspellings found in sources; they lead here and are shown as *sic*."""
    sources: tuple[Source, ...] = ()
    """What the record rests on."""
    note: str | None = None
    see_also: tuple[Id, ...] = ()
    """Related records."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before; their addresses lead here."""


@record
class Person(_Authority):
    """A human being."""

    order: Order
    """Whether the family name comes first in the heading."""
    family: str | None = None
    """The family name."""
    given: str | None = None
    """The given name."""
    patronymic: str | None = None
    """The name after the father."""
    generate: bool = True
    """Whether forms may be made from the parts of the name (hyphens, initials)."""
    shared: bool = False
    """True if others are known to bear the whole name: a mention then counts only where one of the
    offices stands in the sentence, else it is ambiguous."""
    offices: tuple[Office, ...] = ()
    """Posts that the person holds or held."""


@record
class Organisation(_Authority):
    """A body: a ministry, an agency, a party, a delegation."""

    part_of: Id | None = None
    """The body or state it belongs to."""
    place: Id | None = None
    """Where it has its seat."""


@record
class Place(_Authority):
    """A state, city, region, building."""

    part_of: Id | None = None
    """The larger place it lies in."""
    demonyms: tuple[str, ...] = ()
    """What people and things of the place are called."""
    state: bool = False
    """True for a party that a release can speak of as a side or a country."""
    metonym_for: Id | None = None
    """What the name of the place stands for in texts."""


@record
class Event(_Authority):
    """Something that happened at a time."""

    date: DateText
    """When it happened, as precise as is known."""
    date_status: Literal["stated", "inferred"] = "stated"
    """Whether a source says the date, or we conclude it."""
    form: Literal["visit", "meeting", "ceremony", "conflict"] | None = None
    """What sort of event it is; a `visit` to its place is by its first participants: those who
    hold no office there."""
    place: Id | None = None
    """Where it happened."""
    participants: tuple[Id, ...] = ()
    """Who took part: people, bodies, states."""
    series: Id | None = None
    """The series it belongs to."""
    ordinal: Annotated[int | None, Field(ge=1)] = None
    """Its number in the series."""
    ordinal_status: Literal["stated", "inferred"] | None = None
    """Whether a source counts it, or we do."""
    part_of: Id | None = None
    """The larger event it was part of."""
    led_to: tuple[Id, ...] = ()
    """Events and instruments that came of it."""


@record
class Instrument(_Authority):
    """A treaty, agreement, charter or plan."""

    form: Literal["treaty", "agreement", "charter", "declaration", "plan"]
    """What sort of text it is."""
    date: DateText | None = None
    """The day it was signed or adopted."""
    parties: tuple[Id, ...] = ()
    """Who is bound by it."""


@record
class SlotLabel(Record):
    """What a person says of a paragraph's place in a series: it goes before the slots' rules."""

    at: BlockPlace
    """`<release>#<block>`."""
    slot: Id
    """The slot, as in vocabulary/slots.yml."""
    deny: bool = False
    """True to say that the paragraph, which a rule put there, does not belong in the slot."""
    text: ShortHash
    """Of the paragraph as the person read it (`propose` prints it): a label of a paragraph that
    changed since is told and not used."""
    read_by: str | None = None
    """Who read it."""
    read_on: DateText | None = None
    """The day it was read."""


@record
class AlignmentRuling(Record):
    """What a person says of two paragraphs of two releases."""

    one: BlockPlace
    """A paragraph, as `<release>#p4`."""
    other: BlockPlace
    """The paragraph that it is compared with."""
    kind: Literal["variant", "mirror", "none"]
    """`variant`: the same thing said again; `mirror`: one party's words answered by another's;
    `none`: they do not answer each other, whatever a rule finds."""
    texts: tuple[ShortHash, ShortHash]
    """Of both paragraphs as the person read them."""
    read_by: str | None = None
    """Who read them."""
    read_on: DateText | None = None
    """The day they were read."""
    note: str | None = None

    @property
    def places(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Release and block of each paragraph."""
        first, _, left = self.one.partition("#")
        second, _, right = self.other.partition("#")
        return (first, left), (second, right)

    def turned(self) -> AlignmentRuling:
        """Return the same, said from the other side."""
        return replace(self, one=self.other, other=self.one, texts=self.texts[::-1])


@record
class Series(_Authority):
    """Events that follow each other under one name."""

    parties: tuple[Id, ...] = ()
    """Between whom the events are."""
    read_with: tuple[Id, ...] = ()
    """Events that are no members, but whose releases are read beside the members': as a meeting
    that some count as the first."""
    slots: tuple[Id, ...] = ()
    """What its releases speak of, in the order in which they do (vocabulary/slots.yml)."""
    labels: tuple[SlotLabel, ...] = ()
    """What a person says of paragraphs and slots."""
    alignments: tuple[AlignmentRuling, ...] = ()
    """What a person says of pairs of paragraphs."""


@record
class Formula(_Authority):
    """A wording that recurs; `patterns` find it, whatever its case."""

    patterns: tuple[str, ...] = ()
    """In RE2's syntax; apostrophes, dashes and spaces of any form are written plainly."""
    group: str | None = None
    """What it is one of several words for; formulae of a group are shown together."""


Entity = Person | Organisation | Place | Event | Instrument | Series | Formula

FOLDERS: dict[str, type[_Authority]] = {
    "people": Person,
    "organisations": Organisation,
    "places": Place,
    "events": Event,
    "instruments": Instrument,
    "series": Series,
    "formulae": Formula,
}
"""Folder under content/authorities, and address on the site, of each class of record."""
