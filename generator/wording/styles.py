"""How persons are named and styled: the words before a name and the office after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.authority import Person, Place
from generator.model import Archive, Mention
from generator.packed import Packed
from generator.wording.reading import Reading

_BEFORE = re.compile(r"([^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|['’]s)(\s*)\Z")
_AFTER = re.compile(r", ((?:[^\W\d_][\w'’.-]*,? ){0,18}?[\w'’.-]+)(?=,| and |[;.)]|\Z)")
_LONGEST = 90
_SHORT = 4
"""A word before a name that ends in a stop is a title (`Mr.`) only if it is so short."""
_LINKS = frozenset({"of", "the", "for"})
_JOINTS = _LINKS | {"to", "in", "and", "at", "on"}
"""Words of a title that are none by themselves."""


@dataclass(frozen=True, slots=True)
class Styled(Packed):
    """A person where a text names them."""

    person: str
    release: str
    block: str
    start: int
    """Of the name."""
    form: str
    """The name as printed."""
    before: str
    """Titles and honorifics right before it; empty if there are none."""
    after: str
    """The office in apposition; empty if none follows."""

    @property
    def whole(self) -> str:
        """The name with its titles, as printed; an apposition after a comma."""
        named = f"{self.before} {self.form}".strip()
        return f"{named}, {self.after}" if self.after else named


class Styler:
    """Knows what stands before a name as a title, and after it as an office.

    Titles are words of the vocabulary's roles `address` and `honorific`, of its posts, and names and
    demonyms of states before them (`the Bordurian foreign minister Kurvi-Tasch`); and words of the
    person's own offices.
    """

    def __init__(self, archive: Archive) -> None:
        """Gather the words."""
        self._posts, self._states = _posts(archive), _states(archive)
        self._own = {
            one.id: self._posts | (_words(each.title for each in one.offices) - _JOINTS)
            for one in archive.entities.values()
            if isinstance(one, Person)
        }
        self._titles = {person: own | self._states for person, own in self._own.items()}
        self._any = self._posts | self._states

    def is_person(self, entity: str) -> bool:
        """Return whether an id is a person's."""
        return entity in self._own

    def is_title(self, word: str) -> bool:
        """Return whether a word stands in titles, or names a state before one."""
        return word.strip(".").casefold() in self._any

    def around(self, text: str, start: int, end: int, person: str = "") -> tuple[int, str]:
        """Return where the titles before a name begin, and the office in apposition after it."""
        posts = self._own.get(person, self._posts)
        found = _AFTER.match(text, end, end + _LONGEST)
        is_office = found and _is_office(found[1], posts, self._states)
        after = found[1].rstrip(".") if found and is_office else ""
        return _begin(text, start, self._titles.get(person, self._any)), after


def styled(styler: Styler, mentions: Iterable[Mention], reading: Reading) -> Iterator[Styled]:
    """Yield how each person is styled, mention by mention, in what may be shown of a release."""
    for one in persons(styler, mentions, reading):
        text, person = reading.text(one.block), one.entities[0]
        begin, after = styler.around(text, one.start, one.end, person)
        before = text[begin : one.start].strip()
        yield Styled(person, one.release, one.block, one.start, one.text, before, after)


def persons(styler: Styler, mentions: Iterable[Mention], reading: Reading) -> Iterator[Mention]:
    """Yield the mentions that name one person, in what may be shown of a release."""
    for one in mentions:
        is_one = one.layer == "named" and len(one.entities) == 1
        if (
            is_one
            and 0 < one.end <= len(reading.text(one.block))
            and styler.is_person(one.entities[0])
        ):
            yield one


def _posts(archive: Archive) -> frozenset[str]:
    vocabulary = archive.vocabulary
    words = [*vocabulary.of("address"), *vocabulary.of("honorific")]
    words += (word for post in vocabulary.posts for word in (*post.singular, *post.plural))
    return _words(words) - _LINKS


def _states(archive: Archive) -> frozenset[str]:
    places = (one for one in archive.entities.values() if isinstance(one, Place) and one.state)
    return _words(
        form
        for place in places
        for form in (place.heading, *place.demonyms, *(one.form for one in place.variants))
    )


def _words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(part.strip(".").casefold() for form in forms for part in form.split())


def _begin(text: str, start: int, titles: frozenset[str]) -> int:
    """Return where the titles before a name begin; `the`, `of` only between titles."""
    at = begin = start
    while found := _BEFORE.search(text, max(0, at - 40), at):
        word = found[1].strip(".").casefold()
        stopped = found[1].endswith(".") and len(word) >= _SHORT
        if stopped or (word not in titles and word not in _LINKS):
            break
        if word not in _LINKS:
            begin = found.start(1)
        at = found.start(1)
    return begin


def _is_office(words: str, posts: frozenset[str], states: frozenset[str]) -> bool:
    parts = [part.strip(".,").casefold() for part in words.split()]
    return parts[0] in posts | states and any(part in posts for part in parts)
