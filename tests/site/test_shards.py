"""An archive is parted for the search so that a change moves few borders."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import shards


@dataclass(frozen=True)
class Page:
    """Something with an address."""

    address: str


def parted(numbers: list[int]) -> list[tuple[str, ...]]:
    """Return the addresses of each shard, cut small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "LEAST", 3)
        patch.setattr(shards, "MOST", 12)
        patch.setattr(shards, "_ONE_IN", 4)
        made = shards.parted(Page(f"releases/{number}/") for number in numbers)
        return [tuple(page.address for page in shard) for shard in made]


@given(st.lists(st.integers(0, 10_000), unique=True))
def test_every_page_is_in_one_shard_and_in_order(numbers: list[int]) -> None:
    """None is lost, and none has more than it may, or fewer but at the end."""
    made = parted(numbers)

    assert [one for shard in made for one in shard] == [f"releases/{each}/" for each in numbers]
    assert all(len(shard) <= 12 for shard in made)
    assert all(len(shard) >= 3 for shard in made[:-1])


@given(st.integers(0, 599))
def test_a_page_more_changes_few_shards(at: int) -> None:
    """Those next to it; all others are the same."""
    before = list(range(600))
    known = set(parted(before))
    changed = [shard for shard in parted([*before[:at], 9999, *before[at:]]) if shard not in known]

    assert len(changed) <= 12
