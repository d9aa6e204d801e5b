"""Adding many captures: prepared side by side, admitted one after the other in their order.

What is written is the same for any number of processes.
"""

from __future__ import annotations

import errno
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from pathlib import Path

from generator.clean.result import Library
from generator.crew import Alone, Crew, crew
from generator.errors import Problem, Refused, visible
from generator.store.fault import LineFault
from generator.store.intake import Added, Ready, admit, prepare, read_capture
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


def add_all(
    wishes: Sequence[Wish], content: Path, *, jobs: int = 1, workers: Crew | None = None
) -> Outcomes:
    """Add captures; yield for each, in order, what became of it.

    Args:
        wishes: The captures.
        content: The content folder.
        jobs: Processes to prepare them in.
        workers: Who prepares them instead.

    Raises:
        Refused: Another `add` is at work; profiles, outlets or kinds are faulty; or a capture
            could not be written (those before it are, those after it are not).
    """
    shelves = library(content)
    # Closed before anything else is told: no process is still at work after Ctrl-C.
    with alone(content), closing(_prepared(wishes, shelves, workers or crew(jobs))) as prepared:
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


def attempt(wish: Wish, shelves: Library, read: bytes | LineFault | None = None) -> Ready | Refused:
    """Return a prepared capture, or why it is refused."""
    try:
        return prepare(wish, shelves, read)
    except Refused as refused:
        return refused
    except RecursionError:
        path = visible(wish.path.as_posix(), 300)
        return Refused(Problem(path, 1, "is nested too deeply to be read", "save the page's text"))


def _prepared(
    wishes: Sequence[Wish], shelves: Library, workers: Crew
) -> Generator[Ready | Refused, None, None]:
    if len(wishes) < FEW:
        workers = Alone()
    batches = (wishes[at : at + BATCH] for at in range(0, len(wishes), BATCH))
    if workers.here is workers:
        done = workers.each(_batch, shelves, batches)
    else:
        done = workers.each(_sent, shelves, (_read(batch) for batch in batches))
    with closing(done):
        for batch in done:
            yield from batch


def _batch(shelves: Library, wishes: Sequence[Wish]) -> list[Ready | Refused]:
    return [attempt(wish, shelves) for wish in wishes]


def _read(wishes: Sequence[Wish]) -> list[tuple[Wish, bytes | LineFault]]:
    return [(wish, read_capture(wish)) for wish in wishes]


def _sent(
    shelves: Library, wishes: Sequence[tuple[Wish, bytes | LineFault]]
) -> list[Ready | Refused]:
    return [attempt(wish, shelves, read) for wish, read in wishes]
