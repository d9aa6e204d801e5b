"""The days a date covers."""

from __future__ import annotations

from datetime import date

import pytest

from generator.relate.span import Days, days

CASES = [
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-01-15/2024-01-17", date(2024, 1, 15), date(2024, 1, 17)),
    ("2023-11/2024-02", date(2023, 11, 1), date(2024, 2, 29)),
    ("2022-02-24/..", date(2022, 2, 24), None),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES)
def test_a_date_covers_its_days(text: str, first: date, last: date | None) -> None:
    """A month ends with its last day, a year with December, an open end never."""
    assert days(text) == Days(first, last)
