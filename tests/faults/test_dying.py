"""A build may die at any moment: the last good site is whole, and the next build finds no trace."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import small


def _die(folder: Path, number: str, way: str) -> dict[str, Any]:
    small.content(folder)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.dying", str(folder), number, way],
        cwd=small.PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path, way: str) -> None:
    """`kill -9` at many moments of the way, and at each of the last: nothing between old and new."""
    seen = _die(tmp_path, "SIGKILL", way)

    assert seen["torn"] == []
    assert set(seen["statuses"]) <= {str(int(signal.SIGKILL)), "0"}
    assert seen["last"] == -1
    assert seen["left"] == [".lock", ".next-site", "docs", "kept", "site"]


def test_ctrl_c_ends_a_build_with_a_sentence(tmp_path: Path) -> None:
    """At many moments: no traceback, status 130, the old site or the new one, no trace."""
    seen = _die(tmp_path, "SIGINT", "exchange")

    assert seen["torn"] == []
    assert set(seen["statuses"]) <= {str(130 << 8), "0"}
    assert "Traceback" not in seen["said"]
    assert "stopped; " in seen["said"]
    assert seen["left"] == [".lock", ".next-site", "docs", "kept", "site"]


def test_two_builds_at_once_both_end_well(tmp_path: Path) -> None:
    """The second waits for the first; the site is whole."""
    small.content(tmp_path)

    both = [small.build(tmp_path) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]

    assert [process.returncode for process in both] == [0, 0], said
    assert small.built(tmp_path, "verify")[0] == 0
