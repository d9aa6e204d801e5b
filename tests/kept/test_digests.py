"""The digest of a file is taken again when the file may have been changed, and only then."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.kept import digests, state
from generator.kept.shelf import Shelf


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A folder with two files."""
    made = tmp_path / "content"
    (made / "in").mkdir(parents=True)
    (made / "in" / "a").write_bytes(b"one")
    (made / "b").write_bytes(b"two")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are read for their digest."""
    seen: list[str] = []
    real = digests._of

    def noted(path: str) -> str:
        seen.append(Path(path).name)
        return real(path)

    monkeypatch.setattr(digests, "_of", noted)
    return seen


def _digests(top: Path) -> dict[str, str]:
    shelf = Shelf(top.parent / "kept", "this program")
    return digests.digests(state.under(top, state.rows(top)), shelf)


def test_they_are_those_of_the_bytes(top: Path) -> None:
    """By the path in the folder; a link has none."""
    (top / "link").symlink_to(top / "b")

    assert _digests(top) == {
        "in/a": hashlib.sha256(b"one").hexdigest(),
        "b": hashlib.sha256(b"two").hexdigest(),
    }


def test_only_what_changed_is_read(top: Path, read: list[str]) -> None:
    """The others are known."""
    _digests(top)
    (top / "b").write_bytes(b"three")
    read.clear()

    assert _digests(top)["b"] == hashlib.sha256(b"three").hexdigest()
    assert read == ["b"]


def test_a_file_that_cannot_be_read_has_none_and_is_asked_again(
    top: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why not is told by whoever reads it for its text."""

    def refused(_: str) -> str:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(digests, "_of", refused)
        assert _digests(top) == {"in/a": "", "b": ""}

    assert "" not in _digests(top).values()
    assert sorted(read) == ["a", "b"]
