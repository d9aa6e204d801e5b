"""Cleaning profiles as people write them: what a page or an agency adds around a text.

A profile only declares; `generator.clean` follows it. Patterns are RE2 (see
`generator.clean.pattern`) and are searched in a line whose outer white space is gone. Each rule has
an id; together with the profile's id it is what cuts, edits and `explain` show
(`<profile>.<rule>`).

Order in which a profile is followed: `header`, `tail`, `author_note`, `captions`, `drop`, `inline`,
`split`, `dateline`, `cards`, `edit`, `headings`. Whatever no rule claims stays in the body.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.clean import dates
from generator.clean.pattern import DATES, FIELDS, MARKS, Pattern, unknown_groups
from generator.model import Precision
from generator.record import Id, Record


def _known_fields(given: dict[str, str]) -> dict[str, str]:
    for name in given:
        if name not in FIELDS:
            raise ValueError(f"unknown field `{name}`; known are {', '.join(sorted(FIELDS))}")
    return given


def _readable_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    for form in formats:
        dates.tokens(form)
    return formats


Fields = Annotated[dict[str, str], AfterValidator(_known_fields)]
"""Fields of a release with the values that a rule gives them whenever it applies."""
Formats = Annotated[tuple[str, ...], AfterValidator(_readable_formats)]
"""Date formats in the order they are tried: `DD/MM/YYYY`, `Month D, YYYY` (`clean.dates`)."""


class Sign(Record):
    """Something that tells where a capture comes from."""

    pattern: Pattern
    where: Literal["line", "first-line", "last-line", "url", "html"] = "line"
    score: int = Field(default=1, ge=-10, le=10)


class Detect(Record):
    """When a profile fits: the scores of the signs that are seen reach `at_least`."""

    signs: tuple[Sign, ...] = ()
    at_least: int = Field(default=1, ge=1)


class Rule(Record):
    """What every rule has: an id, and for readers the reason why it may cut."""

    id: Id
    reason: str = Field(min_length=1)


class LineRule(Rule):
    """A line (or part of one) that is furniture and may give fields.

    Named groups give fields; `dates` are the formats for date groups; `sets` gives constants.
    """

    pattern: Pattern
    dates: Formats = ()
    sets: Fields = Field(default_factory=dict)
    status: Literal["stated", "inferred"] = "stated"
    precision: Precision = "day"

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, FIELDS | MARKS):
            raise ValueError(f"rule `{self.id}`: unknown group `{unknown[0]}`")
        if not self.dates and any(f"?P<{name}>" in self.pattern for name in DATES):
            raise ValueError(f"rule `{self.id}`: a date group needs `dates`, as [DD/MM/YYYY]")
        return self


class Slot(LineRule):
    """A line of the page's head, cut when its turn comes and it matches; else left alone."""

    within: int = Field(default=1, ge=1, le=20)
    """How many of the next lines to look through for it; lines passed over stay."""
    followed_by: Pattern | None = None
    """Only if one of the next `reach` lines matches this."""
    reach: int = Field(default=1, ge=1, le=20)
    follows: Id | None = None
    """Only if the slot of this id has just taken a line."""
    ends_with_next: bool = False
    """Only if the line ends with the whole next line; the pattern sees what stands before that."""
    longest: int = Field(default=400, ge=1)


class Newest(Record):
    """The newest date of a tail bounds when the page was taken."""

    field: Literal["captured"] = "captured"
    pattern: Pattern
    """Lines that are such a date, with a group `captured`."""
    dates: Formats
    precision: Precision = "not-before"


class Tail(LineRule):
    """Cut from the first line that matches to the end (or to the line before `until`)."""

    confirm: Pattern | None = None
    """Only if a line of the tail matches this too, or nothing follows."""
    until: Pattern | None = None
    """The tail ends before the first line that matches this; it stays."""
    newest: Newest | None = None


class Drop(LineRule):
    """A whole line that is cut wherever it is found, or only at the body's edge."""

    position: Literal["first", "last", "anywhere"] = "anywhere"


class Inline(LineRule):
    """Cut a part of a line: for captures that lost their line ends.

    `body` groups stay, each as a paragraph of its own; the rest of the match is cut.
    """

    lines: Literal["first", "last", "any"] = "any"


