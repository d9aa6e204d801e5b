"""`add` as a person types it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.adding import CAPTURE, ID, content, files, numbered, saved

MANY = 900
PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


def _run(root: Path, *args: object) -> Result:
    named = ["--content", str(root), "add", *map(str, args)]
    return CliRunner().invoke(main, named, catch_exceptions=False)


def test_one_capture_is_told_in_full(root: Path, tmp_path: Path) -> None:
    """Fields with status and evidence, what was not found, every cut, and what to do next."""
    path = saved(tmp_path, "page.txt", CAPTURE.replace("They", "Read more\n\nThey"))

    done = _run(root, path, "--url", "https://gazette.example/1")

    assert done.exit_code == 0
    told = done.stdout
    for part in (
        f"added {root.as_posix()}/releases/2031/{ID}.md: 3 blocks, 3 cuts, 1 flagged",
        "title      Talks held in the capital  [stated; from l1]",
        "published  2031-05-03  [stated; from l2]",
        "outlet     the-gazette  [stated; from l2, url]",
        "not found: captured, aggregator, author",
        "kept: 3 paragraphs, 0 headings, 0 captions; 0 edits",
        "cut l10-11     gazette.more: teasers",
        "l6 leads to another page: `Read more`",
        "delete its line `review: pending`",
    ):
        assert part in told


def test_the_same_capture_again_says_so(root: Path, tmp_path: Path) -> None:
    """Status 0: all is well, and nothing was written."""
    _run(root, saved(tmp_path))
    before = files(root)

    done = _run(root, saved(tmp_path))

    assert done.exit_code == 0
    assert "already here" in done.stdout
    assert ID in done.stdout
    assert "nothing was written" in done.stdout
    assert files(root) == before


def test_who_adds_again_with_more_is_told_how_it_is_written(root: Path, tmp_path: Path) -> None:
    """Of a capture that is there nothing is written unless it is asked for."""
    _run(root, saved(tmp_path))

    done = _run(root, saved(tmp_path), "--title", "Other")

    assert "nothing was written" in done.stdout
    assert "add `--again`" in done.stdout
    again = _run(root, saved(tmp_path), "--id", "2031-05-03-talks", "--again")
    assert f"removed   {root.as_posix()}/releases/2031/{ID}.md" in again.stdout


def test_another_version_tells_its_differences(root: Path, tmp_path: Path) -> None:
    """What the new bytes say otherwise is shown; the release waits for a person."""
    _run(root, saved(tmp_path), "--url", "https://gazette.example/1")
    other = saved(tmp_path, "b.txt", CAPTURE.replace("autumn", "winter"))

    done = _run(root, other, "--url", "https://gazette.example/1")

    assert "another version of" in done.stdout
    assert "the release file was not touched" in done.stdout
    assert "p2 reads `They will meet again in the winter of this year.`" in done.stdout
    same = saved(tmp_path, "c.txt", CAPTURE.replace("Teaser", "Other teaser"))
    assert "nowhere in the text" in _run(root, same, "--url", "https://gazette.example/1").stdout


def test_what_is_doubtful_is_told(root: Path, tmp_path: Path) -> None:
    """A page that no profile knows, a bound instead of a date, a dateline, an unknown language."""
    done = _run(root, saved(tmp_path, "a.txt", "12 34."), "--outlet", "the-gazette")

    assert "doubts:" in done.stdout
    assert "no site profile fits" in done.stdout
    assert "profiles  site: none, agency: none" in done.stdout


def test_a_folder_is_added_file_by_file(root: Path, tmp_path: Path) -> None:
    """Text and HTML files below it are captures, in the order of their names; others are not."""
    for number in range(3):
        saved(tmp_path, f"saved/deep/{number}.txt", numbered(number))
    saved(tmp_path, "saved/notes.md", "no capture")
    saved(tmp_path, "saved/empty.txt", "")

    done = _run(root, tmp_path / "saved")

    assert done.exit_code == 1
    assert done.stdout.count("added ") == 3
    assert "saved/empty.txt:1: error: the capture is empty" in done.stderr
    assert done.stderr.endswith("of 4 captures: 3 added, 1 refused\n")
    assert len(files(root)) == 9


def test_a_folder_without_captures_is_told(root: Path, tmp_path: Path) -> None:
    """Nothing to add is a fault, not a success."""
    (tmp_path / "saved").mkdir()

    done = _run(root, tmp_path / "saved")

    assert done.exit_code == 1
    assert "no capture is in this folder" in done.stderr


def test_a_manifest_says_what_is_known_of_each(root: Path, tmp_path: Path) -> None:
    """Its faulty lines are told with their numbers, the others added."""
    saved(tmp_path, "a.txt", "It began on Monday in the capital.")
    rows = [
        json.dumps({"file": "a.txt", "title": "Talks", "published": "2031-05-02"}),
        "{}",
    ]
    manifest = saved(tmp_path, "list.jsonl", "\n".join(rows))

    done = _run(root, "--manifest", manifest, "--outlet", "the-gazette")

    assert done.exit_code == 1
    assert "list.jsonl:2: error: `file` is missing" in done.stderr
    assert list(files(root))[-1] == "releases/2031/2031-05-02-the-gazette-talks.md"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "name a capture"),
        (["a.txt", "b.txt", "--url", "https://x.example"], "--url is true of one capture"),
        (["a.txt", "b.txt", "--title", "x"], "--title is true of one capture"),
        (["a.txt", "--captured", "3.5.31"], "is no date"),
        (["nowhere.txt"], "does not exist"),
    ],
)
def test_misuse_is_told_with_status_2(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], told: str
) -> None:
    """What cannot be meant is not tried."""
    for name in ("a.txt", "b.txt"):
        saved(tmp_path, name)
    monkeypatch.chdir(tmp_path)

    done = _run(root, *args)

    assert done.exit_code == 2
    assert told in done.stderr
    assert files(root) == {}


def test_what_a_killed_add_left_is_swept(root: Path, tmp_path: Path) -> None:
    """The next `add` says what it removed."""
    left = root / "captures/the-gazette/.adding-abc.txt"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    done = _run(root, saved(tmp_path))

    assert f"removed {left.as_posix()}" in done.stderr
    assert not left.exists()


def _start(root: Path, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "--content", str(root), "add", str(folder)],
        cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("wait", range(3))
def test_ctrl_c_leaves_whole_captures_only(root: Path, tmp_path: Path, wait: int) -> None:
    """At any moment: of each capture all three files are there or none, and no leftover."""
    # More lines than a pipe holds: until they are read the command cannot have ended.
    for number in range(MANY):
        saved(tmp_path, f"saved/{number:03}.txt", numbered(number))
    running = _start(root, tmp_path / "saved")
    assert running.stdout is not None
    # The first line is told when the first capture is there; then some more are let through.
    for _ in range(1 + 40 * wait):
        running.stdout.readline()
    time.sleep(0.01 * wait)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode == 130, told
    assert b"stopped" in told
    assert b"Traceback" not in told
    _whole(files(root), MANY)


def _whole(found: dict[str, bytes], most: int) -> None:
    releases = [path for path in found if path.endswith(".md")]
    assert len(found) == 3 * len(releases)
    assert 0 < len(releases) <= most
    assert not any(".adding-" in path for path in found)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("wait", range(2))
def test_a_kill_is_healed_by_adding_again(root: Path, tmp_path: Path, wait: int) -> None:
    """After SIGKILL the same call completes what is missing, sweeps the rest, and all is whole."""
    for number in range(200):
        saved(tmp_path, f"saved/{number:03}.txt", numbered(number))
    running = _start(root, tmp_path / "saved")
    assert running.stdout is not None
    for _ in range(1 + 50 * wait):
        running.stdout.readline()
    running.kill()
    running.communicate(timeout=60)

    done = _run(root, tmp_path / "saved", "--jobs", "1")

    assert done.exit_code == 0
    _whole(files(root), 200)
    assert len(files(root)) == 600
