"""Adding many captures: prepared side by side, admitted one after the other in their order.

What is written is the same for any number of processes.
"""

from __future__ import annotations

import errno
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from pathlib import Path
from threading import Thread
from time import sleep

from generator.clean.result import Library
from generator.errors import Problem, Refused, visible
from generator.store.intake import Added, Ready, admit, prepare
from generator.store.likeness import Texts
from generator.store.load import load
from generator.store.register import Register, register
from generator.store.together import File, alone, place, settle, stage, unstage, unstopped
from generator.store.wish import Wish

FEW = 24
"""Captures for which starting processes takes longer than it saves."""
BATCH = 8
"""Captures that a process takes at a time."""

TOGETHER = 32
"""Captures whose files are brought to the disk side by side."""
THREADS = 12
"""Files that are waited for at once. Source: measured on a virtual disk, 0.9 ms a file one by one
and 0.1 ms with eight to sixteen threads."""

Outcome = Added | Refused
Outcomes = Generator[Outcome, None, None]
_library = Library()


def library(content: Path) -> Library:
    """Return profiles, outlets and kinds of a content folder.

    Raises:
        Refused: One of them is faulty.
    """
    found = load(content, frozenset({"outlet", "vocabulary", "profile"}))
    if errors := [problem for problem in found.problems if problem.level == "error"]:
        raise Refused(*errors)
    return Library(
        tuple(found.profiles.sites.values()),
        tuple(found.profiles.agencies.values()),
        found.archive.outlets,
        tuple(found.archive.kinds.values()),
    )


def add_all(wishes: Sequence[Wish], content: Path, *, jobs: int) -> Outcomes:
    """Add captures; yield for each, in order, what became of it.

    Args:
        wishes: The captures.
        content: The content folder.
        jobs: Processes to prepare them in.

    Raises:
        Refused: Another `add` is at work; profiles, outlets or kinds are faulty; or a capture
            could not be written (those before it are, those after it are not).
    """
    shelves = library(content)
    # Closed before anything else is told: no process is still at work after Ctrl-C.
    with alone(content), closing(_prepared(wishes, shelves, jobs)) as prepared:
        known, texts = register(content), Texts()
        folders: set[Path] = set()
        try:
            decided = (_decided(ready, content, known, texts) for ready in prepared)
            while outcomes := list(islice(decided, TOGETHER)):
                folders |= {path.parent for one in outcomes for path, _ in _files(one)}
                yield from _written(outcomes)
        finally:
            settle(folder for folder in folders if folder.is_dir())


def _decided(ready: Ready | Refused, content: Path, known: Register, texts: Texts) -> Outcome:
    if isinstance(ready, Refused):
        return ready
    try:
        return admit(ready, content, known, texts)
    except Refused as refused:
        return refused


def _files(outcome: Outcome) -> tuple[File, ...]:
    return outcome.files if isinstance(outcome, Added) else ()


def _written(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """Write what was decided; yield each outcome once its files are in their places."""
    done: list[Outcome] = []
    try:
        with unstopped():
            _write(outcomes, done)
    finally:
        # Also when the disk is full: those before the one that failed are there, and are told.
        yield from done


def _write(outcomes: Sequence[Outcome], done: list[Outcome]) -> None:
    """Bring files to the disk side by side, since that is waiting; give names in order."""
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            staged = [pool.submit(stage, _files(one)) for one in outcomes]
        for outcome, written in zip(outcomes, staged, strict=True):
            _placed(outcome, written)
            done.append(outcome)
    finally:
        # Whatever stopped this: what has no place yet is taken away again.
        for one in outcomes[len(done) :]:
            unstage(_files(one))


def _placed(outcome: Outcome, staged: Future[None]) -> None:
    try:
        staged.result()
        place(_files(outcome))
        for path in outcome.gone if isinstance(outcome, Added) else ():
            path.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(outcome, Added):
            raise Refused(_unwritten(outcome.ready.wish, error)) from error
        raise


def _unwritten(wish: Wish, error: OSError) -> Problem:
    """Return why adding had to stop: what cannot be written now will not be a moment later."""
    why = (error.strerror or str(error)).lower()
    message = f"it could not be written: {why}; nothing of it was, those before it were added"
    fix = "make room and add the rest again" if error.errno == errno.ENOSPC else "mend that first"
    return Problem(visible(wish.path.as_posix(), 300), 1, message, fix)


def attempt(wish: Wish, shelves: Library) -> Ready | Refused:
    """Return a prepared capture, or why it is refused."""
    try:
        return prepare(wish, shelves)
    except Refused as refused:
        return refused
    except RecursionError:
        path = visible(wish.path.as_posix(), 300)
        return Refused(Problem(path, 1, "is nested too deeply to be read", "save the page's text"))


def _prepared(
    wishes: Sequence[Wish], shelves: Library, jobs: int
) -> Generator[Ready | Refused, None, None]:
    if jobs < 2 or len(wishes) < FEW:
        for wish in wishes:
            yield attempt(wish, shelves)
        return
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(shelves,)) as pool:
        try:
            yield from _in_order(pool, wishes, jobs)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _in_order(
    pool: ProcessPoolExecutor, wishes: Iterable[Wish], jobs: int
) -> Iterator[Ready | Refused]:
    # Only a few batches are ahead, so that memory does not grow with the number of captures.
    left = iter(wishes)
    waiting: deque[Future[list[Ready | Refused]]] = deque()
    while True:
        while len(waiting) < 3 * jobs and (batch := list(islice(left, BATCH))):
            waiting.append(pool.submit(_batch, batch))
        if not waiting:
            return
        yield from waiting.popleft().result()


def _begin(shelves: Library) -> None:
    global _library
    _library = shelves
    # Ctrl-C is the main process's to take: it finishes or takes back what it writes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: nobody would ever ask it for more."""
    while os.getppid() == parent:
        sleep(0.2)
    os._exit(1)


def _batch(wishes: list[Wish]) -> list[Ready | Refused]:
    return [attempt(wish, _library) for wish in wishes]
