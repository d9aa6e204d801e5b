"""The commands work without what Windows lacks (tests/windows.py says what is taken away)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests import adding, small
from tests.adding import CAPTURE


def windows(content: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a content folder."""
    return subprocess.run(
        [
            sys.executable,
            *("-m", "tests.windows", "--content", str(content)),
            *("--out", str(content.parent / "build"), *command),
        ],
        cwd=small.PROJECT,
        capture_output=True,
        encoding="cp1252",
        timeout=120,
        check=False,
    )


def test_a_capture_is_added_checked_and_added_once_only(tmp_path: Path) -> None:
    """Byte for byte: no line end is changed on its way to the disk."""
    content = adding.content(tmp_path)
    capture = tmp_path / "page.txt"
    capture.write_bytes(CAPTURE.replace("Teaser", "Teaser 리").encode())

    added = windows(content, "add", str(capture), "--captured", "2031-05-04")
    again = windows(content, "add", str(capture), "--captured", "2031-05-04")
    explained = windows(content, "explain", adding.ID)

    assert added.returncode == 0, added.stderr
    (kept,) = (content / "captures/the-gazette").glob("*.txt")
    assert kept.read_bytes() == capture.read_bytes()
    assert b"\r" not in kept.with_suffix(".yml").read_bytes()
    assert "already here" in again.stdout
    # The letter is not in the code page; it is shown all the same.
    assert "Teaser \\ub9ac" in explained.stdout
    assert not [path for path in content.rglob("*") if path.name.startswith(".")]


def test_a_site_is_built_twice_and_proven(tmp_path: Path) -> None:
    """The second time it takes the place of the first, by two renames."""
    content = small.content(tmp_path)

    first = windows(content, "build")
    (content / "pages/about.md").write_text("# About\n\nAnother text.\n")
    second = windows(content, "build")
    proven = windows(content, "verify")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Another text." in (tmp_path / "build/site/about/index.html").read_text("utf-8")
    assert proven.returncode == 0, proven.stderr
    assert "all proven" in proven.stdout


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    """As long as the system says that the lock is taken."""
    hold = (
        "import sys, pathlib\nfrom tests import windows\nwindows.become()\n"
        "from generator.site import lock\n"
        "def tell(sentence):\n    print(sentence, flush=True)\n"
        "with lock.held(pathlib.Path(sys.argv[1]), tell):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", hold, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=small.PROJECT) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        second = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=pipe, text=True, cwd=small.PROJECT
        )
        assert second.stdout
        assert "another build is at work" in second.stdout.readline()
        first.communicate("")
        assert second.communicate(timeout=20)[0].endswith("held\n")


def test_a_second_add_is_refused_while_one_is_at_work(tmp_path: Path) -> None:
    """In a sentence; nothing of the lock lies in the content folder."""
    content = adding.content(tmp_path)
    (tmp_path / "page.txt").write_text(CAPTURE)
    code = (
        "import sys, pathlib\nfrom tests import windows\nwindows.become()\n"
        "from generator.store.together import alone\n"
        "with alone(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code, str(content)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=small.PROJECT) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        refused = windows(content, "add", str(tmp_path / "page.txt"))
        first.communicate("")

    assert refused.returncode == 1
    assert "another `add` is at work here" in refused.stderr
