"""Lists and pages stay short enough to read, however much is held."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Archive, Mention
from generator.pages import page_tree
from generator.pages.naming import Naming, Sentence, sheets
from generator.pages.particulars import Row
from generator.pages.shelves import MOST, shelved
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
