"""The rules of a cleaning profile: what each may take, and under which conditions.

Patterns are RE2 (see `generator.clean.pattern`) and are searched in a line whose outer white space
is gone. Each rule has an id and the reason why it may cut.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.clean import dates
from generator.clean.pattern import DATES, FIELDS, MARKS, Pattern, unknown_groups
from generator.model import Precision
from generator.record import Id, Record, record


def known_fields(given: dict[str, str]) -> dict[str, str]:
    """Return what is given if every name in it is a field's.

    Raises:
        ValueError: One is not.
    """
    for name in given:
        if name not in FIELDS:
            raise ValueError(f"unknown field `{name}`; known are {', '.join(sorted(FIELDS))}")
    return given


def _readable_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    for form in formats:
        dates.tokens(form)
    return formats


Fields = Annotated[dict[str, str], AfterValidator(known_fields)]
"""Fields of a release with the values that a rule gives them whenever it applies."""
Formats = Annotated[tuple[str, ...], AfterValidator(_readable_formats)]
"""Date formats in the order they are tried: `DD/MM/YYYY`, `Month D, YYYY` (`clean.dates`)."""


@record
class Rule(Record):
    """What every rule has: an id, and for readers the reason why it may cut."""

    id: Id
    reason: Annotated[str, Field(min_length=1)]


@record
class LineRule(Rule):
    """A line (or part of one) that is furniture and may give fields.

    Named groups give fields; `dates` are the formats for date groups; `sets` gives constants.
    """

    pattern: Pattern
    dates: Formats = ()
    sets: Fields = field(default_factory=dict)
    status: Literal["stated", "inferred"] = "stated"
    precision: Precision = "day"

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, FIELDS | MARKS):
            raise ValueError(f"rule `{self.id}`: unknown group `{unknown[0]}`")
        if not self.dates and any(f"?P<{name}>" in self.pattern for name in DATES):
            raise ValueError(f"rule `{self.id}`: a date group needs `dates`, as [DD/MM/YYYY]")
        return self


@record
class Slot(LineRule):
    """A line of the page's head, cut when its turn comes and it matches; else left alone."""

    within: Annotated[int, Field(ge=1, le=20)] = 1
    """How many of the next lines to look through for it; lines passed over stay."""
    followed_by: Pattern | None = None
    """Only if one of the next `reach` lines matches this."""
    reach: Annotated[int, Field(ge=1, le=20)] = 1
    follows: Id | None = None
    """Only if the slot of this id has just taken a line."""
    ends_with_next: bool = False
    """Only if the line ends with the whole next line; the pattern sees what stands before that."""
    longest: Annotated[int, Field(ge=1)] = 400


@record
class Newest(Record):
    """The newest date of a tail bounds when the page was taken."""

    field: Literal["captured"] = "captured"
    pattern: Pattern
    """Lines that are such a date, with a group `captured`."""
    dates: Formats
    precision: Precision = "not-before"


@record
class Tail(LineRule):
    """Cut from the first line that matches to the end (or to the line before `until`)."""

    confirm: Pattern | None = None
    """Only if a line of the tail matches this too, or nothing follows."""
    until: Pattern | None = None
    """The tail ends before the first line that matches this; it stays."""
    newest: Newest | None = None


@record
class Drop(LineRule):
    """A whole line that is cut wherever it is found, or only at the body's edge."""

    position: Literal["first", "last", "anywhere"] = "anywhere"


@record
class Inline(LineRule):
    """Cut a part of a line: for captures that lost their line ends.

    `body` groups stay, each as a paragraph of its own; the rest of the match is cut.
    """

    lines: Literal["first", "last", "any"] = "any"


@record
class Split(Rule):
    """A mark inside a line that ends a paragraph: the match (or its `at`) is cut."""

    pattern: Pattern


@record
class Change(Rule):
    """A change of characters inside a kept line: the match (or its `at`) becomes `to`."""

    pattern: Pattern
    to: str = ""
    where: Literal["first", "last", "any"] = "any"
    """In which block: the body's first, its last, or every one."""


@record
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


@record
class Captions(Rule):
    """A short line printed twice in a row is a picture's caption."""

    keep: Literal["first", "last"] = "last"
    longest: Annotated[int, Field(ge=1)] = 400


@record
class AuthorNote(Rule):
    """A name printed twice above a line that goes on `<name> is a …`: all three are cut."""

    bio: Pattern
    """How the note goes on after the name, as `^ is an? `."""


@record
class Headings(Record):
    """A short line of its own between paragraphs is a heading."""

    longest: Annotated[int, Field(ge=1)] = 100
    never: Pattern | None = None
    """Lines that are no heading all the same."""


@record
class DatelineForm(Record):
    """How place and date open the first paragraph; groups `place`, `date`, `agency`."""

    pattern: Pattern
    dates: Formats
    sets: Fields = field(default_factory=dict)

    @model_validator(mode="after")
    def _groups_are_known(self) -> Self:
        if unknown := unknown_groups(self.pattern, {"place", "date", "agency"}):
            raise ValueError(f"dateline: unknown group `{unknown[0]}`")
        if not self.pattern.startswith("^"):
            raise ValueError("dateline: the pattern begins with `^`")
        return self


@record
class Guard(Rule):
    """Refuse the capture if more than `most` lines match; `reason` says what it is instead."""

    pattern: Pattern
    most: Annotated[int, Field(ge=0)] = 0
    fix: str = "save the page of one release and add that"
