"""The timeline of the home page and the calendar of coverage, of the made-up archive."""

from __future__ import annotations

import dataclasses
import itertools
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Archive, DateClaim
from generator.pages.coverage import NONE
from generator.pages.holdings import Holdings
from generator.pages.timeline import NARROW, WIDE, YEAR_WIDTH, Sheet, timeline
from generator.pages.whole import page_tree
from tests.pages import made
from tests.pages.made import REPORT

MANY = 90
SHEETS = pytest.mark.parametrize(("number", "sheet"), [(0, WIDE), (1, NARROW)])


def drawn(archive: Archive, number: int = 0) -> Any:
    """Return a drawing of an archive: the wide one, or the narrow one."""
    made: Any = timeline(Holdings(archive, {}, ()))
    return made["drawings"][number]


def archive_of(days: list[str]) -> Archive:
    """Return an archive with a release of one outlet on each of `days`."""
    one = made.ARCHIVE.releases[REPORT]
    releases = {}
    for number, day in enumerate(days):
        published = DateClaim(value=day, status="stated", evidence=("l1",))
        head = replace(one.head, id=f"{day}-r{number}", published=published)
        releases[head.id] = dataclasses.replace(one, head=head)
    return dataclasses.replace(made.ARCHIVE, releases=releases)


@SHEETS
def test_every_mark_says_its_day_and_leads_to_its_page(number: int, sheet: Sheet) -> None:
    """Marks are named in words, lie within the drawing, and lead to pages that exist."""
    tree = page_tree(made.ARCHIVE, made.MENTIONS, made.RELATIONS)
    marks = [mark for row in drawn(made.ARCHIVE, number)["rows"] for mark in row["marks"]]

    assert marks
    for mark in marks:
        assert "2024" in mark["words"]
        assert sheet.left < mark["x"] < sheet.width
        assert {mark["to"].rstrip("/") + end for end in (".md", "/index.md")} & set(tree)


@SHEETS
def test_marks_are_a_finger_apart(number: int, sheet: Sheet) -> None:
    """Releases of one week become one mark that says how many it stands for."""
    days = [f"2024-05-{day:02}" for day in range(1, 29)] + ["2026-05-01"]
    rows = drawn(archive_of(days), number)["rows"]
    row = next(row for row in rows if row["noun"] == "release")
    places = [mark["x"] for mark in row["marks"]]

    assert all(b - a >= sheet.apart for a, b in itertools.pairwise(places))
    assert sum(mark["many"] or 1 for mark in row["marks"]) == 29


@SHEETS
def test_a_long_archive_is_drawn_whole(number: int, sheet: Sheet) -> None:
    """Ninety years are drawn from the first to the last; no two names of years run together."""
    days = [f"{1930 + year}-05-01" for year in range(MANY)]
    shown = drawn(archive_of(days), number)
    named = [tick["x"] for tick in shown["ticks"] if tick["label"]]

    assert all(sheet.left < place < sheet.width for place in named)
    assert sum(mark["many"] or 1 for mark in shown["rows"][1]["marks"]) == MANY
    assert len(named) > 3
    assert all(b - a >= YEAR_WIDTH - 1 for a, b in itertools.pairwise(named))


def test_without_a_date_nothing_is_drawn() -> None:
    """An archive that holds nothing has no timeline."""
    assert timeline(Holdings(archive_of([]), {}, ())) == {}


def test_the_calendar_shows_what_is_held_and_what_is_not() -> None:
    """A month with one release leads to it; one with none is a dot."""
    page = page_tree(made.ARCHIVE, made.MENTIONS, made.RELATIONS)["coverage.md"].decode()
    row = next(line for line in page.splitlines() if "The Herald" in line)
    cells = [cell.strip() for cell in row.split("|")[2:-1]]

    assert cells[4] == f"[1](releases/{REPORT}.md)"
    assert [cell for cell in cells if cell != NONE] == [cells[4]]
