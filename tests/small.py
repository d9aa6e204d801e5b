"""The small archive of `tests/sites/one-release`, copied, built, changed: for tests of the whole way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CONTENT = Path(__file__).parent / "sites" / "one-release" / "content"
PROJECT = Path(__file__).parents[1]
RELEASE = "2024-11-02-talks-held"


def content(folder: Path) -> Path:
    """Copy the small archive to `folder`/content."""
    return shutil.copytree(CONTENT, folder / "content")


def build(folder: Path, *verb: str, **environment: str) -> subprocess.Popen[str]:
    """Start `build` (or another verb) on the content in `folder`, as a person would."""
    return subprocess.Popen(
        [
            sys.executable,
            *("-m", "generator", "--content", str(folder / "content")),
            *("--out", str(folder / "build"), *(verb or ("build",))),
        ],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def built(folder: Path, *verb: str, **environment: str) -> tuple[int, str]:
    """Build the content in `folder`, wait, and return the status and all that was said."""
    process = build(folder, *verb, **environment)
    out, said = process.communicate(timeout=60)
    return process.returncode, out + said
