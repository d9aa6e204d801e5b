"""Lists and pages stay short enough to read, however much is held."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Archive, Mention
from generator.pages.naming import Naming, Sentence, sheets
from generator.pages.paged import paged
from generator.pages.particulars import Row
from generator.pages.shelves import MOST, Group, Listing, shelved
from generator.pages.weight import LIMIT, of_line, of_row, runs
from generator.pages.whole import page_tree
from generator.pages.words import Words
from tests.pages import made


def naming(number: int, sentences: int) -> Naming:
    """Return a release that names something in so many sentences."""
    each = tuple(Sentence(Words(f"{number}.{at}"), ()) for at in range(sentences))
    return Naming(Words(str(number)), "", f"day {number}", "", each, "")


@given(st.lists(st.integers(0, 12), max_size=12), st.integers(1, 7))
def test_sheets_hold_every_sentence_once_and_in_order(sizes: list[int], most: int) -> None:
    """No sentence is lost or doubled; no sheet but one of releases without sentences is longer."""
    found = sheets((naming(number, size) for number, size in enumerate(sizes)), most)

    flat = [each.where.text for sheet in found for one in sheet for each in one.sentences]
    assert flat == [f"{number}.{at}" for number, size in enumerate(sizes) for at in range(size)]
    assert all(sum(len(one.sentences) for one in sheet) <= most for sheet in found)
    assert {one.date for sheet in found for one in sheet} == {
        f"day {each}" for each in range(len(sizes))
    }


@given(st.lists(st.integers(0, 300_000), max_size=12), st.integers(1, LIMIT))
def test_runs_hold_everything_once_and_none_of_several_is_too_heavy(
    things: list[int], first: int
) -> None:
    """Only what is too heavy by itself stands alone on a page that is."""
    made = runs(things, lambda thing: thing, first)

    assert [thing for run in made for thing in run] == things
    assert all(len(run) == 1 or sum(run) <= LIMIT for run in made)
    assert sum(made[0]) <= first or len(made[0]) == 1


@given(st.lists(st.integers(0, 60_000), max_size=9))
def test_no_sheet_of_several_sentences_is_too_heavy(lengths: list[int]) -> None:
    """Long sentences make more sheets; none is lost."""
    sentences = tuple(Sentence(Words("¶ 1"), (Words("a" * length),)) for length in lengths)
    found = sheets([Naming(Words("R"), "", "day", "", sentences, "")])

    told = [one for sheet in found for naming in sheet for one in naming.sentences]
    assert tuple(told) == sentences
    for sheet in found:
        inside = [of_line(one.pieces) for naming in sheet for one in naming.sentences]
        assert len(inside) <= 1 or sum(inside) <= LIMIT


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40_000)), max_size=9))
def test_a_heavy_list_goes_on_on_further_pages(sizes: list[tuple[int, int]]) -> None:
    """Every group and row stands once and in order; the first page leads to each other one."""
    groups = tuple(
        Group(f"g{number}", rows=tuple(Row(f"{number}.{at}", ((Words("a" * size),),)) for at in range(rows)))
        for number, (rows, size) in enumerate(sizes)
    )  # fmt: skip
    made = paged("people/index.md", Listing("People", "", "", (), groups))

    (path, first), *others = made.items()
    assert path == "people/index.md"
    links = [item[0].to for group in first.groups if group.heading == "Further pages" for item in group.items]  # fmt: skip
    assert links == [path for path, _ in others]
    told = [group for page in made.values() for group in page.groups if not group.items]
    assert [row.term for group in told for row in group.rows] == [
        row.term for group in groups for row in group.rows
    ]
    assert list(dict.fromkeys(group.heading for group in told)) == [one.heading for one in groups]
    for page in made.values():
        rows = [of_row(row) for group in page.groups for row in group.rows]
        assert len(rows) <= 1 or sum(rows) <= LIMIT


def test_an_event_of_many_accounts_has_pages_that_lead_to_all() -> None:
    """Its own page has the first, further pages the others; the chronology some and how many more."""
    releases = [
        made.release(f"2024-05-0{1 + at % 9}-account-{at}", "x", events=["talks-2024"])
        for at in range(900)
    ]
    archive = Archive(
        {each.id: each for each in releases}, {}, made.OUTLETS, {"talks-2024": made.ENTITIES["talks-2024"]}, {}
    )  # fmt: skip
    tree = page_tree(archive, {}, ())

    pages = [page for path, page in tree.items() if "talks-2024" in path]
    assert len(pages) > 1
    assert max(map(len, pages)) < 150_000
    for release in releases:
        assert sum(page.count(f"releases/{release.id}.md)".encode()) for page in pages) == 1
    assert b"and 888 more accounts" in tree["chronology.md"]
    assert tree["chronology.md"].count(b"](releases/") < 400


def test_the_years_of_coverage_are_parted_before_they_are_too_heavy() -> None:
    """Of two hundred years of ten outlets the first page has the latest and leads to the others."""
    outlets = {f"o{at}": replace(made.OUTLETS["gazette"], id=f"o{at}") for at in range(10)}  # fmt: skip
    releases = [
        made.release(f"r-{year}-{at}", "x", outlet=f"o{at}", published={"value": f"{year}-03-01"})
        for year in range(1800, 2000)
        for at in range(10)
    ]
    tree = page_tree(Archive({each.id: each for each in releases}, {}, outlets, {}, {}), {}, ())

    pages = {path: page.decode() for path, page in tree.items() if "coverage" in path}
    assert len(pages) > 2
    assert max(map(len, pages.values())) < 150_000
    assert all(path in pages["coverage.md"] for path in pages if path != "coverage.md")
    years = [year for page in pages.values() for year in re.findall("(?m)^## ([0-9]{4})$", page)]
    assert sorted(years) == [str(year) for year in range(1800, 2000)]


def test_a_short_list_is_one_page_of_years() -> None:
    """Up to the limit everything stands on the page, a group for each year."""
    shelves = shelved(
        [("2023-01-02", Row("a", ())), ("2024", Row("b", ())), ("", Row("c", ()))], "List", "list"
    )

    assert [(group.heading, [row.term for row in group.rows]) for group in shelves.groups] == [
        ("2023", ["a"]),
        ("2024", ["b"]),
        ("Undated", ["c"]),
    ]
    assert shelves.further == {}


def test_a_long_list_is_a_page_for_each_year_or_month() -> None:
    """Beyond it, the page leads to pages that hold every entry once."""
    entries = [
        (f"2011-{month:02}-01", Row(f"{month}.{at}", ()))
        for month in range(1, 13)
        for at in range(100)
    ]
    entries += [("2012-05-05", Row("last", ()))]
    shelves = shelved(entries, "List", "list")

    assert [group.heading for group in shelves.groups] == ["2011", "2012"]
    assert sorted(shelves.further) == [
        *(f"list/2011-{month:02}.md" for month in range(1, 13)),
        "list/2012.md",
    ]
    rows = [
        row.term for page in shelves.further.values() for group in page.groups for row in group.rows
    ]
    assert rows == [row.term for _, row in entries]


def test_an_entity_named_everywhere_has_further_pages() -> None:
    """Five thousand mentions stand on pages of some hundred sentences, linked from the first."""
    text = "Ann spoke. " * 5000
    release = made.release("2024-01-01-long", text.strip())
    mentions = tuple(
        Mention(release.id, "p1", 11 * at, 11 * at + 3, "Ann", ("ann-example",), "named", "x")
        for at in range(5000)
    )
    archive = Archive(
        {release.id: release}, {}, {}, {"ann-example": made.ENTITIES["ann-example"]}, {}
    )
    tree = page_tree(archive, {release.id: mentions}, ())

    further = [path for path in tree if path.startswith("people/ann-example/mentions-")]
    assert len(further) == 24
    assert (
        sum(page.count(b"[Ann](") for path, page in tree.items() if path.startswith("people/ann"))
        == 5000
    )
    assert all(
        f"]({path.removeprefix('people/')})" in tree["people/ann-example.md"].decode()
        for path in further
    )


def test_a_year_of_many_releases_is_shelved_everywhere() -> None:
    """Index, outlet and chronology lead to shelves; every link between them is a page."""
    releases = [
        made.release(f"r{at}", "x", published={"value": f"2011-0{1 + at % 9}-01"})
        for at in range(MOST + 9)
    ]
    archive = Archive({each.id: each for each in releases}, {}, made.OUTLETS, {}, {})
    tree = page_tree(archive, {}, ())

    assert {"years/2011-01.md", "chronology/2011-09.md", "outlets/gazette/2011-05.md"} <= set(tree)
    assert b"(../years/2011-01.md)" in tree["releases/index.md"]


def test_a_full_month_is_parted_by_tens_of_days_and_a_full_day_by_number() -> None:
    """No page holds more than the limit, every entry stands once, each period says its days."""
    entries = [
        (f"2011-02-{1 + at * 28 // (2 * MOST):02}", Row(f"{at}", ())) for at in range(2 * MOST)
    ]
    entries += [("2011-03-05", Row(f"full {at}", ())) for at in range(MOST + 1)]
    shelves = shelved(entries, "List", "list")

    assert sorted(shelves.further) == [
        "list/2011-02-01.md",
        "list/2011-02-10.md",
        "list/2011-02-20.md",
        "list/2011-03-05-part-1.md",
        "list/2011-03-05-part-2.md",
    ]
    assert shelves.further["list/2011-02-20.md"].title == "List: 20–28 February 2011"
    held = [
        [row.term for group in page.groups for row in group.rows]
        for page in shelves.further.values()
    ]
    assert max(map(len, held)) <= MOST
    assert [term for page in held for term in page] == [row.term for _, row in entries]


def test_a_list_of_very_many_pages_is_a_list_of_years() -> None:
    """Where the parts themselves are many, each year has a page that leads to its own."""
    entries = [
        (f"{year}-{month:02}-{day:02}", Row("x", ()))
        for year in range(1990, 2004)
        for month in range(1, 13)
        for day in range(1, 29)
        for _ in range(15)
    ]
    shelves = shelved(entries, "List", "list")

    assert [len(group.items) for group in shelves.groups] == [14]
    assert shelves.groups[0].items[0][0].to == "list/1990-all.md"
    assert len(shelves.further["list/1990-all.md"].groups[0].items) == 36
