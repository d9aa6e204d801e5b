"""A finished site takes the place of the last one whole; what died on the way is cleared."""

from __future__ import annotations

import ctypes
import errno
from pathlib import Path

import pytest

from generator.site import swap


def _live(out: Path, text: str) -> None:
    (out / "site").mkdir()
    (out / "site" / "index.html").write_text(text)


def _read(out: Path) -> str:
    return (out / "site" / "index.html").read_text()


class _Refusing:
    """A C library whose exchange of names fails."""

    def renameat2(self, *_: object) -> int:
        return -1


def test_an_exchange_that_fails_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And both sites are where they were."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _Refusing())
    monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EACCES)
    _live(tmp_path, "last")
    (tmp_path / "new").mkdir()

    with pytest.raises(PermissionError):
        swap.put_live(tmp_path / "new", tmp_path)

    assert _read(tmp_path) == "last"


@pytest.mark.parametrize("number", [None, *swap.CANNOT])
def test_a_new_site_takes_the_place_of_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    """Also on file systems that cannot exchange two names; nothing else is left."""
    if number is not None:
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _Refusing())
        monkeypatch.setattr(ctypes, "get_errno", lambda: number)
    _live(tmp_path, "last")

    with swap.staging(tmp_path) as folder:
        (folder / "index.html").write_text("new")
        swap.put_live(folder, tmp_path)

    assert _read(tmp_path) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_last_one(tmp_path: Path) -> None:
    """Where nothing is live yet, the new site becomes it."""
    with swap.staging(tmp_path / "build") as folder:
        (folder / "index.html").write_text("new")
        swap.put_live(folder, tmp_path / "build")

    assert _read(tmp_path / "build") == "new"


def test_a_build_that_fails_leaves_the_last_site_and_nothing_else(tmp_path: Path) -> None:
    """What it had made is removed."""
    _live(tmp_path, "last")

    with pytest.raises(FileNotFoundError), swap.staging(tmp_path) as folder:
        (folder / "half" / "never.html").write_text("never")

    assert _read(tmp_path) == "last"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_dead_builds_left_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    """Folders of builds that were killed do not pile up."""
    _live(tmp_path, "last")
    (tmp_path / ".site-123").mkdir()
    (tmp_path / ".site-123" / "half.html").write_text("half")

    with swap.staging(tmp_path) as folder:
        assert {path.name for path in tmp_path.iterdir()} == {"site", folder.name}


def test_a_build_that_died_between_two_renames_is_mended(tmp_path: Path) -> None:
    """The last site, already moved aside, is put back before anything else."""
    _live(tmp_path, "last")
    (tmp_path / "site").rename(tmp_path / ".last-site")

    with swap.staging(tmp_path):
        assert _read(tmp_path) == "last"


def test_a_last_site_aside_is_cleared_once_a_new_one_is_live(tmp_path: Path) -> None:
    """A build that died after its second rename had done its work."""
    _live(tmp_path, "new")
    (tmp_path / ".last-site").mkdir()

    with swap.staging(tmp_path):
        pass

    assert _read(tmp_path) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
