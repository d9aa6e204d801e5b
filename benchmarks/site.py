"""What a build costs, stage by stage, and our page loop against stock MkDocs on the same Markdown.

    python benchmarks/site.py [--releases 1000] [--rounds 3]

Rounds are interleaved, each in a process of its own; processor time is told, not the clock's, so
that a machine shared with others gives nearly the same figures. Every file is compared.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import archive  # noqa: E402 - found by the line above

from generator import tree, version  # noqa: E402
from generator.exports import exports  # noqa: E402
from generator.pages import page_tree  # noqa: E402
from generator.relate import relations  # noqa: E402
from generator.resolve import mentions  # noqa: E402
from generator.site import manifest  # noqa: E402
from generator.store.check import check  # noqa: E402

T = TypeVar("T")
# What is measured in a process of its own: settings are read before, so that both begin alike.
PROGRAM = """
import resource, sys, time
from mkdocs.config import load_config
docs, site, how = sys.argv[1:]
config = load_config("mkdocs.yml", docs_dir=docs, site_dir=site, hooks=[], strict=True)
config.extra.update({"data_version": "0123456789ab"})
if how == "stock":
    from mkdocs.commands.build import build
else:
    from generator.site.fast.loop import build
before = time.process_time()
build(config)
forked = resource.getrusage(resource.RUSAGE_CHILDREN)
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time() - before + forked.ru_utime + forked.ru_stime, own + forked.ru_maxrss)
"""


def stage(name: str, work: Callable[[], T]) -> T:
    """Do one stage; tell its processor time and the peak of memory so far."""
    before = time.process_time()
    made = work()
    used = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {name:20} {used:7.2f} s of processor time, peak so far {peak:.0f} MB", flush=True)
    return made


def stages(content: Path, docs: Path) -> int:
    """Measure what comes before the HTML; write the page tree; return how many pages it has."""
    loaded, _ = stage("reading and checks", lambda: check(content))
    held = loaded.archive
    named = stage("mentions", lambda: mentions(held))
    related = stage("relations", lambda: relations(held, named))
    pages = stage("pages", lambda: page_tree(held, named, related))
    state = version.data_version(content)
    stage("data files", lambda: exports(held, named, related, state, "http://127.0.0.1:8000/"))
    tree.apply(pages, docs)
    largest = max(pages, key=lambda path: len(pages[path]))
    print(f"  {len(held.releases)} releases, {len(pages)} pages; the longest is {largest}, {len(pages[largest])} bytes of Markdown")  # fmt: skip
    return len(pages)


def html(docs: Path, site: Path, how: str) -> tuple[float, float]:
    """Render the page tree one way; return seconds of processor time and MB."""
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    command: list[Any] = [sys.executable, "-c", PROGRAM, docs, site, how]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    seconds, kilobytes = done.stdout.split()[-2:]
    return float(seconds), float(kilobytes) / 1024


def compare(folder: Path, docs: Path, rounds: int, pages: int) -> None:
    """Measure both ways in turn; tell medians and whether they wrote the same."""
    ways: dict[str, list[tuple[float, float]]] = {"fast": [], "stock": []}
    for _ in range(rounds):
        for how, found in ways.items():
            found.append(html(docs, folder / how, how))
    for how, found in ways.items():
        seconds = statistics.median(each[0] for each in found)
        memory = max(each[1] for each in found)
        print(f"  {how:6} {seconds:7.2f} s, {seconds / pages * 1000:.2f} ms a page, {memory:.0f} MB with its largest child")  # fmt: skip
    fast, stock = (manifest.digests(folder / how) for how in ways)
    path = "sitemap.xml.gz"
    differing = [
        each for each in fast.keys() | stock.keys() if each != path and fast.get(each) != stock.get(each)
    ]  # fmt: skip
    print(f"  {len(fast)} files, {len(differing)} differ {sorted(differing)[:3]}")


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="bench-") as name:
        folder = Path(name)
        archive.make(folder / "content", args.releases, os.cpu_count() or 1)
        pages = stages(folder / "content", folder / "docs")
        compare(folder, folder / "docs", args.rounds, pages)


if __name__ == "__main__":
    main()
