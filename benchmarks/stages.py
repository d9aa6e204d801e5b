"""What each stage costs from the content to the data files, in one process, with nothing kept.

    python benchmarks/stages.py [--releases 1000 10000] [--folder /dev/shm]

Processor time is told, not the clock's, so that a machine shared with others gives nearly the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import archive  # noqa: E402 - found by the line above
from measure import FOLDER  # noqa: E402

from generator.checks import findings  # noqa: E402
from generator.exports import exports  # noqa: E402
from generator.pages.whole import page_tree  # noqa: E402
from generator.relate import relations  # noqa: E402
from generator.resolve import mentions  # noqa: E402
from generator.store.check import subject  # noqa: E402
from generator.store.load import load  # noqa: E402

T = TypeVar("T")


def stage(name: str, releases: int, work: Callable[[], T]) -> T:
    """Do one stage; tell its processor time and the peak of memory so far."""
    before = time.process_time()
    made = work()
    used = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {name} | {used:.2f} | {used / releases * 1000:.2f} | {peak:.0f} |", flush=True)
    return made


def stages(content: Path, releases: int) -> None:
    """Measure every stage of one archive."""
    loaded = stage("reading", releases, lambda: load(content))
    stage("checks", releases, lambda: list(findings(subject(loaded))))
    held = loaded.archive
    named = stage("mentions", releases, lambda: mentions(held))
    related = stage("relations", releases, lambda: relations(held, named))
    pages = stage("page text", releases, lambda: page_tree(held, named, related))
    data = stage(
        "data files",
        releases,
        lambda: exports(held, named, related, "http://127.0.0.1:8000/"),
    )
    longest = max(pages, key=lambda path: len(pages[path]))
    print(f"\n{len(pages)} pages, {len(data)} data files; the longest page is {longest}, {len(pages[longest])} bytes of Markdown")  # fmt: skip


def main() -> None:
    """Measure and tell, each archive in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--folder", type=Path, default=ROOT / "build", help=FOLDER)
    args = parser.parse_args()
    args.folder.mkdir(exist_ok=True)
    for releases in args.releases:
        with tempfile.TemporaryDirectory(dir=args.folder, prefix="bench-") as name:
            archive.make(Path(name, "content"), releases, os.cpu_count() or 1)
            print(f"\n{releases} releases\n\n| stage | CPU, s | CPU a release, ms | peak so far, MB |\n|---|---|---|---|", flush=True)  # fmt: skip
            if (child := os.fork()) == 0:
                stages(Path(name, "content"), releases)
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(child, 0)


if __name__ == "__main__":
    main()
