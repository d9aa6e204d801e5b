"""Faults at calls of the system: a sample of what `make faults` does a thousand times."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests import small

AT_ONCE = int(os.environ.get("BUILDS", "4"))
"""Builds; twenty by `make faults`."""


@pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc; Debian: apt-get install gcc")
def test_a_fault_at_any_call_leaves_what_was_there_and_the_next_run_succeeds() -> None:
    """No space, an I/O error or `kill -9`, at calls that `add`, `pages` and `build` write by."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.injected", "20"],
        cwd=small.PROJECT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.stdout, done.stderr
    seen = json.loads(done.stdout)
    assert seen["wrong"] == []
    assert sum(times for what, times in seen["seen"].items() if "left" not in what) >= 18
    assert min(seen["calls"].values()) > 3


def test_many_builds_at_once_all_end_well(tmp_path_factory: pytest.TempPathFactory) -> None:
    """They wait for each other; the site is whole, and no lock is left held."""
    folder = tmp_path_factory.mktemp("many")
    small.content(folder)

    all_of_them = [small.build(folder) for _ in range(AT_ONCE)]
    said = [process.communicate(timeout=300) for process in all_of_them]

    assert [process.returncode for process in all_of_them] == [0] * AT_ONCE, said
    assert small.built(folder, "verify")[0] == 0
    assert {path.name for path in (folder / "build").iterdir()} == {
        ".lock", ".next-site", "docs", "kept", "site",
    }  # fmt: skip
