"""Changes are noticed when they are over."""

from __future__ import annotations

import os
import threading
from pathlib import Path

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


def test_a_burst_of_changes_is_told_once(tmp_path: Path) -> None:
    """And the next one again."""
    seen = watch.changes([tmp_path], pause=0.01)
    for number in range(2):
        timer = threading.Timer(0.03, (tmp_path / f"{number}.md").write_text, ["x"])
        timer.start()
        next(seen)
        timer.join()

    assert len(watch.look([tmp_path])) == 2
