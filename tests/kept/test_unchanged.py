"""When a build has nothing to do, it says so; when it may have something to do, it builds."""

from __future__ import annotations

import shutil
import site
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kept import FOLDER, unchanged
from tests import small


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with content and what a build of it left behind; nothing in it is a real site."""
    small.content(tmp_path)
    begun = unchanged.begin(tmp_path / "content", tmp_path / "build")
    (tmp_path / "build/site/about").mkdir(parents=True)
    (tmp_path / "build/site/about/index.html").write_text("about")
    unchanged.end(begun, tmp_path / "build", ["about/index.html"])
    return tmp_path


def _is_so(folder: Path) -> bool:
    return unchanged.is_so(folder / "content", folder / "build")


def test_nothing_changed(built: Path) -> None:
    """Looking changes nothing either."""
    assert _is_so(built)
    assert _is_so(built)


def _append(path: Path) -> None:
    path.write_text(path.read_text() + " ")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page of the content": lambda top: _append(top / "content/pages/about.md"),
    "a new file": lambda top: (top / "content/pages/new.md").write_text("# New\n"),
    "a file that is gone": lambda top: (top / "content/pages/about.md").unlink(),
    "a page put in place of another": lambda top: shutil.move(
        shutil.copy2(top / "build/site/about/index.html", top / "copy"),
        top / "build/site/about/index.html",
    ),
    "a stray file in the site": lambda top: (top / "build/site/x").write_text(""),
    "a page of the site that is gone": lambda top: (top / "build/site/about/index.html").unlink(),
    "no site": lambda top: shutil.rmtree(top / "build/site"),
    "no record": lambda top: (top / "build" / FOLDER / unchanged.NAME).unlink(),
    "nothing kept": lambda top: shutil.rmtree(top / "build" / FOLDER),
    "a torn record": lambda top: _cut(top / "build" / FOLDER / unchanged.NAME),
    "an empty record": lambda top: (top / "build" / FOLDER / unchanged.NAME).write_bytes(b""),
    "a record of bytes": lambda top: (top / "build" / FOLDER / unchanged.NAME).write_bytes(
        b"\xff\xfe \x00"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_seen(built: Path, change: Callable[[Path], object]) -> None:
    """In what is written, in what was made, and in the record itself."""
    change(built)

    assert not _is_so(built)


def test_other_versions_and_settings_count(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python, another library, another address."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "4.0")
        assert not _is_so(built)
    with monkeypatch.context() as patch:
        patch.setattr(site, "getsitepackages", list)
        assert not _is_so(built)
    with monkeypatch.context() as patch:
        patch.setenv("SITE_URL", "https://press.example/")
        assert not _is_so(built)
    assert _is_so(built)


def test_a_build_that_begins_forgets_the_last_one(built: Path) -> None:
    """If it dies, the next one builds."""
    unchanged.begin(built / "content", built / "build")

    assert not _is_so(built)


def test_content_that_changes_while_it_is_built_is_built_again(built: Path) -> None:
    """The record is of what was there before anything was read."""
    begun = unchanged.begin(built / "content", built / "build")
    _append(built / "content/pages/about.md")

    unchanged.end(begun, built / "build", ["about/index.html"])

    assert not _is_so(built)
