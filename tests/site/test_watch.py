"""Changes are noticed when they are over."""

from __future__ import annotations

import ctypes
import os
import threading
from pathlib import Path

import pytest

from generator.site import watch


def test_new_changed_and_deleted_files_change_the_state(tmp_path: Path) -> None:
    """Backups and hidden files of editors do not."""
    file = tmp_path / "deep" / "a.md"
    file.parent.mkdir()
    states = [watch.look([tmp_path])]
    file.write_text("1")
    states.append(watch.look([tmp_path]))
    os.utime(file, ns=(1, 1))
    states.append(watch.look([tmp_path]))
    (tmp_path / ".a.md.swp").write_text("x")
    (tmp_path / "a.md~").write_text("x")
    states.append(watch.look([tmp_path]))
    file.unlink()
    states.append(watch.look([tmp_path]))

    assert states[0] != states[1] != states[2] == states[3] != states[4] == states[0]


@pytest.mark.parametrize("how", ["bell", "looking"])
def test_a_burst_of_changes_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """With the paths of what came, changed and went; and the next one again."""
    if how == "looking":
        monkeypatch.setattr(ctypes, "CDLL", _no_library)
    (tmp_path / "old.md").write_text("x")
    seen = watch.Watch([tmp_path, tmp_path / "old.md"], pause=0.02)
    for number in range(2):
        deep = tmp_path / f"new-{number}" / "a.md"

        def change(deep: Path = deep) -> None:
            deep.parent.mkdir()
            deep.write_text("1")
            deep.write_text("12")

        timer = threading.Timer(0.05, change)
        timer.start()
        assert seen.changed() == {str(deep)}
        timer.join()
    (tmp_path / "old.md").unlink()
    assert seen.changed() == {str(tmp_path / "old.md")}


def _no_library(*_: object, **__: object) -> None:
    raise OSError


def test_a_change_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """Whoever is told that something stirs is told what it was."""
    seen = watch.Watch([tmp_path])
    assert not seen.stirs()
    (tmp_path / "a.md").write_text("1")

    if not seen._bell.rings:
        pytest.skip("this system has no bell")
    assert seen.stirs()
    assert seen.stirs()
    assert seen.changed() == {str(tmp_path / "a.md")}
    assert not seen.stirs()
