"""Who does the work of many releases: this process, forked ones, or any executor.

A stage gives a crew a task, the whole that every task looks at, and batches. It gets the results
in the order of the batches, so that the crew never shows in what is made. Only a few batches are
ahead of what has been taken, so that memory does not grow with the number of releases.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any, Protocol, TypeVar
from zlib import crc32

from generator.errors import Problem, Refused

W = TypeVar("W")
B = TypeVar("B")
R = TypeVar("R")
Task = Callable[[W, B], R]
"""What is done with the whole and one batch."""
Results = Generator[R, None, None]
"""To be closed by whoever does not take them all: nobody works on after that."""
AHEAD = 4
"""Batches under way for each worker."""
PARTS = 128
"""Into how many parts releases are divided, by their ids; a part is what a worker takes at a time."""


class Crew(Protocol):
    """Does a task for every batch."""

    @property
    def here(self) -> Crew:
        """Those of it who read and write this machine's disk."""
        ...

    def each(self, task: Task[W, B, R], whole: W, batches: Iterable[B]) -> Results[R]:
        """Yield what the task gives for each batch, in their order."""
        ...


class Alone:
    """This process."""

    @property
    def here(self) -> Crew:
        """All of it."""
        return self

    def each(self, task: Task[W, B, R], whole: W, batches: Iterable[B]) -> Results[R]:
        """Do one after the other."""
        return (task(whole, batch) for batch in batches)


class Forked:
    """Processes that begin with all that this one knows: nothing need be sent to them."""

    def __init__(self, jobs: int) -> None:
        """Prepare for a number of processes; they live as long as one stage."""
        self.jobs = jobs

    @property
    def here(self) -> Crew:
        """All of it."""
        return self

    def each(self, task: Task[W, B, R], whole: W, batches: Iterable[B]) -> Results[R]:
        """Do as many at a time as there are processes.

        Raises:
            Refused: A process died.
        """
        batches = list(batches)
        if len(batches) < 2:
            yield from Alone().each(task, whole, batches)
            return
        context = multiprocessing.get_context("fork")
        with _told((task, whole)), _frozen():
            pool = ProcessPoolExecutor(self.jobs, context, _begin, (os.getpid(),))
            try:
                yield from spread(pool, _inherited, None, batches, self.jobs * AHEAD)
            except BrokenProcessPool as broken:
                message = "a process that did a part of the work was ended from outside"
                fix = "if memory ran out, build with `--jobs 1`"
                raise Refused(Problem("build", 1, message, fix)) from broken
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


class Counted:
    """A crew, and somebody who hears how far it is."""

    def __init__(self, workers: Crew, heard: Callable[[int, int], None]) -> None:
        """Let `heard` hear how many batches of how many are done."""
        self._workers, self._heard = workers, heard

    @property
    def here(self) -> Crew:
        """The same of those who are here."""
        here = self._workers.here
        return self if here is self._workers else Counted(here, self._heard)

    def each(self, task: Task[W, B, R], whole: W, batches: Iterable[B]) -> Results[R]:
        """Do the task, and tell."""
        batches = list(batches)
        with closing(self._workers.each(task, whole, batches)) as results:
            for done, result in enumerate(results, 1):
                self._heard(done, len(batches))
                yield result


def crew(jobs: int) -> Crew:
    """Return who works here: forked processes where the system has them, else this one."""
    return Forked(jobs) if jobs > 1 and hasattr(os, "fork") else Alone()


def spread(
    executor: Executor, task: Task[W, B, R], whole: W, batches: Iterable[B], ahead: int
) -> Results[R]:
    """Have an executor do a task for each batch; yield the results in the order of the batches."""
    left, waiting = iter(batches), deque[Future[R]]()
    try:
        while True:
            for batch in islice(left, ahead - len(waiting)):
                waiting.append(executor.submit(task, whole, batch))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def parts(names: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Divide names into parts that stay the same when others come or go.

    Returns:
        The name of each part that is not empty, and what is in it, in order.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        found[crc32(name.encode()) % PARTS].append(name)
    return [(f"{part:03}", tuple(sorted(found[part]))) for part in sorted(found)]


_told_to: tuple[Task[Any, Any, Any], Any] | None = None


@contextmanager
def _told(what: tuple[Task[Any, Any, Any], Any]) -> Iterator[None]:
    """Let processes that are forked meanwhile know a task and its whole."""
    global _told_to
    _told_to = what
    try:
        yield
    finally:
        _told_to = None


def _inherited(_: None, batch: Any) -> Any:
    if _told_to is None:
        raise RuntimeError("no task")
    task, whole = _told_to
    return task(whole, batch)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep what is there from being looked through again, so that it stays shared."""
    before = gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        # What somebody else had left out stays so, with the little that came since.
        if not before:
            gc.unfreeze()


def _begin(parent: int) -> None:
    # Ctrl-C is the main process's to take.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: it would keep the build's lock."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)
