"""Builds that die at chosen moments; run as a program by `test_dying.py`.

usage: python -m tests.faults.dying FOLDER SIGNAL WAY

The content in FOLDER is built, counting what Python does with files. Then it is changed, and
a forked child builds it and sends itself SIGNAL at one of these moments, again and again for other
moments. After each death the live site must agree with its manifest. WAY is `exchange` or, for file
systems that cannot exchange two names, `renames`. The result is printed as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.cli import main
from generator.site import manifest, swap

_EVENTS = """
    open os.mkdir os.rename os.remove os.rmdir os.scandir shutil.rmtree subprocess.Popen
    ctypes.dlopen ctypes.dlsym
"""
MOMENTS = frozenset(_EVENTS.split())
EVENLY, LAST = 8, 10


class Count:
    """Counts moments, and ends the process (or interrupts it) at one of them."""

    def __init__(self) -> None:
        """Begin with none, and no end."""
        self.done = 0
        self.end = -1
        self.signal = signal.SIGKILL
        self.process = os.getpid()
        """Who is meant: not those that do a part of its work."""

    def __call__(self, event: str, _: tuple[Any, ...]) -> None:
        """Be the audit hook."""
        if event in MOMENTS and os.getpid() == self.process:
            self.done += 1
            if self.done == self.end:
                os.kill(os.getpid(), self.signal)


COUNT = Count()


def child(folder: Path, end: int, number: signal.Signals) -> int:
    """Build in a child that gets its signal at a moment; return its wait status."""
    process = os.fork()
    if process:
        return os.waitpid(process, 0)[1]
    os.dup2(os.open(folder / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    os.dup2(2, 1)
    COUNT.done, COUNT.end, COUNT.signal, COUNT.process = 0, end, number, os.getpid()
    place = ["--content", str(folder / "content"), "--out", str(folder / "build")]
    try:
        main([*place, "build"])
    except SystemExit as ended:
        os._exit(ended.code if isinstance(ended.code, int) else 99)
    except BaseException:  # noqa: BLE001 - a traceback is what must not be
        os._exit(98)
    os._exit(97)


def change(folder: Path, number: int) -> None:
    """Let the content differ from all before, so that every build has something to do."""
    (folder / "content/pages/about.md").write_text(f"# About\n\nEdition {number}.\n")


def edition(folder: Path) -> int:
    """Return which content the live site was built from."""
    page = (folder / "build/site/about/index.html").read_text()
    return int(page.partition("Edition ")[2].partition(".")[0])


def live(folder: Path) -> Path:
    """Return where the last good site is: its place, or aside between two renames."""
    site = folder / "build" / swap.LIVE
    return site if site.exists() else folder / "build" / ".last-site"


def run(folder: Path, number: signal.Signals, way: str) -> dict[str, Any]:
    """Let builds die at many moments; return what was seen."""
    if way == "renames":
        swap._exchange = lambda one, other: False  # noqa: ARG005
    place = folder / "content", folder / "build"
    pipeline.build(*place, print_nothing)
    change(folder, -2)
    pipeline.build(*place, print_nothing)  # now there are two trees
    sys.addaudithook(COUNT)
    change(folder, 0)
    pipeline.build(*place, print_nothing)
    total = COUNT.done
    spread = range(1, total, max(1, total // EVENLY)) if way == "exchange" else ()
    torn, statuses, editions = [], Counter[int](), Counter[str]()
    for turn, end in enumerate(sorted({*spread, *range(total - LAST, total + 1)}), 1):
        change(folder, turn)
        statuses[child(folder, end, number)] += 1
        site = live(folder)
        torn += [f"{end}: {problem.message}" for problem in manifest.faults(site)]
        if site.name == swap.LIVE:
            editions["new" if edition(folder) == turn else "old"] += 1
    change(folder, -1)
    pipeline.build(*place, print_nothing)
    return {
        "moments": total,
        "statuses": dict(statuses),
        "editions": dict(editions),
        "torn": torn,
        "last": edition(folder),
        "left": sorted(path.name for path in (folder / "build").iterdir()),
        "said": (folder / "said.txt").read_text(),
    }


def print_nothing(_: str) -> None:
    """Tell nobody."""


if __name__ == "__main__":
    seen = run(Path(sys.argv[1]), signal.Signals[sys.argv[2]], sys.argv[3])
    sys.stdout.write(json.dumps(seen))
