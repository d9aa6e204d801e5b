"""What a capture of a megabyte costs to add, whatever its shape: `python -m tests.hostile.cost`.

Each is added to a folder of its own in a process of its own, whose processor time and memory are
measured; beside it the release that came of it is checked and its page written.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator import pipeline
from generator.errors import Refused
from generator.store import many
from generator.store.wish import Wish
from tests.hostile import bombs

SECONDS, MEGABYTES = 5, 500
CONTENT = Path(__file__).parents[2] / "content"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    """Of processor time."""
    megabytes: float
    """At most at once, with the interpreter and the libraries."""
    status: int
    """0: added; 1: refused; anything else: it died."""


def measured(act: Callable[[], int]) -> Cost:
    """Return what `act` costs in a process of its own."""
    process = os.fork()
    if not process:
        status = 9
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
            status = act()
        finally:
            os._exit(status)
    _, status, used = os.wait4(process, 0)
    return Cost(
        used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, os.waitstatus_to_exitcode(status)
    )


def add(name: str, data: bytes) -> int:
    """Add a capture to a copy of the archive and write its pages; return 1 if it is refused."""
    ending = "html" if name.startswith("page") else "txt"
    with tempfile.TemporaryDirectory() as folder:
        content = shutil.copytree(CONTENT, Path(folder) / "content")
        path = Path(folder) / f"page.{ending}"
        path.write_bytes(data)
        wish = Wish(path, outlet="naenara", url=None, given={"kind": "press-release"})
        try:
            outcome = next(iter(many.add_all([wish], content, jobs=1)))
            if isinstance(outcome, Refused):
                return 1
            pipeline.pages(content, Path(folder) / "build", lambda _: None)
        except Refused:
            return 1
    return 0


def main() -> int:
    """Measure every shape; print what each took; return how many took too much."""
    only = sys.argv[1:]
    beyond = 0
    for name, data in (*bombs.texts(), *bombs.pages()):
        if only and not any(part in name for part in only):
            continue
        cost = measured(lambda name=name, data=data: add(name, data))  # type: ignore[misc]
        faulty = cost.seconds > SECONDS or cost.megabytes > MEGABYTES or cost.status not in (0, 1)
        beyond += faulty
        print(
            f"{'!!' if faulty else '  '} {cost.seconds:6.1f} s {cost.megabytes:6.0f} MB "
            f"{('added', 'refused')[cost.status] if cost.status in (0, 1) else cost.status!s:8} {name}",
            flush=True,
        )
    return beyond


if __name__ == "__main__":
    sys.exit(main())
