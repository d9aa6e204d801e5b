"""The table of figures: floors hold, absence is told, nothing lowers a floor."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.quality import __main__ as table
from tests.quality.measure import Absent, Measure, counted


def topic(monkeypatch: pytest.MonkeyPatch, *found: Measure | Absent) -> None:
    """Make the table of one topic with these figures and the floor 0.9 for `known`."""

    def measures() -> Iterator[Measure]:
        for one in found:
            if isinstance(one, Absent):
                raise one
            yield one

    module = ModuleType("tests.quality.invented")
    module.measures = measures  # type: ignore[attr-defined] # a module made for the test
    monkeypatch.setitem(sys.modules, "tests.quality.invented", module)
    monkeypatch.setattr(table, "TOPICS", ("tests.quality.invented",))


@pytest.fixture(autouse=True)
def _floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"known": 0.9}), "utf-8")
    monkeypatch.setattr(table, "FLOORS", path)


@pytest.mark.parametrize(("right", "status"), [(90, 0), (100, 0), (89, 1), (0, 1)])
def test_a_figure_below_its_floor_fails(
    right: int, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The row says so, and the status is 1."""
    topic(monkeypatch, Measure("known", right, 100))

    assert table.main([]) == status
    assert ("BELOW" in capsys.readouterr().out) is bool(status)


def test_a_figure_without_a_floor_never_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown, until somebody gives it a floor."""
    topic(monkeypatch, Measure("new", 0, 10), Measure("known", 1, 1))

    assert table.main([]) == 0


def test_a_floor_that_nothing_measures_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure cannot be left out to keep the table green."""
    topic(monkeypatch, Measure("new", 1, 1))

    assert table.main([]) == 1
    assert "nothing measures it" in capsys.readouterr().out


def test_what_is_absent_is_skipped_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without the real texts has nothing to fail at."""
    topic(monkeypatch, Measure("known", 9, 10), Absent("../shared/x is not there"))

    assert table.main([]) == 0
    assert "skipped: ../shared/x is not there" in capsys.readouterr().out


def test_faults_are_shown_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--faults` names what did not come out right."""
    topic(monkeypatch, counted("new", {"this one": True, "that one": False}))

    table.main(["--faults"])

    shown = capsys.readouterr().out
    assert "that one" in shown
    assert "this one" not in shown


def test_nothing_to_look_at_is_no_success() -> None:
    """An empty corpus does not pass."""
    assert Measure("known", 0, 0).share == 0.0
