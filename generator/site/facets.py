"""The facets of a search, beside Pagefind's index: places of releases in the archive's order of days.

Pagefind's own filters are asked for all at once and count for one query only; a query here is made
of several (names with their signs, phrases), and a facet may have thousands of values. Those of few
values are in one file; of the others each is cut into parts, the values of most releases first, so
that a reader who opens one loads a part and sees its first values counted right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from generator.exports.finding.packed import ENDING, packed

EARLY = ("outlet", "kind", "year", "language", "level", "lag")
"""Facets of few values, which every search shows."""
LATE = ("person", "place", "event")
"""Facets that are loaded when they are opened or chosen from."""
_PART = 12_000
"""How many places a part of a late facet holds before the next begins."""


class Told(Protocol):
    """A page as the search sees it."""

    @property
    def date(self) -> str:
        """Return its day, or an empty text."""

    @property
    def facets(self) -> Mapping[str, Sequence[str]]:
        """Return its values by facet."""


Values = Mapping[str, list[int]]


def files(pages: Sequence[Told]) -> dict[str, bytes]:
    """Return the facet files of `pages`, which stand in the archive's order: name → bytes.

    - `facets.pack`: `early`: facet → value → places, each as its distance from the one before;
      `late`: facet → how many releases the first value of each part has.
    - `facet-<name>-<n>.pack`: part n of a late facet: value → places.
    - `days.pack`: `[day, how many pages have it]`, in order.
    """
    early = {name: _steps(_values(pages, name)) for name in EARLY}
    late = {name: list(_parts(_values(pages, name))) for name in LATE}
    firsts = {name: [len(next(iter(part.values()))) for part in late[name]] for name in LATE}
    made: dict[str, Any] = {
        "facets": {"early": early, "late": firsts},
        "days": _days(pages),
        **{f"facet-{name}-{n}": _steps(part) for name in LATE for n, part in enumerate(late[name])},
    }
    return {f"{name}{ENDING}": packed(value) for name, value in made.items()}


def _values(pages: Sequence[Told], name: str) -> Values:
    found: dict[str, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        for value in page.facets.get(name, ()):
            found[value].append(place)
    return {value: found[value] for value in sorted(found)}


def _parts(values: Values) -> Iterator[Values]:
    """Yield the values in parts, those of most pages first."""
    part: dict[str, list[int]] = {}
    for value in sorted(values, key=lambda value: -len(values[value])):
        part[value] = values[value]
        if sum(map(len, part.values())) >= _PART:
            yield part
            part = {}
    if part:
        yield part


def _steps(values: Values) -> Values:
    return {
        value: [place - before for before, place in zip([0, *places], places, strict=False)]
        for value, places in values.items()
    }


def _days(pages: Sequence[Told]) -> list[list[Any]]:
    days: list[list[Any]] = []
    for page in pages:
        if not days or days[-1][0] != page.date:
            days.append([page.date, 0])
        days[-1][1] += 1
    return days
