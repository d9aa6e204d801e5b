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
    assert {path.name for path in tmp_path.iterdir()} == {"site", swap.NEXT}
    assert (tmp_path / swap.NEXT / "index.html").read_text() == "last"


def test_the_first_site_needs_no_last_one(tmp_path: Path) -> None:
    """Where nothing is live yet, the new site becomes it."""
    with swap.staging(tmp_path / "build") as folder:
        (folder / "index.html").write_text("new")
        swap.put_live(folder, tmp_path / "build")

    assert _read(tmp_path / "build") == "new"


def _fail(out: Path, error: Exception) -> None:
    """Make half of a site."""

    def half() -> None:
        with swap.staging(out) as folder:
            (folder / "half.html").write_text("half")
            raise error

    with pytest.raises(type(error)):
        half()


def test_a_build_that_fails_leaves_the_last_site(tmp_path: Path) -> None:
    """What it had made is there for the next one."""
    _live(tmp_path, "last")

    _fail(tmp_path, ValueError("a fault"))

    assert _read(tmp_path) == "last"
    with swap.staging(tmp_path) as folder:
        assert [path.name for path in folder.iterdir()] == ["half.html"]


def test_a_full_disk_gets_its_space_back(tmp_path: Path) -> None:
    """What was made until then is removed."""
    _live(tmp_path, "last")

    _fail(tmp_path, OSError(errno.ENOSPC, "full"))

    assert _read(tmp_path) == "last"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_dead_builds_left_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    """Folders of builds that were killed do not pile up."""
    _live(tmp_path, "last")
    (tmp_path / f"{swap.DEAD}123").mkdir()
    (tmp_path / f"{swap.DEAD}123" / "half.html").write_text("half")

    with swap.staging(tmp_path) as folder:
        assert {path.name for path in tmp_path.iterdir()} == {"site", folder.name}


@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_is_no_folder_is_no_tree(tmp_path: Path, kind: str) -> None:
    """A link in its place leads nowhere that is written to."""
    (tmp_path / "far").mkdir()
    if kind == "link":
        (tmp_path / swap.NEXT).symlink_to(tmp_path / "far")
    else:
        (tmp_path / swap.NEXT).write_text("file")

    with swap.staging(tmp_path) as folder:
        (folder / "index.html").write_text("new")

    assert not list((tmp_path / "far").iterdir())


def test_a_build_that_died_between_two_renames_is_mended(tmp_path: Path) -> None:
    """The last site, already moved aside, is put back before anything else."""
    _live(tmp_path, "last")
    (tmp_path / "site").rename(tmp_path / ".last-site")

    with swap.staging(tmp_path):
        assert _read(tmp_path) == "last"


@pytest.mark.parametrize("there", [True, False])
def test_a_last_site_aside_makes_way_once_a_new_one_is_live(
    tmp_path: Path,
    there: bool,  # noqa: FBT001 - a case of the test
) -> None:
    """A build that died after its second rename had done its work: that is the tree of the next."""
    _live(tmp_path, "new")
    (tmp_path / ".last-site").mkdir()
    (tmp_path / ".last-site/index.html").write_text("last")
    if there:
        (tmp_path / swap.NEXT).mkdir()

    with swap.staging(tmp_path) as folder:
        assert (folder / "index.html").exists() != there

    assert _read(tmp_path) == "new"
    assert {path.name for path in tmp_path.iterdir()} == {"site", swap.NEXT}
