"""The small archive of `tests/sites/one-release`, copied, built, changed: for tests of the whole way."""

from __future__ import annotations

import hashlib
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


OTHER = "2024-11-05-talks-again"
FIRST = (f"releases/2024/{RELEASE}.md", "captures/herald/0123.yml")
FILES = (f"releases/2024/{OTHER}.md", "captures/herald/4567.yml")
CAPTURE = "captures/herald/4567.txt"


def another(content: Path) -> None:
    """Add a release that says the same on another day, or take it away."""
    if (content / FILES[0]).exists():
        for path in (*FILES, CAPTURE):
            (content / path).unlink()
        return
    capture = (content / "captures/herald/0123.txt").read_bytes()
    other = capture[:-5] + b"-" + capture[-4:]
    new = {
        RELEASE: OTHER,
        "0123": "4567",
        "2024-11-02": "2024-11-05",
        hashlib.sha256(capture).hexdigest(): hashlib.sha256(other).hexdigest(),
    }
    for path, old in zip(FILES, FIRST, strict=True):
        text = (content / old).read_text()
        for one, instead in new.items():
            text = text.replace(one, instead)
        (content / path).write_text(text)
    (content / CAPTURE).write_bytes(other)


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
