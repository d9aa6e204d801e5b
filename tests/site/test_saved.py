"""What the search keeps is used only as it was left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.site import saved
from generator.site.staged import Staged, standing


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a folder with two files, kept as `one` under `kept`."""
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "a").write_text("1")
    (folder / "b").write_text("2")
    saved.keep(tmp_path / "kept", "one", standing(tmp_path), "made")
    return folder


def test_a_kept_folder_comes_back(made: Path, tmp_path: Path) -> None:
    """With its files and nothing else."""
    assert _is_taken(tmp_path)
    assert {path.name: path.read_text() for path in (tmp_path / "new").iterdir()} == {"a": "1", "b": "2"}  # fmt: skip
    assert not _is_taken(tmp_path, "other")
    assert made.is_dir()


def _is_taken(folder: Path, name: str = "one") -> bool:
    return saved.take(folder / "kept", name, Staged(folder), "new")


@pytest.mark.parametrize("damage", ["changed", "gone", "more", "proof", "empty"])
@pytest.mark.usefixtures("made")
def test_a_damaged_folder_is_not_taken(tmp_path: Path, damage: str) -> None:
    """A file that was written to, is missing or came later; a proof that says something else."""
    one = tmp_path / "kept/one"
    if damage == "changed":
        (one / "a").write_text("other")
    elif damage == "gone":
        (one / "a").unlink()
    elif damage == "more":
        (one / "c").write_text("3")
    elif damage == "proof":
        (one / "proof").write_bytes(b"\xff")
    else:
        (one / "proof").write_text("")

    assert not _is_taken(tmp_path)
    assert not (tmp_path / "new").exists()


def test_where_there_are_no_links_files_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems have none."""

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "made").mkdir()
    (tmp_path / "made/a").write_text("1")
    saved.keep(tmp_path / "kept", "one", standing(tmp_path), "made")

    assert _is_taken(tmp_path)
    assert (tmp_path / "new/a").read_text() == "1"


def test_what_is_known_of_pages_is_read_back_or_not_at_all(tmp_path: Path) -> None:
    """A record that was cut or changed counts for nothing."""
    saved.write(tmp_path, {"releases/ü/": ["1", "d", "", {}]})
    assert saved.read(tmp_path) == {"releases/ü/": ["1", "d", "", {}]}

    path = tmp_path / "pages.json"
    whole = path.read_bytes()
    for bad in (whole[:-1], whole.replace(b'["1', b'["2'), b"", b"x\n[]", b"\xff\n{}"):
        path.write_bytes(bad)
        assert saved.read(tmp_path) == {}
    assert saved.read(tmp_path / "nowhere") == {}


@pytest.mark.usefixtures("made")
def test_what_is_no_longer_wanted_is_removed(tmp_path: Path) -> None:
    """Shards that no page belongs to any more."""
    saved.clear(tmp_path / "kept", ["one"])
    assert (tmp_path / "kept/one").is_dir()
    saved.clear(tmp_path / "kept", [])
    assert not (tmp_path / "kept/one").exists()
    saved.clear(tmp_path / "nowhere", [])
    saved.clear(None, [])
