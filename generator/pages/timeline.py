"""The timeline of the home page: events and releases, a row for each outlet, as a drawing's numbers.

Only places and words are made here; the theme draws them (overrides/partials/timeline.html), since
text of a page cannot hold a drawing. What lies closer together than a finger is wide becomes one
mark with a number, which leads to the list that has them all. Each drawing is made twice: wide, and
for screens on which the wide one could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.authority import Event
from generator.model import Release
from generator.pages import dates
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.words import counted

MOST_ROWS, MOST_LETTERS = 12, 24
STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Years from one named year to the next."""
YEAR_WIDTH = 52
"""What a named year needs, in the units of a drawing."""
CHRONOLOGY = "chronology.md"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened or was published, and where its page is."""

    day: str
    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sizes of a drawing, in its own units."""

    width: int
    left: int
    """Where the rows begin: what is left of it is for their names."""
    row: int
    line: int
    """How far below the top of a row its line is."""
    quarters: int
    """Of how many months at most the quarters are named."""
    head: int = 34
    apart: int = 36
    """What two marks of one row must lie apart."""


WIDE = Sheet(width=1000, left=205, row=36, line=18, quarters=30)
NARROW = Sheet(width=340, left=0, row=56, line=36, quarters=12)


@dataclass(frozen=True, slots=True)
class Span:
    """The months that are drawn, counted from year 0; both are within."""

    first: int
    last: int
    sheet: Sheet = WIDE

    @property
    def years_apart(self) -> int:
        """How many years lie from one named year to the next, so that their names do not meet.

        >>> Span(2011 * 12, 2025 * 12).years_apart, Span(1945 * 12, 2025 * 12, NARROW).years_apart
        (1, 20)
        """
        room = self.sheet.width - self.sheet.left - self.sheet.apart
        years = (self.last - self.first + 1) / 12
        return next((each for each in STEPS if room * each >= years * YEAR_WIDTH), STEPS[-1])

    def place(self, day: str) -> int | None:
        """Return how far right a day lies; None if it is not within.

        >>> Span(24289, 24290).place("2024-02-01"), Span(24289, 24290).place("2024-04-01")
        (217, None)
        """
        sheet = self.sheet
        month = _month(day)
        if not self.first <= month <= self.last:
            return None
        within = (int(day[8:10]) - 1) / 31 if len(day) >= 10 else 0.5
        share = (month - self.first + within) / (self.last - self.first + 1)
        room = sheet.width - sheet.left - sheet.apart
        return sheet.left + sheet.apart // 3 + round(share * room)


def timeline(holdings: Holdings) -> Mapping[str, Value]:
    """Return the drawings as front matter: rows with their marks, years; empty without dates."""
    days = [holdings.date(each) for each in holdings.releases if len(holdings.date(each)) >= 7]
    if not days:
        return {}
    last = _month(days[-1])
    first = _month(days[0])
    noun = "release" if len(days) == len(holdings.releases) else "dated release"
    return {
        "title": f"{counted(len(days), noun)} and what they report, "
        f"{dates.in_words(f'{_iso(first)}/{_iso(last)}')}",
        "drawings": [_drawing(holdings, Span(first, last, sheet)) for sheet in (WIDE, NARROW)],
        "more": max(len(holdings.of_outlet) - MOST_ROWS, 0),
    }


def _drawing(holdings: Holdings, span: Span) -> Mapping[str, Value]:
    sheet = span.sheet
    outlets = sorted(holdings.of_outlet, key=lambda each: -len(holdings.of_outlet[each]))
    rows = [_row(span, "Events", CHRONOLOGY, _events(holdings), "event")]
    rows += [_outlet(holdings, span, each) for each in outlets[:MOST_ROWS]]
    tops = range(sheet.head, sheet.head + sheet.row * len(rows), sheet.row)
    return {
        "size": "wide" if sheet is WIDE else "narrow",
        "width": sheet.width,
        "height": tops.stop,
        "left": sheet.left,
        "ticks": list(_ticks(span)),
        "rows": [
            {**row, "y": top + sheet.line, "base": top + (sheet.line + 5 if sheet.left else 12)}
            for top, row in zip(tops, rows, strict=True)
        ],
    }


