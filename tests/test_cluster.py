"""A Dask cluster makes the same bytes as one process: a real scheduler, two workers, on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator import tree
from tests import small

pytestmark = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the optional library `distributed` is not installed"
)
ROOT = Path(__file__).parents[1]
LOCAL = ("--host", "127.0.0.1", "--no-dashboard")


def _dask(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "DASK_LOGGING__DISTRIBUTED": "error"}
        | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    programs = [_dask("scheduler", *LOCAL, "--port", "0", "--scheduler-file", str(told))]
    try:
        until = time.monotonic() + 60
        while not told.is_file() and time.monotonic() < until:
            time.sleep(0.1)
        address: str = json.loads(told.read_text())["address"]
        worker = ("worker", address, *LOCAL, "--nthreads", "1", "--local-directory", str(folder))
        programs += [_dask(*worker), _dask(*worker)]
        _wait_for_two(address)
        yield address
    finally:
        for program in reversed(programs):
            program.terminate()
        for program in programs:
            program.wait()


def _wait_for_two(address: str) -> None:
    asked = f"from distributed import Client; Client({address!r}).wait_for_workers(2, timeout=60)"
    subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True)


def _generator(content: Path, out: Path, *verb: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "--content", str(content), "--out", str(out)]
    return subprocess.run([*command, *verb], cwd=ROOT, capture_output=True, text=True)


def test_a_cluster_makes_the_same_site(scheduler: str, tmp_path: Path) -> None:
    """Its data files too; nothing is left open between the two."""
    content = small.content(tmp_path)
    small.another(content)

    one = _generator(content, tmp_path / "one", "build", "--jobs", "1")
    other = _generator(content, tmp_path / "other", "build", "--cluster", scheduler)

    assert (one.returncode, other.returncode) == (0, 0), other.stderr
    manifests = [tmp_path / name / "site/MANIFEST.sha256" for name in ("one", "other")]
    assert manifests[0].read_text() == manifests[1].read_text()


def test_a_cluster_adds_the_same(scheduler: str, tmp_path: Path) -> None:
    """Captures that lie on this machine; the workers are sent their bytes."""
    saved = tmp_path / "saved"
    saved.mkdir()
    for number in range(1, 31):
        text = f"The Herald\n\nTalks {number}\n\nANN EXAMPLE spoke for {number} minutes of peace.\n"
        (saved / f"{number}.txt").write_text(text * 2)
    made = {}
    for name, how in (("one", ("--jobs", "1")), ("other", ("--cluster", scheduler))):
        content = small.content(tmp_path / name)
        said = _generator(
            content, tmp_path / name / "out", "add", str(saved), "--outlet", "herald",
            "--published", "2024-11-03", *how,
        )  # fmt: skip
        made[name] = tree.read(content), said.returncode, len(said.stderr.splitlines())

    assert made["one"] == made["other"]


def _refusal(address: str, before: str) -> str:
    """Return what is said when a cluster is asked for; in a process of its own, as it has threads."""
    program = f"""
import sys
from generator import cluster, errors
{before}
try:
    cluster.cluster({address!r})
except errors.Refused as refused:
    print(refused)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    """In a sentence, with what to do."""
    assert "no scheduler answers" in _refusal("tcp://127.0.0.1:1", "cluster.PATIENCE = 0.2")


def test_workers_of_another_version_are_refused(scheduler: str) -> None:
    """What they would make may be other bytes."""
    other = "real = cluster._refuse_others; cluster._refuse_others = lambda _: real({'a': 'other'})"

    assert "`a` runs another version" in _refusal(scheduler, other)


def test_without_the_library_it_is_told() -> None:
    """And how to get it."""
    assert "not installed" in _refusal("tcp://127.0.0.1:1", "sys.modules['distributed'] = None")
