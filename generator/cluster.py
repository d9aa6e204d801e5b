"""Workers on other machines: a Dask cluster does the work of many releases.

What all tasks look at is sent to each worker once. Workers only make things; they read and write
nothing of this machine's. `distributed` is an optional library: nothing else here needs it.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from generator.crew import AHEAD, B, Crew, R, Results, Task, W, crew, spread
from generator.errors import Problem, Refused, visible
from generator.kept import program

PATIENCE = 10
"""Seconds to wait for the scheduler."""


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, address: str) -> None:
        """Work with the scheduler at an address."""
        self._address = address

    @property
    def here(self) -> Crew:
        """Processes of this machine, for what must be done beside its disk."""
        return crew(os.cpu_count() or 1)

    def each(self, task: Task[W, B, R], whole: W, batches: Iterable[B]) -> Results[R]:
        """Do as many at a time as there are workers."""
        # Connected for as long as it works: between the stages this process is forked, and the
        # threads of a client are not to be about then.
        with _client(self._address) as client:
            [sent] = client.scatter([whole], broadcast=True, hash=False)
            ahead = sum(client.nthreads().values()) * AHEAD
            yield from spread(client.get_executor(), task, sent, batches, ahead)


def cluster(address: str) -> Cluster:
    """Return a cluster that can be worked with.

    Args:
        address: Its scheduler's, as `tcp://10.0.0.1:8786`.

    Raises:
        Refused: The library is not installed, nobody answers, there is no worker, or one runs
            another version of the program, of Python or of a library.
    """
    with _client(address) as client:
        _refuse_others(client.run(program.code))
    return Cluster(address)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        # Not by `import`: most machines lack it, and half of it has no types.
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        fix = "install it: `.venv/bin/python -m pip install distributed`"
        raise _refused("the library `distributed` is not installed", fix) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        message = f"no scheduler answers at `{visible(address)}`"
        raise _refused(message, "start one: `dask scheduler`, and `dask worker ADDRESS`") from error
    with client:
        yield client


def _refuse_others(names: dict[str, str]) -> None:
    if not names:
        raise _refused("the cluster has no worker", "start some: `dask worker ADDRESS`")
    own = program.code()
    for worker, name in sorted(names.items()):
        if name != own:
            message = f"the worker `{visible(worker)}` runs another version of the program"
            fix = "give it the same commit, Python and requirements, and start it again"
            raise _refused(message, fix)


def _refused(message: str, fix: str) -> Refused:
    return Refused(Problem("cluster", 1, message, fix))
