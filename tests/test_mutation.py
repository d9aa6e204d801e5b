"""What is said of mutants is true of the code as it stands."""

from __future__ import annotations

import inspect
from functools import reduce
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.mutation import AREAS, EXPLAINED, PROJECT, Figures, Survivor, explanations, told

KNOWN = explanations(EXPLAINED)
ONE = Survivor("generator.ids.fault", "a < b", "a <= b")


def _found(where: str) -> Any:
    parts = where.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            module: Any = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        return reduce(getattr, parts[length:], module)
    return None


@pytest.mark.parametrize("where", sorted({where for where, _ in KNOWN}))
def test_an_explained_survivor_is_of_a_function_that_is_there(where: str) -> None:
    """What was said of code that is gone is taken out."""
    found = _found(where)

    assert not isinstance(found, ModuleType)
    assert inspect.isfunction(found)


def test_each_explanation_says_why() -> None:
    """In words."""
    assert all(len(why.split()) > 3 for why in KNOWN.values())


def test_each_area_has_its_code_and_tests() -> None:
    """A module that is renamed is renamed here too."""
    for code, tests in AREAS.values():
        assert all((PROJECT / part).exists() for part in (code, *tests))


def test_a_figure_of_a_sample_says_how_far_the_whole_may_be_from_it() -> None:
    """Of all mutants there is nothing more to say."""
    assert str(Figures("ids", 77, 77, (ONE,))) == "ids: 76 of 77 killed, 98.7 %"
    assert str(Figures("clean", 5000, 100, (ONE,) * 10)) == (
        "clean: 90 of 100 killed, 90.0 % of a sample; of all 5000 82.6 to 94.5 % (95 %)"
    )


def test_a_survivor_that_is_explained_is_counted_and_not_printed() -> None:
    """Only what nobody has read yet asks to be read."""
    figures = Figures("ids", 77, 77, (ONE, Survivor("generator.ids.slug", "a", "b")))

    lines = list(told(figures, {(ONE.where, ONE.becomes): "equal"}))

    assert lines[0].endswith("(1 of 2 survivors explained)")
    assert lines[1:] == ["\ngenerator.ids.slug\n  - a\n  + b"]
