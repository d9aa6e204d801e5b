"""What is cited: the few facts of a release that every style and every format writes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.authority import Person
from generator.model import Archive, DateClaim, Release

ARCHIVE = "Communiqué"
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# What no citation can hold: line ends, controls, and characters that turn the direction of text.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]+"
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who is named as author; a name whose parts nobody has recorded is kept whole."""

    whole: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A release as a bibliography lists it."""

    id: str
    title: str
    authors: tuple[Author, ...]
    """The person named as author, else the agency whose text it is, else the outlet's own body."""
    publication: str
    """The outlet's name."""
    language: str
    issued: tuple[tuple[int, ...], ...] = ()
    """Year, month and day as far as known; two of them for an interval; empty if undated."""
    issued_status: str = "stated"
    version: str = "unknown"
    """Of its record (`generator.version`)."""

    @property
    def date(self) -> str:
        """The first day, as precise as it is known, in ISO 8601; empty if undated."""
        return "-".join(f"{part:02d}" for part in self.issued[0]) if self.issued else ""


def work(archive: Archive, release: Release, version: str) -> Work:
    """Return the work that a release is; its id stands in for a title that is missing."""
    head = release.head
    outlet = archive.outlets.get(head.outlet)
    return Work(
        id=head.id,
        title=_line(head.title.value) if head.title else f"[{head.id}]",
        authors=_authors(archive, release),
        publication=_line(outlet.name) if outlet else head.outlet,
        language=head.language,
        issued=issued(head.published),
        issued_status=head.published.status if head.published else "stated",
        version=version,
    )


def _line(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split()) or "[untitled]"


def _authors(archive: Archive, release: Release) -> tuple[Author, ...]:
    if release.head.author:
        return (_person(archive, _line(release.head.author.value)),)
    outlet = archive.outlets.get(release.head.outlet)
    body = release.head.agency or (outlet.organisation if outlet else None)
    found = archive.entities.get(body or "")
    if found:
        return (Author(_line(found.heading)),)
    return (Author(_line(outlet.name) if outlet else release.head.outlet),)


def _person(archive: Archive, name: str) -> Author:
    """Return a named author, in parts if a record of a person of that name tells them."""
    for entity in archive.entities.values():
        if isinstance(entity, Person) and name == entity.heading and entity.family and entity.given:
            return Author(name, entity.family, entity.given)
    return Author(name)


def issued(claim: DateClaim | None) -> tuple[tuple[int, ...], ...]:
    """Return the date of publication as numbers; empty if it is only bounded on one side.

    >>> issued(DateClaim(value="2024-01-15/2024-01-17", precision="interval"))
    ((2024, 1, 15), (2024, 1, 17))
    """
    if claim is None or claim.precision in ("not-before", "not-after"):
        return ()
    ends = [end for end in claim.value.split("/") if _DAY.fullmatch(end)]
    days = [tuple(int(part) for part in end.split("-")) for end in ends]
    return tuple(dict.fromkeys(days))
