"""Dates as pages print them, by declared formats."""

from __future__ import annotations

import pytest

from generator.clean import dates

READ = [
    ("02/11/2024", "DD/MM/YYYY", "2024-11-02"),
    ("2/11/2024", "DD/MM/YYYY", "2024-11-02"),
    ("November 2, 2024", "Month D, YYYY", "2024-11-02"),
    ("Nov. 2, 2024", "Month D, YYYY", "2024-11-02"),
    ("Sept 2, 2024", "Month D, YYYY", "2024-09-02"),
    ("17 January 2024", "D Month YYYY", "2024-01-17"),
    ("8  мая 2025 года", "D Month YYYY года", "2025-05-08"),
    ("2025.07.13.", "YYYY.MM.DD.", "2025-07-13"),
    ("2025년 5월 8일", "YYYY년 M월 D일", "2025-05-08"),
    ("Monday, October 23, 2017", "Weekday, Month D, YYYY", "2017-10-23"),
    ("Monday, October 23, 2017", "Monday, Month D, YYYY", "2017-10-23"),
    ("January 2024", "Month YYYY", "2024-01"),
    ("31/02/2024", "DD/MM/YYYY", None),
    ("29/02/2023", "DD/MM/YYYY", None),
    ("00/05/2024", "DD/MM/YYYY", None),
    ("12/13/2024", "DD/MM/YYYY", None),
    ("Someday 2, 2024", "Month D, YYYY", None),
    ("02/11/2024 x", "DD/MM/YYYY", None),
]


@pytest.mark.parametrize(("text", "form", "wanted"), READ)
def test_a_date_is_read_by_its_format(text: str, form: str, wanted: str | None) -> None:
    """A date that fits and exists is read; one that does not is none."""
    found = dates.read(text, (form,))

    assert (found.iso() if found else None) == wanted


def test_a_date_without_a_year_waits_for_one() -> None:
    """It has no ISO text of its own; 29 February needs a leap year."""
    found = dates.read("February 29", ("Month D",))

    assert found is not None
    assert (found.iso(), found.iso(2024), found.iso(2023)) == (None, "2024-02-29", None)


@pytest.mark.parametrize("form", ["YYYY", "D", "DD/DD/YYYY", "day", ""])
def test_what_is_no_format_is_refused(form: str) -> None:
    """A format names a month and names nothing twice."""
    with pytest.raises(ValueError, match="no date format"):
        dates.tokens(form)


def test_the_first_format_that_gives_a_day_is_taken() -> None:
    """Formats are tried in their order; one that gives no real day is passed over."""
    found = dates.read("12/13/2024", ("DD/MM/YYYY", "MM/DD/YYYY"))

    assert found is not None
    assert found.iso() == "2024-12-13"


LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@pytest.mark.parametrize(("month", "length"), list(enumerate(LENGTHS, start=1)))
def test_a_month_has_the_days_it_has(month: int, length: int) -> None:
    """Its last day is one; the day after is none, and neither is the day before its first."""
    assert dates.PrintedDate(2023, month, length).iso() == f"2023-{month:02}-{length}"
    assert dates.PrintedDate(2023, month, length + 1).iso() is None
    assert dates.PrintedDate(2023, month, 0).iso() is None


@pytest.mark.parametrize(
    ("year", "leap"), [(2024, True), (2023, False), (1900, False), (2000, True), (2100, False)]
)
def test_a_century_is_a_leap_year_once_in_four(year: int, *, leap: bool) -> None:
    """As the Gregorian calendar counts."""
    assert (dates.PrintedDate(year, 2, 29).iso() is not None) is leap