def _events(holdings: Holdings) -> Iterator[Mark]:
    for each in holdings.archive.entities.values():
        if isinstance(each, Event) and len(dates.first_day(each.date)) >= 7:
            words = f"{dates.in_words(each.date)}: {each.heading}"
            yield Mark(dates.first_day(each.date), words, holdings.paths[each.id])


def _outlet(holdings: Holdings, span: Span, outlet: str) -> dict[str, Value]:
    marks = (_released(holdings, each) for each in holdings.of_outlet[outlet])
    there = holdings.paths.get(f"outlet:{outlet}", "outlets/index.md")
    return _row(span, holdings.outlet_name(outlet), there, marks, "release")


def _released(holdings: Holdings, release: Release) -> Mark:
    day = holdings.date(release)
    words = f"{dates.in_words(day)}: {holdings.title(release)}" if day else ""
    return Mark(day, words, holdings.paths[release.id])


def _row(span: Span, name: str, there: str, marks: Iterable[Mark], noun: str) -> dict[str, Value]:
    placed = sorted(
        ((place, mark) for mark in marks if (place := span.place(mark.day)) is not None),
        key=lambda each: (each[0], each[1].words),
    )
    short = name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1].rstrip()}…"
    return {
        "name": name,
        "short": short,
        "to": address(there),
        "noun": noun,
        "marks": [_mark(group, name, there, noun) for group in _near(placed, span.sheet.apart)],
    }


def _near(placed: Sequence[tuple[int, Mark]], apart: int) -> Iterator[list[tuple[int, Mark]]]:
    group: list[tuple[int, Mark]] = []
    for place, mark in placed:
        if group and place >= group[0][0] + apart:
            yield group
            group = []
        group.append((place, mark))
    if group:
        yield group


def _mark(group: Sequence[tuple[int, Mark]], name: str, there: str, noun: str) -> dict[str, Value]:
    place, one = group[0]
    if len(group) == 1:
        said = one.words if noun == "event" else f"{name}, {one.words}"
        return {"x": place, "to": address(one.to), "words": said, "many": 0}
    when = dates.span([mark.day for _, mark in group])
    words = f"{name}, {counted(len(group), noun)}, {when}"
    return {"x": place, "to": address(there), "words": words, "many": len(group)}


def _ticks(span: Span) -> Iterator[Mapping[str, Value]]:
    months = span.last - span.first + 1
    short = months <= span.sheet.quarters
    for month in range(span.first, span.last + 1):
        opens = month % (12 * span.years_apart) == 0 or (month == span.first and _alone(span))
        quarter = month % 3 == 0 and short
        place = span.place(f"{_iso(month)}-01")
        if place and (opens or quarter):
            label = dates.MONTHS[month % 12][:3] if quarter or months <= 30 else ""
            yield {"x": place, "label": f"{label} {month // 12}".strip() if opens else label}


def _alone(span: Span) -> bool:
    """Return whether the first month can bear its year: the next January is far enough."""
    opened = span.place(f"{_iso(span.first + 12 - span.first % 12)}-01")
    here = span.place(f"{_iso(span.first)}-01")
    return opened is None or here is None or opened - here >= YEAR_WIDTH


def address(path: str) -> str:
    """Return where the site has a page of the tree.

    >>> address("releases/a.md"), address("outlets/index.md")
    ('releases/a/', 'outlets/')
    """
    return path.removesuffix(".md").removesuffix("/index") + "/"


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1 if len(day) >= 7 else -1


def _iso(month: int) -> str:
    return date(month // 12, month % 12 + 1, 1).isoformat()[:7]
