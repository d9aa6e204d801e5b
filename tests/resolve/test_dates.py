"""Dates in texts: every one right or left open, none wrong."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Claim, DateClaim, Dateline, Release
from generator.record import DateText, Record, checked, record
from generator.resolve.dates import DateMention, date_mentions, find_dates
from generator.resolve.dates.release import anchor_of
from generator.vocabulary import Calendar, CalendarWord
from tests import gold
from tests.resolve.cases import release
from tests.resolve.date_cases import COUNTED, FORMS, NAMES, WED, YEARS, Case

CALENDARS = (
    Calendar(
        id="juche",
        label="Juche calendar",
        first_year=1912,
        words=(
            CalendarWord(language="en", form="Juche"),
            CalendarWord(language="ru", form="чучхе"),
            CalendarWord(language="ko", form="주체"),
        ),
    ),
)


@record
class Told(Record):
    """A record with a date, for its rules."""

    value: DateText


needs_gold = pytest.mark.skipif(not gold.GOLD.exists(), reason="../shared/gold is not here")
SCRAPS = st.lists(
    st.sampled_from(
        ["on ", "the ", "May 5", "17th", ", ", "2024", " to ", "Monday", ". ", "last year", "-",
         "5월 3일", " 3 мая", "Juche 99", "will ", "and ", "June", "the same day", "February 30"]
    ),
    max_size=14,
).map("".join)  # fmt: skip
LANGUAGES = st.sampled_from(["en", "ru", "ko", "xx"])
ANCHORS = st.none() | st.integers(1900, 2100) | st.dates(date(1900, 1, 1), date(2100, 1, 1))


CASES: tuple[Case, ...] = (*NAMES, *YEARS, *COUNTED, *FORMS)


# An id in other letters is escaped, and no program that collects tests twice finds it again.
@pytest.mark.parametrize("case", CASES, ids=[f"{case[2]}-{n}" for n, case in enumerate(CASES)])
def test_a_date_means_what_a_careful_reader_says(case: Case) -> None:
    """Each case of the table is read as the table says, or left open where it says so."""
    text, anchor, language, wanted, _ = case

    found = find_dates(text, anchor=anchor, language=language, calendars=CALENDARS)

    assert tuple((one.text, one.value or "?") for one in found) == wanted


@needs_gold
def test_no_date_of_the_gold_is_read_wrong() -> None:
    """All dates that the gold finds in blocks and datelines are found with their value."""
    releases = gold.releases()
    read, wanted = {}, {}
    for name, reading in gold.readings().items():
        for one in date_mentions(releases[gold.IDS[name]], CALENDARS):
            read[name, one.block, one.text] = one.value
        for told in reading["dates_in_text"]:
            wanted[name, told["block"], told["text"]] = str(told["value"])

    assert {key: read.get(key) for key in wanted} == wanted


def test_the_same_day_leans_on_the_block_before() -> None:
    """`earlier in the day` is the day that the block before told."""
    before = find_dates("On Tuesday they met.", anchor=WED)

    (found,) = find_dates("talks held earlier in the day", anchor=WED, previous=before)

    assert (found.value, found.rule) == ("2024-01-16", "day-told-before")


def _told(made: Release) -> list[tuple[str, str, str | None]]:
    return [(one.block, one.text, one.value) for one in date_mentions(made, CALENDARS)]


def test_the_dates_of_a_release_are_told_block_by_block() -> None:
    """Dateline, title, then the body; what a paragraph told goes on over a heading."""
    dateline = Dateline(text="Geneva, May 3 (X) -- ", date="2024-05-03")
    made = release(
        "On May 1, Juche 113 they met.",
        "## In 2019",
        "The talks were held later in the day.",
        title="Talks of May 2",
        day="2024-05-04",
        dateline=dateline,
    )

    assert _told(made) == [
        ("dateline", "May 3", "2024-05-03"),
        ("title", "May 2", "2024-05-02"),
        ("p1", "May 1, Juche 113", "2024-05-01"),
        ("h1", "2019", "2019"),
        ("p2", "later in the day", "2024-05-01"),
    ]


def test_a_title_that_we_supplied_tells_no_date() -> None:
    """Its words are the archive's, not the text's."""
    made = release("One.", day="2024-05-04")
    title = Claim(value="[Talks of May 2]", status="supplied")
    supplied = type(made)(replace(made.head, title=title), made.blocks)

    assert _told(supplied) == []


@pytest.mark.parametrize(
    ("day", "dateline", "wanted"),
    [
        ("2024-05-04", None, date(2024, 5, 4)),
        ("2024-05-04", "2024-05-03", date(2024, 5, 3)),
        ("2024-05", None, 2024),
        ("2024-05", "2023-05-03", date(2023, 5, 3)),
        ("2024-05-04", "2023", date(2024, 5, 4)),
        ("2024-05-04/2024-05-05", None, None),
        (None, None, None),
    ],
)
def test_the_day_of_a_release_is_its_dateline_s_or_its_publication_s(
    day: str | None, dateline: str | None, wanted: date | int | None
) -> None:
    """A whole day goes before a month or year; an interval gives nothing."""
    line = Dateline(text="Geneva -- ", date=dateline) if dateline else None

    assert anchor_of(release("One.", day=day, dateline=line)) == wanted


def test_a_release_without_any_date_takes_the_one_year_that_its_full_dates_tell() -> None:
    """Two years told, or a year without a day, tell nothing of the others."""
    one = release("They met on May 3, 2023.", "They met on May 5, and in 2019.")
    two = release("They met on May 3, 2023, and May 3, 2022.", "They met on June 5.")
    russian = release("15 мая чучхе 112 года.", "Встреча прошла 9 мая.", language="ru")

    assert [value for *_, value in _told(one)] == ["2023-05-03", "2023-05-05", "2019"]
    assert [value for *_, value in _told(two)] == ["2023-05-03", "2022-05-03", None]
    assert [value for *_, value in _told(russian)] == ["2023-05-15", "2023-05-09"]


@needs_gold
def test_a_release_without_date_takes_the_year_of_its_full_dates() -> None:
    """Where nothing dates the release, days take the one year that its full dates tell."""
    release = gold.releases()["2024-01-20-naenara-foreign-minister-visit-to-russia"]
    undated = type(release)(replace(release.head, published=None), release.blocks)

    found = {one.text: one.value for one in date_mentions(undated)}

    assert found["January 20"] == "2024-01-20"


@needs_gold
def test_a_release_of_a_month_gives_its_year() -> None:
    """Of a publication known to the month only the year is taken."""
    release = gold.releases()["2025-04-24-pyongyang-times-historic-event"]
    claim = DateClaim(value="2025-04", precision="month")
    vague = type(release)(replace(release.head, published=claim), release.blocks)

    found = {one.text: one.value for one in date_mentions(vague)}

    assert found["December 4 last year"] == "2024-12-04"


@given(SCRAPS, LANGUAGES, ANCHORS)
def test_spans_are_true_and_apart(text: str, language: str, anchor: date | int | None) -> None:
    """A mention's words stand at its span, in order, and no two mentions overlap."""
    found = find_dates(text, anchor=anchor, language=language, calendars=CALENDARS)

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@given(SCRAPS, LANGUAGES, ANCHORS)
def test_a_value_is_a_date_or_nothing(text: str, language: str, anchor: date | int | None) -> None:
    """A value is one the records accept, and it comes with its precision."""
    for one in find_dates(text, anchor=anchor, language=language, calendars=CALENDARS):
        assert (one.value is None) == (one.precision is None)
        if one.value is not None:
            checked(Told, {"value": one.value})


@given(st.text(max_size=60), LANGUAGES)
def test_any_text_is_read_without_a_crash(text: str, language: str) -> None:
    """Whatever strangers send has dates or has none."""
    found = find_dates(text, anchor=WED, language=language, calendars=CALENDARS)

    assert all(isinstance(one, DateMention) for one in found)