class Split(Rule):
    """A mark inside a line that ends a paragraph: the match (or its `at`) is cut."""

    pattern: Pattern


class Change(Rule):
    """A change of characters inside a kept line: the match (or its `at`) becomes `to`."""

    pattern: Pattern
    to: str = ""
    where: Literal["first", "last", "any"] = "any"
    """In which block: the body's first, its last, or every one."""


class Card(Rule):
    """What a page shows over a person's name: the name once more and an office; it is cut.

    The pattern is tried where a word repeats the word before it, and sees the text from there on;
    it begins with `^`. Its group `at`, or all of the match, is the card.
    """

    pattern: Pattern

    @model_validator(mode="after")
    def _is_anchored(self) -> Self:
        if not self.pattern.startswith("^"):
            raise ValueError(f"rule `{self.id}`: the pattern begins with `^`")
        return self


class Captions(Rule):
    """A short line printed twice in a row is a picture's caption."""

    keep: Literal["first", "last"] = "last"
    longest: int = Field(default=400, ge=1)


class AuthorNote(Rule):
    """A name printed twice above a line that goes on `<name> is a …`: all three are cut."""

    bio: Pattern
    """How the note goes on after the name, as `^ is an? `."""


class Headings(Record):
    """A short line of its own between paragraphs is a heading."""

    longest: int = Field(default=100, ge=1)
    never: Pattern | None = None
    """Lines that are no heading all the same."""


class DatelineForm(Record):
    """How place and date open the first paragraph; groups `place`, `date`, `agency`."""

    pattern: Pattern
    dates: Formats
    sets: Fields = Field(default_factory=dict)

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, {"place", "date", "agency"}):
            raise ValueError(f"dateline: unknown group `{unknown[0]}`")
        if not self.pattern.startswith("^"):
            raise ValueError("dateline: the pattern begins with `^`")
        return self


class Guard(Rule):
    """Refuse the capture if more than `most` lines match; `reason` says what it is instead."""

    pattern: Pattern
    most: int = Field(default=0, ge=0)
    fix: str = "save the page of one release and add that"


class Expect(Record):
    """What a capture of this layout always has; what is missing is told, not refused."""

    kept: float = Field(default=0.0, ge=0.0, le=1.0)
    """Least share of the capture's characters that the body keeps."""
    paragraphs: int = Field(default=1, ge=0)
    fields: tuple[Literal["title", "published", "captured", "outlet", "author", "place"], ...] = ()


class Address(Record):
    """What a page's address tells; `crawled` is Unix time of the crawl: an upper bound."""

    pattern: Pattern
    dates: Formats = ()
    sets: Fields = Field(default_factory=dict)
    offset_hours: int = Field(default=0, ge=-12, le=14)
    """Clock of the outlet's country against UTC, for `crawled`."""

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, FIELDS | {"crawled"}):
            raise ValueError(f"address: unknown group `{unknown[0]}`")
        return self


class HtmlRules(Record):
    """Where a page of this layout has its parts; CSS selectors, tried in order."""

    select: tuple[str, ...] = ()
    """The element that holds the release; the first that is found."""
    drop_select: tuple[str, ...] = ()
    """Elements left out of it."""
    meta: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Field → selectors, each `css` for an element's text or `css@attribute` for an attribute."""
    dates: Formats = ()

    @model_validator(mode="after")
    def _fields_are_known(self) -> Self:
        _known_fields(dict.fromkeys(self.meta, ""))
        return self


class Gives(Record):
    """What an example must give; what is not written is not compared."""

    fields: dict[str, str] = Field(default_factory=dict)
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


class Example(Record):
    """A short capture of our own making, and what the profile must make of it."""

    capture: str
    url: str | None = None
    gives: Gives


class Profile(Record):
    """What both layers of profiles can say."""

    id: Id
    name: str | None = None
    sets: Fields = Field(default_factory=dict)
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


class AgencyProfile(Profile):
    """Conventions of a text, wherever it is printed (`content/profiles/agencies/*.yml`)."""


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
        return (*self.header, *own, *super()._rules())
