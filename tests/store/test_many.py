"""Many captures: the same files for any number of processes, whole whatever stops the work."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.errors import Refused
from generator.store import together
from generator.store.check import check
from generator.store.intake import Added
from generator.store.many import FEW, add_all, attempt, library
from generator.store.together import LEFT, alone, stage, sweep
from generator.store.wish import Wish
from tests.adding import content, files, numbered, saved

COUNT = 5


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return content(tmp_path)


@pytest.fixture
def wishes(tmp_path: Path) -> list[Wish]:
    """Return five captures, the third of which is no release."""
    found = [Wish(saved(tmp_path, f"saved/{n}.txt", numbered(n))) for n in range(COUNT)]
    found[2] = Wish(saved(tmp_path, "saved/2.txt", b""))
    return found


def _whole(tmp_path: Path, wishes: list[Wish]) -> dict[str, bytes]:
    """Return what adding leaves when nothing stops it."""
    other = content(tmp_path / "other")
    list(add_all(wishes, other, jobs=1))
    return files(other)


def test_any_number_of_processes_writes_the_same(tmp_path: Path) -> None:
    """Outcomes come in the order of the captures, and the files are equal byte for byte."""
    many = [Wish(saved(tmp_path, f"{n}.txt", numbered(n % 30))) for n in range(FEW + 20)]
    told, written = [], []
    for jobs in (1, 2, 3):
        root = content(tmp_path / str(jobs))
        outcomes = list(add_all(many, root, jobs=jobs))
        told.append([one.outcome for one in outcomes if isinstance(one, Added)])
        written.append(files(root))

    assert told[0] == ["added"] * 30 + ["known"] * (FEW - 10)
    assert told[0] == told[1] == told[2]
    assert written[0] == written[1] == written[2]


def test_a_refused_capture_stops_no_other(root: Path, wishes: list[Wish]) -> None:
    """Each of the others is added; the refusal stands in its place."""
    outcomes = list(add_all(wishes, root, jobs=1))

    assert [isinstance(one, Refused) for one in outcomes] == [False, False, True, False, False]
    assert len(files(root)) == 3 * (COUNT - 1)


def test_faulty_profiles_are_told_before_anything_is_read(root: Path, wishes: list[Wish]) -> None:
    """A profile that cannot be read would clean nothing as it should."""
    (root / "profiles/sites/gazette.yml").write_text("id: gazette\ndetect: {colour: red}\n")

    with pytest.raises(Refused, match="colour"):
        list(add_all(wishes, root, jobs=1))
    assert files(root) == {}


def test_two_at_once_do_not_add(root: Path, wishes: list[Wish]) -> None:
    """The second says so and changes nothing."""
    with alone(root), pytest.raises(Refused, match="another `add` is at work"):
        list(add_all(wishes, root, jobs=1))
    assert files(root) == {}


def test_a_text_nested_too_deeply_is_refused(
    root: Path, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a reader's stack cannot hold is told as any other fault."""

    def deep(*_: Any) -> None:
        raise RecursionError

    monkeypatch.setattr("generator.store.many.prepare", deep)

    outcome = attempt(wishes[0], library(root))

    assert isinstance(outcome, Refused)
    assert "nested too deeply" in outcome.problems[0].message


def _failing(call: Callable[..., Any], at: int, fault: Callable[[], Any]) -> Callable[..., Any]:
    """Return `call` that does `fault` instead when it is called for the `at`th time."""
    count = 0

    def failing(*args: Any, **kwargs: Any) -> Any:
        nonlocal count
        count += 1
        if count == at:
            fault()
        return call(*args, **kwargs)

    return failing


CALLS = [(os, "write"), (os, "fsync"), (Path, "replace")]
POINTS = [(place, name, at) for place, name in CALLS for at in (1, 2, 3, 5, 8, 12)]


def _raise(error: BaseException) -> Callable[[], None]:
    def fault() -> None:
        raise error

    return fault


def _consistent(root: Path, whole: dict[str, bytes]) -> None:
    """Every file is one of the whole, and of each capture there are all three files or none."""
    found = files(root)
    assert found.items() <= whole.items()
    assert len(found) % 3 == 0
    assert all(f"captures/{key}.yml" in found for key in _released(found))


def _released(found: dict[str, bytes]) -> Iterator[str]:
    for path, data in found.items():
        if path.endswith(".md"):
            line = next(one for one in data.decode().split("\n") if one.startswith("capture: "))
            yield line.removeprefix("capture: ")


