"""Dates in texts: every one right or left open, none wrong."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import DateClaim
from generator.record import DateText, Record
from generator.resolve.dates import DateMention, date_mentions, find_dates
from generator.vocabulary import Calendar, CalendarWord
from tests import gold
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


@pytest.mark.parametrize(
    "case", [*NAMES, *YEARS, *COUNTED, *FORMS], ids=lambda case: f"{case[0]}-{case[1]}"
)
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


@needs_gold
def test_a_release_without_date_takes_the_year_of_its_full_dates() -> None:
    """Where nothing dates the release, days take the one year that its full dates tell."""
    release = gold.releases()["2024-01-20-naenara-foreign-minister-visit-to-russia"]
    undated = type(release)(release.head.model_copy(update={"published": None}), release.blocks)

    found = {one.text: one.value for one in date_mentions(undated)}

    assert found["January 20"] == "2024-01-20"


@needs_gold
def test_a_release_of_a_month_gives_its_year() -> None:
    """Of a publication known to the month only the year is taken."""
    release = gold.releases()["2025-04-24-pyongyang-times-historic-event"]
    claim = DateClaim(value="2025-04", precision="month")
    vague = type(release)(release.head.model_copy(update={"published": claim}), release.blocks)

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
            Told.model_validate({"value": one.value})


@given(st.text(max_size=60), LANGUAGES)
def test_any_text_is_read_without_a_crash(text: str, language: str) -> None:
    """Whatever strangers send has dates or has none."""
    found = find_dates(text, anchor=WED, language=language, calendars=CALENDARS)

    assert all(isinstance(one, DateMention) for one in found)
