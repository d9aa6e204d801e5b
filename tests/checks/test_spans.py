"""Spans and lines of sidecars."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.spans import misplaced
from tests.checks.small import capture, subject, told

CUT = {"at": "0-14", "lines": "1-1", "rule": "x.head", "reason": "name"}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            {"blocks": [{"id": "p1", "at": "15-33", "line": 3}]},
            "blocks.0: characters 15-33 are in line 2, not 3",
        ),
        ({"cuts": [{**CUT, "lines": "2-2"}]}, "cuts.0: characters 0-14 are in line 1, not 2"),
        ({"cuts": [{**CUT, "at": "0-20"}]}, "cuts.0: characters 0-20 are in line 1-2, not 1"),
        ({"cuts": [{**CUT, "at": "47-99"}]}, "cuts.0.at: 47-99 is no passage of the 65 characters"),
        ({"cuts": [{**CUT, "at": "9-9"}]}, "cuts.0.at: 9-9 is no passage of the 65 characters"),
    ],
)
def test_a_span_that_is_not_where_it_says_is_told(fields: dict[str, Any], found: str) -> None:
    """Readers are led to lines of the capture; the proof alone would not notice a wrong number."""
    assert told(misplaced(subject(capture(**fields)))) == [f"gazette/a1 {found}"]


def test_spans_in_their_lines_are_well() -> None:
    """The small archive's own are."""
    assert told(misplaced(subject(capture()))) == []
