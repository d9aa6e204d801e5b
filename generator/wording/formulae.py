"""Where formulae stand, and what can be said of when they came and went."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Entity, Formula
from generator.packed import Packed
from generator.wording.patterns import Finder
from generator.wording.reading import Reading

_OPENING, _CLOSING = "\"“„«‘'「『", "\"”“»’'」』"


@dataclass(frozen=True, slots=True)
class Use(Packed):
    """A formula where it stands."""

    formula: str
    release: str
    block: str
    start: int
    end: int
    text: str
    quoted: bool
    """Whether quotation marks enclose just these words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement on the archive rests on: how many releases, from when to when."""

    releases: int
    first: str
    """Their earliest date; empty if none has one."""
    last: str
    kind: str
    """Of which kind they are; empty for all."""


@dataclass(frozen=True, slots=True)
class Year:
    """How often a formula stands in the releases of a year, and how many of those are held."""

    year: str
    uses: int
    releases: int
    """That use it."""
    held: int
    """That there are: the denominator."""


def formula_finder(entities: Mapping[str, Entity]) -> Finder:
    """Return the finder of all curated formulae."""
    every = (one for one in entities.values() if isinstance(one, Formula))
    return Finder([(one.id, pattern) for one in every for pattern in one.patterns])


def uses(reading: Reading, finder: Finder) -> Iterator[Use]:
    """Yield each formula in what may be shown of a release, in the order of the text."""
    for block in reading.blocks:
        for found in finder.find(block.text):
            start, end = found.start, found.end
            words = block.text[start:end]
            quoted = _quoted(block.text, start, end)
            yield Use(found.key, reading.id, block.id, start, end, words, quoted)


def _quoted(text: str, start: int, end: int) -> bool:
    return (
        start > 0
        and end < len(text)
        and text[start - 1] in _OPENING
        and text[end] in _CLOSING + ",.;"
        and any(sign in _CLOSING for sign in text[end : end + 2])
    )


def ground(readings: Iterable[Reading], kind: str = "") -> Ground:
    """Return what is held: of one kind of release, or of all."""
    held = [one for one in readings if not kind or one.release.head.kind == kind]
    dates = sorted(one.date for one in held if one.date)
    return Ground(len(held), dates[0] if dates else "", dates[-1] if dates else "", kind)


def years(readings: Iterable[Reading]) -> Counter[str]:
    """Return how many releases of each year are held."""
    return Counter(_year(one) for one in readings)


def by_year(
    used: Sequence[Use], readings: Mapping[str, Reading], held: Mapping[str, int]
) -> tuple[Year, ...]:
    """Return the years of the archive, each with the uses of one formula and its denominator.

    Args:
        used: The uses.
        readings: The releases, by id.
        held: What `years` made of all of them.
    """
    every = Counter(_year(readings[one.release]) for one in used)
    inside = Counter(_year(readings[one]) for one in {each.release for each in used})
    return tuple(Year(year, every[year], inside[year], held[year]) for year in sorted(held))


def _year(reading: Reading) -> str:
    return reading.date[:4] or "undated"


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a release: formulae that no release of an earlier day uses."""

    formulae: tuple[str, ...]
    ground: Ground
    """All releases of earlier days."""
    kind_ground: Ground
    """Those of its kind."""


class Days:
    """The releases by date, so that what is held before a day is found without reading them all."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Sort the dates of `readings`, all and of each kind."""
        self._dates: dict[str, list[str]] = {"": []}
        for one in readings:
            if date := one.date:
                self._dates[""].append(date)
                self._dates.setdefault(one.release.head.kind, []).append(date)
        for dates in self._dates.values():
            dates.sort()

    def before(self, day: str, kind: str = "") -> Ground:
        """Return what is held of earlier days: of one kind of release, or of all."""
        dates = self._dates.get(kind, [])
        held = bisect_left(dates, day)
        return Ground(held, dates[0] if held else "", dates[held - 1] if held else "", kind)


def news(
    reading: Reading, days: Days, firsts: Mapping[str, str], here: Collection[str]
) -> News | None:
    """Return what is new in a release; None if it has no date or none is held that is earlier.

    Args:
        reading: The release.
        days: All releases by date.
        firsts: Formula → the date of the first dated release that uses it; empty if none does.
        here: The formulae that the release uses.
    """
    earlier = days.before(reading.date)
    if not reading.date or not earlier.releases:
        return None
    new = tuple(one for one, first in firsts.items() if one in here and first >= reading.date)
    return News(new, earlier, days.before(reading.date, reading.release.head.kind))
