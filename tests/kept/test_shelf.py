"""What is kept is whole and of this program, or it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kept.shelf import Shelf, pickled

VALUE = {"a": (1, "two"), "b": None}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf with one value."""
    made = Shelf(tmp_path / "kept", "this program")
    made.put("value", pickled(VALUE))
    return made


def test_what_was_put_is_got(shelf: Shelf) -> None:
    """Whole, also after it was put again; nothing else lies about."""
    shelf.put("value", pickled(VALUE | {"c": 3}))

    assert shelf.get("value") == VALUE | {"c": 3}
    assert [path.name for path in shelf.folder.iterdir()] == ["value"]


def test_what_was_never_put_is_not_there(shelf: Shelf) -> None:
    """No error, whatever stands in its place."""
    (shelf.folder / "folder").mkdir()

    assert shelf.get("other") is None
    assert shelf.get("folder") is None


def test_another_program_finds_nothing(shelf: Shelf) -> None:
    """Its values are not ours."""
    assert Shelf(shelf.folder, "another program").get("value") is None


@given(st.data())
def test_a_damaged_value_is_never_read(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any byte changed, any part missing, anything added: it counts as not there."""
    shelf = Shelf(tmp_path_factory.mktemp("kept"), "this program")
    whole = shelf._seal(pickled(VALUE)) + pickled(VALUE)
    at = data.draw(st.integers(0, len(whole) - 1))
    bits = data.draw(st.integers(1, 255))
    flipped = whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :]
    damaged = data.draw(st.sampled_from([flipped, whole[:at], whole + b"x", b""]))
    (shelf.folder / "value").write_bytes(damaged)

    assert shelf.get("value") is None
