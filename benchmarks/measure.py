"""What a command costs: seconds of the clock and of the processor, and the memory of all its processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks at the memory."""
FOLDER = "where archives and sites are made; one in memory leaves out what the disk takes"
"""What is said of an option that all measurements have."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command cost."""

    wall: float
    cpu: float
    """Seconds of processor time, user and system, with all children."""
    peak: float
    """MB that all its processes held at once, shared pages counted once; 0 where not looked at."""


class Failed(Exception):
    """A command did not end well; with the end of what it said."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    memory: bool = False,
) -> Cost:
    """Run a command to its end.

    Args:
        command: With its arguments.
        folder: Where it runs.
        environment: Variables besides our own.
        memory: Whether to look at its memory, which takes a little of its time.

    Raises:
        Failed: It ended with another status than 0.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        program = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        peak = Peak(program.pid) if memory else None
        _, status, used = os.wait4(program.pid, 0)
        wall = time.perf_counter() - began
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode:
            said.seek(0)
            raise Failed(said.read().decode(errors="replace")[-2000:])
    return Cost(wall, used.ru_utime + used.ru_stime, peak.stop() if peak else 0.0)


class Peak:
    """Looks at the memory of a process and all that it started, until told to stop."""

    def __init__(self, root: int) -> None:
        """Begin to look at the process `root`."""
        self._root, self._most, self._over = root, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self._most = max(self._most, sum(map(_held, _family(self._root))))

    def stop(self) -> float:
        """Stop looking; return the most that was held at once, in MB."""
        self._over.set()
        self._thread.join()
        return self._most / 1024


def _family(root: int) -> Iterator[int]:
    yield root
    try:
        tasks = [*Path(f"/proc/{root}/task").iterdir()]
        children = [
            int(child) for task in tasks for child in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield from _family(child)


def _held(process: int) -> int:
    """Return the KB that a process holds, its share of shared pages counted (Linux: Pss)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def in_turn(
    contestants: Mapping[str, Callable[[], Cost]], rounds: int
) -> dict[str, tuple[Cost, ...]]:
    """Run each contestant once a round, one after another; one that fails is left out, and told."""
    found: dict[str, list[Cost]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name in [*found]:
            try:
                found[name].append(contestants[name]())
            except Failed as failed:
                print(f"  {name} failed and is left out: {failed}", flush=True)
                del found[name]
    return {name: tuple(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure; of memory the most."""
    return Cost(
        statistics.median(one.wall for one in costs),
        statistics.median(one.cpu for one in costs),
        max(one.peak for one in costs),
    )
