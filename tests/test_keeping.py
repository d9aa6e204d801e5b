"""A value is made once for its key; with another key, or none kept, it is made again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.crew import Alone, Crew, Forked
from generator.keeping import Keeper, Stage
from generator.kept.shelf import Shelf

KEYS = st.dictionaries(st.text("abc", min_size=1, max_size=2), st.sampled_from("xyz"), max_size=9)


class Maker:
    """Makes a value of a name, and remembers of which."""

    def __init__(self, whole: Mapping[str, str]) -> None:
        """Look at a whole."""
        self.whole = whole
        self.made: list[str] = []

    def each(self, _: None, names: tuple[str, ...]) -> dict[str, str]:
        """Make the values of some names."""
        self.made += names
        return {name: f"{name} of {self.whole[name]}" for name in names}


def _keeper(folder: Path, crew: Crew | None = None) -> Keeper:
    return Keeper(Shelf(folder, "this program"), crew or Alone())


@given(st.lists(KEYS, min_size=1, max_size=4))
def test_the_values_are_those_of_the_keys(
    tmp_path_factory: pytest.TempPathFactory, turns: list[dict[str, str]]
) -> None:
    """Whatever was kept before; and none is made again while the keys stay the same."""
    folder = tmp_path_factory.mktemp("kept")
    before: dict[str, str] = {}
    for keys in turns:
        maker = Maker(keys)

        found = _keeper(folder).each(Stage("values", maker.each), keys, None)

        assert list(found.items()) == [(name, f"{name} of {keys[name]}") for name in keys]
        assert keys != before or not maker.made
        before = keys


def test_what_does_not_last_is_used_and_not_kept(tmp_path: Path) -> None:
    """The next time it is made again, the others are not."""
    keys = {"a": "x", "b": "x"}
    stage = Maker(keys)
    found = _keeper(tmp_path).each(
        Stage("values", stage.each, lambda name, _: name != "a"), keys, None
    )
    again = Maker(keys)

    assert _keeper(tmp_path).each(Stage("values", again.each), keys, None) == found
    assert again.made == ["a"]


def test_processes_make_the_same(tmp_path: Path) -> None:
    """In the order of the keys."""
    keys = {f"name-{number}": "x" for number in range(40)}
    maker = Maker(keys)

    one = _keeper(tmp_path / "one").each(Stage("values", maker.each), keys, None)
    two = _keeper(tmp_path / "two", Forked(2)).each(Stage("values", maker.each), keys, None)

    assert list(one.items()) == list(two.items())


def test_a_single_value_is_made_once_for_its_key(tmp_path: Path) -> None:
    """And never kept by one who keeps nothing."""
    keeper = _keeper(tmp_path)

    assert keeper.forgetful().one("single", "x", lambda: 1) == 1
    assert keeper.one("single", "x", lambda: 2) == 2
    assert keeper.one("single", "x", lambda: 3) == 2
    assert keeper.one("single", "y", lambda: 4) == 4
