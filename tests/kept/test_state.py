"""The state of files: other bytes, another file or another name give another state."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept import state


def _folder(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    (top / "in").mkdir(parents=True)
    (top / "in" / "a.txt").write_bytes(b"one")
    (top / "b.txt").write_bytes(b"two")
    return top


def _digest(top: Path) -> str:
    return state.digest(state.rows(top))


def test_looking_twice_gives_the_same(tmp_path: Path) -> None:
    """In whatever order the disk lists its files."""
    top = _folder(tmp_path)

    assert _digest(top) == _digest(top)
    assert {row[0] for row in state.rows(top)} == {f"{top}/in/a.txt", f"{top}/b.txt"}


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda top: (top / "b.txt").write_bytes(b"three"),
    "other time": lambda top: os.utime(top / "b.txt", ns=(1, 1)),
    "renamed": lambda top: (top / "b.txt").rename(top / "c.txt"),
    "gone": lambda top: (top / "b.txt").unlink(),
    "more": lambda top: (top / "in" / "d.txt").write_bytes(b""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_seen(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """Also one that leaves the size as it was."""
    top = _folder(tmp_path)
    before = _digest(top)

    change(top)

    assert _digest(top) != before


def test_other_bytes_with_the_old_size_and_time_are_seen(tmp_path: Path) -> None:
    """The time of a file's entry cannot be set back, as an archiver sets the other."""
    top = _folder(tmp_path)
    file, before = top / "b.txt", _digest(top)
    times = file.stat()

    while file.stat().st_ctime_ns == times.st_ctime_ns:
        file.write_bytes(b"owt")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert file.stat().st_mtime_ns == times.st_mtime_ns
    assert _digest(top) != before


def test_a_link_is_no_file_and_never_followed(tmp_path: Path) -> None:
    """Its own entry counts, not what it leads to."""
    top = _folder(tmp_path)
    (top / "link").symlink_to(tmp_path)

    assert [row[1] for row in state.rows(top) if row[0].endswith("link")] == [-1]


def test_what_python_writes_beside_its_sources_does_not_count(tmp_path: Path) -> None:
    """Else every first import would be a change."""
    top = _folder(tmp_path)
    before = _digest(top)

    (top / "__pycache__").mkdir()
    (top / "__pycache__" / "a.pyc").write_bytes(b"")

    assert _digest(top) == before


def test_a_state_is_taken_when_the_clock_has_gone_on(tmp_path: Path) -> None:
    """A file written a moment ago is waited for: it could be changed with the same times."""
    top = _folder(tmp_path)

    found = state.settled(lambda: state.rows(top), tmp_path / "kept")

    assert found is not None
    clock = (tmp_path / "kept" / "clock").stat().st_mtime_ns
    assert all(max(row[2:4]) < clock for row in found)


def test_a_file_from_the_future_is_not_trusted(tmp_path: Path) -> None:
    """No clock goes past it, so nothing can be said."""
    top = _folder(tmp_path)
    ahead = (top / "b.txt").stat().st_mtime_ns + 10**12
    os.utime(top / "b.txt", ns=(ahead, ahead))

    assert state.settled(lambda: state.rows(top), tmp_path / "kept") is None
