"""The home page, and the pages of search and data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.authority import FOLDERS
from generator.model import Release
from generator.pages import dates
from generator.pages.chronology import released
from generator.pages.coverage import coverage_pages
from generator.pages.datapage import PATH, data_page
from generator.pages.described import of_whole
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.handwritten import HOME, linked, summary, title_and_body
from generator.pages.holdings import Holdings
from generator.pages.indexes import MANY
from generator.pages.particulars import Row
from generator.pages.timeline import timeline
from generator.pages.unsettled import PATH as UNSETTLED
from generator.pages.unsettled import unsettled
from generator.pages.words import Words, counted

LATEST = 6
YEARS = 5
EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Coverage:
    """An outlet and how many releases of it are held for each year."""

    outlet: Words
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows."""

    title: str
    figures: str
    introduction: Markup
    latest: tuple[Row, ...]
    ways: tuple[tuple[Words, ...], ...]
    years: tuple[str, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class WaysPage:
    """A page whose own part the theme makes; its text says the ways that need no script."""

    heading: str
    """Empty where the theme sets it, because its own part comes first."""
    introduction: str
    ways: tuple[tuple[Words, ...], ...]


def home_pages(holdings: Holdings) -> dict[str, bytes]:
    """Return the home page, the search page and the data page, by path."""
    ways = _ways(holdings)
    search = WaysPage("", "Without the search, these lists lead to everything that is held.", ways)
    return {
        HOME: _home(holdings, ways),
        "search.md": page("ways", search, "search.md", _meta("Search", search)),
        PATH: data_page(holdings),
        **coverage_pages(holdings),
    }


def _meta(title: str, made: WaysPage) -> dict[str, Value]:
    name = title.lower()
    return {
        "title": title,
        "description": made.introduction,
        "record": name,
        "template": f"{name}.html",
    }


def _home(holdings: Holdings, ways: tuple[tuple[Words, ...], ...]) -> bytes:
    title, body = title_and_body(HOME, holdings.archive.pages.get(HOME, "# Communiqué\n"))
    years = _years(holdings)
    context = HomePage(
        title=title,
        figures=figures(holdings),
        introduction=Markup(linked(holdings, body, HOME)),  # noqa: S704 - written by us, in Markdown
        latest=tuple(released(holdings, each) for each in holdings.releases[: -LATEST - 1 : -1]),
        ways=ways,
        years=years,
        coverage=_coverage(holdings, years),
    )
    meta = {
        "title": title,
        "description": summary(body),
        "record": "home",
        **of_whole("WebSite", summary(body)),
        "timeline": timeline(holdings),
        **holdings.source(f"pages/{HOME}"),
        "data_version": holdings.version,
    }
    return page("home", context, HOME, meta)


def figures(holdings: Holdings) -> str:
    """Return what is here in one line: how much, from whom, from when to when."""
    if not holdings.releases:
        return "No release is held yet"
    when = dates.span([holdings.date(each) for each in holdings.releases])
    return (
        f"{counted(len(holdings.releases), 'release')} from {counted(len(holdings.of_outlet), 'outlet')}, "
        f"{when}; {counted(len(holdings.archive.entities), 'record')} of people, places, events and treaties"
    )


def _ways(holdings: Holdings) -> tuple[tuple[Words, ...], ...]:
    lines = [
        (
            Words("Chronology", to="chronology.md"),
            Words(": what happened, then who said so and when"),
        ),
        (
            Words("Releases", to="releases/index.md"),
            Words(f": {counted(len(holdings.releases), 'text')} by date"),
        ),
        (
            Words("Outlets", to="outlets/index.md"),
            Words(f": {counted(len(holdings.archive.outlets), 'publisher')}"),
        ),
        (
            Words("Coverage", to="coverage.md"),
            Words(": what is held of each month, and what is not"),
        ),
        (Words("Comparisons", to="compare/index.md"), Words(": releases read side by side")),
        (Words("Concordance", to="concordance.md"), Words(": any word or phrase in its lines")),
        (Words("Levels and lag", to="levels.md"), Words(": who speaks, and how soon")),
        (
            Words("Corrections", to="corrections.md"),
            Words(": what was changed after it was published here"),
        ),
    ]
    entities = holdings.archive.entities.values()
    for folder, many in MANY.items():
        number = sum(isinstance(each, FOLDERS[folder]) for each in entities)
        if number:
            lines.append((Words(many, to=f"{folder}/index.md"), Words(f": {number:,}")))
    open_names = len(unsettled(holdings))
    lines.append((Words("Names not settled", to=UNSETTLED), Words(f": {open_names or 'none'}")))
    return tuple(lines)


def _years(holdings: Holdings) -> tuple[str, ...]:
    """Return the columns of the table of coverage: the last years, and what lies before them."""
    every = sorted({_year(holdings, each) for each in holdings.releases})
    return tuple(every) if len(every) <= YEARS else (EARLIER, *every[1 - YEARS :])


def _year(holdings: Holdings, release: Release) -> str:
    return holdings.date(release)[:4] or "no date"


def _coverage(holdings: Holdings, years: tuple[str, ...]) -> tuple[Coverage, ...]:
    made = []
    for outlet, held in sorted(
        holdings.of_outlet.items(), key=lambda each: (-len(each[1]), each[0])
    ):
        found = (_year(holdings, each) for each in held)
        counts = Counter(year if year in years else EARLIER for year in found)
        made.append(
            Coverage(holdings.to_outlet(outlet), tuple(f"{counts[year] or '–'}" for year in years))
        )
    return tuple(made)
