"""Whoever does the work, the results are the same and in order."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.crew import PARTS, Alone, Counted, Crew, Forked, crew, parts, spread
from generator.errors import Problem, Refused


def _add(whole: int, batch: int) -> int:
    return whole + batch


def _refuse(_: None, batch: int) -> int:
    if batch == 3:
        raise Refused(Problem("a.md", 1, "is wrong", "mend it"))
    return batch


def _die(_: None, batch: int) -> int:
    if batch == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


@pytest.mark.parametrize("workers", [Alone(), Forked(2)], ids=["alone", "forked"])
def test_results_come_in_the_order_of_the_batches(workers: Crew) -> None:
    """Also when there are more of them than are under way at a time."""
    assert list(workers.each(_add, 100, range(50))) == list(range(100, 150))
    assert list(workers.each(_add, 100, [])) == []
    assert list(workers.each(_add, 100, [7])) == [107]


def test_any_executor_will_do() -> None:
    """A few batches are handed to it ahead, never all of them."""
    handed: list[int] = []

    def batches() -> object:
        for batch in range(20):
            handed.append(batch)
            yield batch

    with ThreadPoolExecutor(2) as pool:
        results = spread(pool, _add, 1, batches(), ahead=3)  # type: ignore[arg-type]
        assert next(results) == 1
        assert len(handed) <= 4
        assert list(results) == list(range(2, 21))


@pytest.mark.parametrize("workers", [Alone(), Forked(2)], ids=["alone", "forked"])
def test_a_refusal_comes_through_with_its_problems(workers: Crew) -> None:
    """As if there were no processes."""
    with pytest.raises(Refused) as refused:
        list(workers.each(_refuse, None, range(9)))

    assert refused.value.problems == (Problem("a.md", 1, "is wrong", "mend it"),)


def test_a_process_that_is_killed_is_told(recwarn: pytest.WarningsRecorder) -> None:
    """In a sentence, with what to do: it is mostly memory."""
    with pytest.raises(Refused, match="ended from outside") as refused:
        list(Forked(2).each(_die, None, range(9)))

    assert "--jobs 1" in refused.value.problems[0].fix
    assert not recwarn.list


def test_without_forks_one_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows; and where one is asked for."""
    assert isinstance(crew(1), Alone)
    assert isinstance(crew(2), Forked)
    monkeypatch.delattr(os, "fork")
    assert isinstance(crew(2), Alone)


@given(st.sets(st.text(max_size=5), max_size=40), st.text(max_size=5))
def test_a_name_stays_in_its_part(names: set[str], other: str) -> None:
    """Each is in one part, in order, and one that comes moves none that is there."""
    before, after = dict(parts(names)), dict(parts({*names, other}))

    assert sorted(name for part in before.values() for name in part) == sorted(names)
    assert all(part == tuple(sorted(part)) for part in before.values())
    assert all(set(part) <= set(after[key]) for key, part in before.items())
    assert len(before) <= PARTS


def test_somebody_hears_how_far_it_is() -> None:
    """And nothing else is changed by that."""
    heard: list[tuple[int, int]] = []
    counted = Counted(Forked(2), lambda done, of: heard.append((done, of)))

    assert list(counted.each(_add, 100, range(4))) == [100, 101, 102, 103]
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert counted.here is counted
