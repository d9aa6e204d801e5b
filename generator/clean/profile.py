"""Cleaning profiles as people write them: what a page or an agency adds around a text.

A profile only declares; `generator.clean` follows it. Patterns are RE2 (see
`generator.clean.pattern`) and are searched in a line whose outer white space is gone. Each rule has
an id; together with the profile's id it is what cuts, edits and `explain` show
(`<profile>.<rule>`).

Order in which a profile is followed: `header`, `tail`, `author_note`, `captions`, `drop`, `inline`,
`split`, `dateline`, `cards`, `edit`, `headings`. Whatever no rule claims stays in the body.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from generator.clean.pattern import FIELDS, Pattern, unknown_groups
from generator.clean.rules import (
    AuthorNote,
    Captions,
    Card,
    Change,
    DatelineForm,
    Drop,
    Fields,
    Formats,
    Guard,
    Headings,
    Inline,
    Rule,
    Slot,
    Split,
    Tail,
    known_fields,
)
from generator.record import Id, Record, record


@record
class Sign(Record):
    """Something that tells where a capture comes from."""

    pattern: Pattern
    where: Literal["line", "first-line", "last-line", "url", "html"] = "line"
    score: Annotated[int, Field(ge=-10, le=10)] = 1


@record
class Detect(Record):
    """When a profile fits: the scores of the signs that are seen reach `at_least`."""

    signs: tuple[Sign, ...] = ()
    at_least: Annotated[int, Field(ge=1)] = 1


@record
class Expect(Record):
    """What a capture of this layout always has; what is missing is told, not refused."""

    kept: Annotated[float, Field(ge=0.0, le=1.0)] = 0.0
    """Least share of the capture's characters that the body keeps."""
    paragraphs: Annotated[int, Field(ge=0)] = 1
    fields: tuple[Literal["title", "published", "captured", "outlet", "author", "place"], ...] = ()


@record
class Address(Record):
    """What a page's address tells; `crawled` is Unix time of the crawl: an upper bound."""

    pattern: Pattern
    dates: Formats = ()
    sets: Fields = field(default_factory=dict)
    offset_hours: Annotated[int, Field(ge=-12, le=14)] = 0
    """Clock of the outlet's country against UTC, for `crawled`."""

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, FIELDS | {"crawled"}):
            raise ValueError(f"address: unknown group `{unknown[0]}`")
        return self


@record
class HtmlRules(Record):
    """Where a page of this layout has its parts; CSS selectors, tried in order."""

    select: tuple[str, ...] = ()
    """The element that holds the release; the first that is found."""
    drop_select: tuple[str, ...] = ()
    """Elements left out of it."""
    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Field → selectors, each `css` for an element's text or `css@attribute` for an attribute."""
    dates: Formats = ()

    @model_validator(mode="after")
    def _fields_are_known(self) -> Self:
        known_fields(dict.fromkeys(self.meta, ""))
        return self


@record
class Gives(Record):
    """What an example must give; what is not written is not compared."""

    fields: dict[str, str] = field(default_factory=dict)
    """Field → value, as `published: 2024-11-02`; an empty value: the field must be absent."""
    blocks: tuple[str, ...] | None = None
    """`p` and `h` blocks as a release file has them: a heading begins with `## `."""
    captions: tuple[str, ...] | None = None
    cuts: tuple[str, ...] | None = None
    """`<first line>-<last line> <rule>`, as `1-1 page.title`."""
    edits: tuple[str, ...] | None = None
    """Rules of the edits, in order."""
    refused: str | None = None
    """A part of the refusal's sentence."""


@record
class Example(Record):
    """A short capture of our own making, and what the profile must make of it."""

    capture: str
    url: str | None = None
    gives: Gives


@record
class Profile(Record):
    """What both layers of profiles can say."""

    id: Id
    name: str | None = None
    sets: Fields = field(default_factory=dict)
    """Fields that hold for every capture that fits, unless the capture says otherwise."""
    detect: Detect
    tail: tuple[Tail, ...] = ()
    captions: Captions | None = None
    drop: tuple[Drop, ...] = ()
    inline: tuple[Inline, ...] = ()
    split: tuple[Split, ...] = ()
    dateline: tuple[DatelineForm, ...] = ()
    cards: tuple[Card, ...] = ()
    edit: tuple[Change, ...] = ()
    headings: Headings | None = None
    guards: tuple[Guard, ...] = ()
    expect: Expect = Expect()
    examples: tuple[Example, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        seen: set[str] = set()
        for rule in self._rules():
            if rule.id in seen:
                raise ValueError(f"two rules have the id `{rule.id}`")
            seen.add(rule.id)
        return self

    def _rules(self) -> tuple[Rule, ...]:
        parts: tuple[Any, ...] = (self.tail, self.drop, self.inline, self.split)
        own = (*parts, self.cards, self.edit, self.guards)
        found = [rule for part in own for rule in part]
        return (*found, self.captions) if self.captions else tuple(found)


@record
class AgencyProfile(Profile):
    """Conventions of a text, wherever it is printed (`content/profiles/agencies/*.yml`)."""


@record
class SiteProfile(Profile):
    """Layout of a site's pages (`content/profiles/sites/*.yml`)."""

    header: tuple[Slot, ...] = ()
    title: Literal["slot", "first-line", "none"] = "none"
    """Where the title stands: in a slot, in the first line (cut), or nowhere."""
    title_again: Rule | None = None
    """The title printed once more where a line of the body begins is cut."""
    author_note: AuthorNote | None = None
    address: Address | None = None
    html: HtmlRules | None = None

    def _rules(self) -> tuple[Rule, ...]:
        own = tuple(rule for rule in (self.author_note, self.title_again) if rule is not None)
        # By name: a class with slots is made twice, and `super()` alone knows the first of the two.
        return (*self.header, *own, *super(SiteProfile, self)._rules())  # noqa: UP008
