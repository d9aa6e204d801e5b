"""Rings of records."""

from __future__ import annotations

import pytest

from generator.checks.cycles import rings
from tests.checks.small import entity, subject, told


@pytest.mark.parametrize(
    ("parts", "ring"),
    [
        ({"a": "a"}, "a part_of: `a` → `a`: a ring of `part_of`"),
        ({"a": "b", "b": "a"}, "a part_of: `a` → `b` → `a`: a ring of `part_of`"),
        ({"x": "c", "c": "b", "b": "c"}, "b part_of: `b` → `c` → `b`: a ring of `part_of`"),
    ],
)
def test_a_ring_is_told_once(parts: dict[str, str], ring: str) -> None:
    """Whoever leads into it, a ring is one finding, at its first member."""
    whole = subject(*(entity("places", key, part_of=of) for key, of in parts.items()))

    assert told(rings(whole)) == [ring]


def test_a_long_chain_is_no_ring() -> None:
    """A thousand places, each part of the next, are walked without recursion."""
    chain = [entity("places", f"p{n}", part_of=f"p{n + 1}") for n in range(1000)]

    assert told(rings(subject(*chain))) == []


def test_events_that_led_to_each_other_are_a_ring() -> None:
    """A field with several values has several ways on."""
    whole = subject(
        entity("events", "a", led_to=["x", "b"]),
        entity("events", "b", led_to=["a"]),
        entity("events", "x"),
    )

    assert told(rings(whole)) == ["a led_to: `a` → `b` → `a`: a ring of `led_to`"]
