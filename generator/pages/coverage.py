"""The coverage calendar: how many releases are held of each outlet and month, and where none is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Release
from generator.pages.environment import page
from generator.pages.holdings import Holdings
from generator.pages.weight import of_line, runs
from generator.pages.words import Words, counted

PATH = "coverage.md"
NONE = "·"


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the calendar: twelve months of an outlet or of a year."""

    name: Words
    months: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its rows, and how much of it is held."""

    name: str
    held: str
    rows: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What the page of coverage shows."""

    title: str
    byline: str
    introduction: str
    years: tuple[Year, ...]
    undated: str
    further: tuple[Words, ...]
    """Pages with the years before."""


def coverage_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the page of coverage, by path."""
    by_year: dict[str, list[Release]] = defaultdict(list)
    for release in holdings.releases:
        by_year[_year(holdings, release)].append(release)
    undated = len(by_year.pop("", ()))
    years = (_of_year(holdings, *each) for each in sorted(by_year.items(), reverse=True))
    first, *others = runs(years, _weight)
    links = tuple(
        Words(f"{some[-1].name}–{some[0].name}", to=f"further/coverage-{some[0].name}.md")
        for some in others
    )
    context = CoveragePage(
        title="Coverage",
        byline=f"{counted(len(holdings.releases), 'release')} by outlet and month",
        introduction="What this archive holds, and where it has nothing. A dot is a gap of this "
        "archive, not a silence of the outlet. A number leads to the release, or, if there are "
        "several, to the outlet’s list.",
        years=tuple(first),
        undated=f"{counted(undated, 'release')} without a month." if undated else "",
        further=links,
    )
    pages = {PATH: context} | {
        link.to: replace(
            context, title=f"Coverage: {link.text}", years=tuple(some), undated="", further=()
        )
        for link, some in zip(links, others, strict=True)
    }
    return {path: page("coverage", each, path, _meta(each)) for path, each in pages.items()}


def _meta(context: CoveragePage) -> dict[str, str]:
    return {"title": context.title, "description": context.introduction, "record": "index"}


def _weight(year: Year) -> int:
    return sum(of_line((row.name, *row.months)) for row in year.rows)


def of_outlet(holdings: Holdings, outlet: str) -> tuple[Held, ...]:
    """Return the calendar of one outlet: a row for each year, the newest first."""
    by_year: dict[str, list[Release]] = defaultdict(list)
    for release in holdings.of_outlet.get(outlet, ()):
        by_year[_year(holdings, release)].append(release)
    by_year.pop("", None)
    return tuple(
        _row(holdings, Words(year), inside, outlet)
        for year, inside in sorted(by_year.items(), reverse=True)
    )


def _of_year(holdings: Holdings, year: str, releases: list[Release]) -> Year:
    by_outlet: dict[str, list[Release]] = defaultdict(list)
    for release in releases:
        by_outlet[release.head.outlet].append(release)
    rows = tuple(
        _row(holdings, holdings.to_outlet(outlet), inside, outlet)
        for outlet, inside in sorted(by_outlet.items(), key=lambda each: (-len(each[1]), each[0]))
    )
    said = f"{counted(len(releases), 'release')} of {counted(len(rows), 'outlet')}"
    return Year(year, said, rows)


def _row(holdings: Holdings, name: Words, releases: Iterable[Release], outlet: str) -> Held:
    months: dict[str, list[Release]] = defaultdict(list)
    for release in releases:
        months[holdings.date(release)[5:7]].append(release)
    cells = (_cell(holdings, months.get(f"{month:02}", []), outlet) for month in range(1, 13))
    return Held(name, tuple(cells))


def _cell(holdings: Holdings, inside: list[Release], outlet: str) -> Words:
    if not inside:
        return Words(NONE)
    if len(inside) == 1:
        return holdings.to_release(inside[0], text="1")
    return Words(f"{len(inside):,}", to=holdings.to_outlet(outlet).to)


def _year(holdings: Holdings, release: Release) -> str:
    """Return the year of a release; empty if its month is not known."""
    day = holdings.date(release)
    return day[:4] if len(day) >= 7 else ""
