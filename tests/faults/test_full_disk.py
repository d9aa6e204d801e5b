"""No space left: a sentence, status 1, and the last good site as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site import manifest
from tests import small

SIZE = 8_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB; needs root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    if os.geteuid() != 0 or mount is None:
        pytest.skip(
            "a small file system needs root and mount; run the tests as root in a container"
        )
    if subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("mount is not permitted here; run the tests in a container with CAP_SYS_ADMIN")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_last_site(small_disk: Path) -> None:
    """Wherever on the way the space ends; and once there is space again, the build goes through."""
    small.content(small_disk)
    assert small.built(small_disk)[0] == 0
    before = manifest.digests(small_disk / "build/site")
    (small_disk / "content/pages/about.md").write_text("# About\n\nChanged.\n")
    filler = small_disk / "filler"

    for left in (0, 40_000, 100_000, 200_000):
        filler.write_bytes(b"")
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(bytes(max(0, free - left)))

        status, said = small.built(small_disk)

        assert status == 1, said
        assert "No space left on device" in said
        assert "Traceback" not in said
        assert manifest.digests(small_disk / "build/site") == before
        assert not list((small_disk / "build").glob(".site-*"))

    filler.unlink()
    assert small.built(small_disk)[0] == 0
    assert manifest.digests(small_disk / "build/site") != before


LIMITED = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["generator", *sys.argv[1:]]
runpy.run_module("generator", run_name="__main__")
"""


def test_a_file_that_may_not_grow_leaves_the_last_site(tmp_path: Path) -> None:
    """The same where no small file system can be had: a limit on the size of files."""
    small.content(tmp_path)
    assert small.built(tmp_path)[0] == 0
    before = manifest.digests(tmp_path / "build/site")
    (tmp_path / "content/pages/about.md").write_text("# About\n\nChanged.\n")
    place = ["--content", str(tmp_path / "content"), "--out", str(tmp_path / "build")]

    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *place, "build"],
        cwd=small.PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "File too large" in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr
    assert manifest.digests(tmp_path / "build/site") == before