@pytest.mark.parametrize(("place", "name", "at"), POINTS)
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, root: Path, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch,
    place: Any, name: str, at: int,
) -> None:  # fmt: skip
    """Captures before it are there, it and those after it are not; the sentence says what to do."""
    whole = _whole(tmp_path, wishes)
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as patched:
        patched.setattr(place, name, _failing(getattr(place, name), at, _raise(full)))
        with pytest.raises(Refused, match="no space left on device") as refused:
            list(add_all(wishes, root, jobs=1))

    assert refused.value.problems[0].fix == "make room and add the rest again"
    _consistent(root, whole)
    list(add_all(wishes, root, jobs=1))
    assert files(root) == whole


@pytest.mark.parametrize(("place", "name", "at"), POINTS)
def test_ctrl_c_at_any_call_leaves_nothing_half_written(
    tmp_path: Path, root: Path, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch,
    place: Any, name: str, at: int,
) -> None:  # fmt: skip
    """What was finished stays, the rest is taken back, and adding again completes it."""
    whole = _whole(tmp_path, wishes)
    with monkeypatch.context() as patched:
        stop = _raise(KeyboardInterrupt())
        patched.setattr(place, name, _failing(getattr(place, name), at, stop))
        with pytest.raises(KeyboardInterrupt):
            list(add_all(wishes, root, jobs=1))

    _consistent(root, whole)
    list(add_all(wishes, root, jobs=1))
    assert files(root) == whole


@pytest.mark.parametrize(("place", "name", "at"), POINTS)
def test_a_kill_at_any_call_leaves_what_add_and_check_know(
    tmp_path: Path, root: Path, wishes: list[Wish], place: Any, name: str, at: int
) -> None:
    """No release is there without its capture; what is left over is told, swept and completed."""
    whole = _whole(tmp_path, wishes)
    child = os.fork()
    if child == 0:
        setattr(place, name, _failing(getattr(place, name), at, _kill))
        list(add_all(wishes, root, jobs=1))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)

    found = files(root)
    kept = {path: data for path, data in found.items() if LEFT not in path}
    releases = list(_released(kept))
    assert kept.items() <= whole.items()
    assert all(f"captures/{key}.yml" in kept for key in releases)
    if len(found) != 3 * len(releases):
        assert any(problem.level == "error" for problem in check(root)[1])

    with alone(root):
        sweep([root / "captures", root / "releases"])
    list(add_all(wishes, root, jobs=1))
    assert files(root) == whole


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_cannot_be_named_is_taken_back(tmp_path: Path) -> None:
    """A file that is replaced is replaced whole or stays as it was."""
    old = tmp_path / "a.txt"
    old.write_bytes(b"old")
    new = [(old, b"new"), (tmp_path / "b.txt", b"new")]
    stage(new)
    (tmp_path / f"{LEFT}b.txt").unlink()

    with pytest.raises(FileNotFoundError):
        together.place(new)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    """Somebody's link under the name of an unfinished file leads nowhere."""
    target = tmp_path / "target"
    target.write_bytes(b"kept")
    (tmp_path / f"{LEFT}a.txt").symlink_to(target)

    with pytest.raises(OSError, match="symbolic links"):
        stage([(tmp_path / "a.txt", b"new")])

    assert target.read_bytes() == b"kept"


def test_ctrl_c_waits_for_the_files_in_hand() -> None:
    """It is held back while files are written, and comes through afterwards."""
    steps: list[str] = []

    def work() -> None:
        with together.unstopped():
            signal.raise_signal(signal.SIGINT)
            steps.append("written")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["written"]


def test_only_the_main_thread_is_asked_to_stop() -> None:
    """In another thread there is no signal to hold back."""
    steps: list[str] = []

    def work() -> None:
        with together.unstopped():
            steps.append("written")

    thread = Thread(target=work)
    thread.start()
    thread.join()

    assert steps == ["written"]


def test_a_missing_right_to_write_is_told(
    root: Path, wishes: list[Wish], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another reason than a full disk has another remedy."""
    denied = OSError(errno.EACCES, "Permission denied")
    monkeypatch.setattr(os, "write", _failing(os.write, 1, _raise(denied)))

    with pytest.raises(Refused, match="permission denied") as refused:
        list(add_all(wishes, root, jobs=1))

    assert refused.value.problems[0].fix == "mend that first"
