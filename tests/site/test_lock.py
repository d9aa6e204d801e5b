"""One build at a time; the lock is never stale."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from generator.site import lock

HOLD = """
import sys, pathlib
from generator.site import lock
with lock.held(pathlib.Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    """It neither fails nor works beside the first one."""
    said: list[str] = []
    waiting, got = threading.Event(), threading.Event()

    def tell(sentence: str) -> None:
        said.append(sentence)
        waiting.set()

    def second() -> None:
        with lock.held(tmp_path, tell):
            got.set()

    with _holder(tmp_path) as first:
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        assert not got.is_set()
        first.communicate("")
    thread.join(10)

    assert got.is_set()
    assert said == [f"another build is at work in `{tmp_path}`: waiting for it"]


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    """The system takes it back with the process."""
    with _holder(tmp_path) as first:
        first.kill()
    said: list[str] = []

    with lock.held(tmp_path, said.append):
        pass

    assert said == []


def test_a_child_of_a_killed_build_still_holds_the_lock(tmp_path: Path) -> None:
    """What was given the descriptor must end before the next build cleans its folder."""
    with lock.held(tmp_path, print) as descriptor:
        child = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=(descriptor,))
    waiting, got = threading.Event(), threading.Event()

    def second() -> None:
        with lock.held(tmp_path, lambda _: waiting.set()):
            got.set()

    thread = threading.Thread(target=second)
    thread.start()
    assert waiting.wait(10)
    assert not got.is_set()
    child.communicate(b"")
    thread.join(10)

    assert got.is_set()
