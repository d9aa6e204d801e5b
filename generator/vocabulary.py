"""What a language calls things: the lists by which names and phrases in a text are understood.

Each file `content/vocabulary/<name>.yml` of `FILES` is a list of records of one class. Nobody's
name stands here (that is for authority records): only what holds of a language, or of states and
posts in general.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.record import Id, Record, record

Role = Literal[
    "address",
    "again",
    "and",
    "article",
    "between",
    "by",
    "calendar",
    "closes-wording",
    "compass",
    "compound-head",
    "event-noun",
    "function-word",
    "held",
    "honorific",
    "light",
    "name-head",
    "not-holder",
    "of",
    "office",
    "one-side",
    "opens-wording",
    "ordinal",
    "particle",
    "person-head",
    "preposition",
    "pronoun",
    "same-name",
    "the-two",
    "the-visit",
    "thing",
    "to-visit",
    "two-parties",
    "visit",
    "visit-kind",
    "visited",
]
"""The work that words do. What the resolver makes of them:

- `article`, `of`, `by`, `and`, `again`, `between`, `preposition` (of place and time), `held` (between an event and
  its date): the joints of phrases; `the-two`: `both leaders`.
- `honorific`: stands before a name or a post to honour the person; only told, never resolved.
- `address`: may stand before a name without being part of it; `particle`: may be glued to its end.
- `compass`: right before a place's name they make another name of it; `thing`: there they make it
  the name of a thing (a paper, a ship). `name-head`: with a name
  before it, the head of a longer name (a paper, a university); `person-head`: such a head that
  takes a person's name after `of`.
- `function-word`: may open a sentence before a name; no acronym or family name by itself.
- `same-name`: each list is one given name in its spellings. `ordinal`: first, second, … in order.
- `not-holder`: before a post they make it another's (a former, a deputy); `compound-head`: after a
  body they make it a part of something else (its delegation).
- `calendar`: capitalised, and nobody's name; `event-noun`: after two states, an event.
- `two-parties`, `one-side`: how a release speaks of the states it is about.
- `visit`, `visit-kind`, `pronoun`, `the-visit`: how it speaks of a visit, and of whose it was.
- `to-visit`, `visited`: verbs of a visit to come, or past, right before a place's name (read by
  `generator.relate`).
- `opens-wording`, `closes-wording`: little words that a formula may begin or end with; `light`: words
  of which alone no formula is; `office`: heads of titles besides those of `address` (all four are
  read by `generator.wording.mine` only).

In all lists a small letter stands for either case, a capital only for itself.
"""


@record
class WordList(Record):
    """Words of one language that do the same work (`words.yml`)."""

    id: Id
    role: Role
    language: str = "en"
    words: Annotated[tuple[str, ...], Field(min_length=1)]
    note: str | None = None


@record
class Frame(Record):
    """What stands around a name, in words; a frame holds if all that it gives holds."""

    before: tuple[str, ...] = ()
    """One of these ends right before the name (an article between does not count)."""
    after: tuple[str, ...] = ()
    """One of these begins right after the name (a possessive ending does not count)."""
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    gap: Annotated[int, Field(ge=0, le=3)] = 0
    """How many small words may stand between the name and `after`."""


@record
class Context(Record):
    """A named condition that a form may need (`contexts.yml`): any of its frames suffices."""

    id: Id
    note: str
    frames: tuple[Frame, ...] = ()
    """None: the condition always holds (it only sets the layer)."""
    layer: Literal["named", "nominal"] = "named"
    """`nominal` for a form that describes and does not name: resolved, never linked."""
    metonym: bool = False
    """True for the frames in which a place's name speaks for its state."""


@record
class Post(Record):
    """A post or body that every state has (`posts.yml`): texts name the holder by it."""

    id: Id
    kind: Literal["office", "body"]
    """`office`: held by a person with dates; `body`: an organisation of the state."""
    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    described: bool = False
    """True if the words describe rather than name the post, so that an article is part of them."""
    records: tuple[str, ...]
    """How our records say it: titles of offices; how the names of organisations begin."""
    note: str | None = None


@record
class Inflection(Record):
    """How words of one language that end alike are declined (`inflections.yml`)."""

    id: Id
    language: str
    ending: str
    """Of the dictionary form; the longest that fits is used."""
    cases: Annotated[tuple[str, ...], Field(min_length=1)]
    """What takes the ending's place, in the same order of cases in all rules of the language."""
    acronym: bool = False
    """True for the rule of words in capitals."""


@record
class CalendarWord(Record):
    """What one language calls a calendar, before the number of the year."""

    language: str
    form: Annotated[str, Field(min_length=1)]


@record
class Calendar(Record):
    """A count of years other than the common one (`calendars.yml`)."""

    id: Id
    label: str
    first_year: int
    """The common year that is its year 1."""
    words: tuple[CalendarWord, ...]
    note: str | None = None


@record
class Slot(Record):
    """Something that the releases of a series speak of, each time in other words (`slots.yml`)."""

    id: Id
    label: str
    definition: str
    patterns: tuple[str, ...] = ()
    """In RE2's syntax, whatever the case: each finds the words that say it."""


@record
class Commitment(Record):
    """How strongly a text puts what somebody does or will do (`commitments.yml`)."""

    id: Id
    label: str
    strength: Annotated[int, Field(ge=1, le=5)]
    """5 is the strongest."""
    definition: str
    patterns: Annotated[tuple[str, ...], Field(min_length=1)]
    """In RE2's syntax, whatever the case: each finds the verb with what makes it strong or weak."""


FILES: dict[str, type[Record]] = {
    "words": WordList,
    "contexts": Context,
    "posts": Post,
    "inflections": Inflection,
    "calendars": Calendar,
    "slots": Slot,
    "commitments": Commitment,
}
"""File under content/vocabulary (without `.yml`) → class of the records it lists."""


@record
class Vocabulary(Record):
    """All that `FILES` hold; empty where a file is absent."""

    words: tuple[WordList, ...] = ()
    contexts: tuple[Context, ...] = ()
    posts: tuple[Post, ...] = ()
    inflections: tuple[Inflection, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    slots: tuple[Slot, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    def of(self, role: Role) -> Iterator[str]:
        """Yield the words of `role`, of all languages, in the order of the lists."""
        for words in self.words:
            if words.role == role:
                yield from words.words
