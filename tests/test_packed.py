"""Frozen values are the same again after they were kept, and take little room."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from generator.errors import Problem
from generator.model import Block, Claim, Cut, DateClaim, Emendation, Mention, Rights
from generator.packed import unpacked

VALUES: tuple[Any, ...] = (
    Block("p1", "Talks were held."),
    Mention("r", "p1", 0, 5, "Talks", ("talks",), "named", "exact"),
    Claim(value="Talks"),
    DateClaim(value="2024-11", precision="month", evidence=("l1",)),
    Cut(at=(0, 5), lines=(1, 1), rule="page.day", reason="day of capture"),
    Emendation(block="p1", at=0, before="talks", after="Talks", reason="a capital"),
    Rights(),
    Problem("a.yml", 1, "is faulty", "mend it"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_that_was_kept_is_the_same(value: Any) -> None:
    """Of its class, equal, of equal hash, and as unchangeable as before."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own

    assert type(again) is type(value)
    assert again == value
    assert hash(again) == hash(value)
    with pytest.raises(FrozenInstanceError):
        setattr(again, fields(value)[0].name, None)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_has_no_room_for_what_it_was_not_declared_with(value: Any) -> None:
    """No dictionary stands behind each of a hundred thousand of them."""
    assert not hasattr(value, "__dict__")


def test_nothing_is_checked_a_second_time() -> None:
    """What lies on the shelf was sound when it was put there."""
    assert unpacked(Claim, "", "stated", (), None).value == ""
