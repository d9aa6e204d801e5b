"""How fast releases are resolved, and whether twice as many take twice as long.

    python -m benchmarks.resolve [JSONL.GZ]

Reads a corpus of releases (`title`, `date`, `text_raw` or `text`), resolves them with the archive's
own authorities in as many processes as there are processors, and prints releases a second.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from generator.model import Block, Claim, DateClaim, Release, ReleaseHead
from generator.resolve import Gazetteer, prepare, resolve
from generator.store.load import load

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "kcna-2011.jsonl.gz"
_PARAGRAPHS = re.compile(r"[,\s]*,\s+,[,\s]*|\n+")
_CHUNK = 200
_gazetteer: Gazetteer | None = None
_releases: list[Release] = []


def releases(path: Path) -> Iterator[Release]:
    """Yield the releases of a corpus, their paragraphs set apart as its scraper left them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield _release(number, json.loads(line))


def _release(number: int, item: dict[str, str]) -> Release:
    text = item.get("text_raw") or item.get("text") or ""
    paragraphs = [part.strip() for part in _PARAGRAPHS.split(text) if part.strip()]
    head = ReleaseHead(
        id=f"corpus-{number}",
        title=Claim(value=item["title"]) if item.get("title") else None,
        outlet="corpus",
        kind="report",
        language=item.get("lang", "en"),
        published=DateClaim(value=item["date"][:10]),
        capture=f"corpus/{number}",
    )
    return Release(head, tuple(Block(f"p{at}", part) for at, part in enumerate(paragraphs, 1)))


def gazetteer() -> Gazetteer:
    """Return the gazetteer of the archive's own records."""
    return prepare(load(ROOT / "content").archive)


def _start(path: Path) -> None:
    global _gazetteer
    _gazetteer = gazetteer()
    _releases.extend(releases(path))


def _count(run: range) -> tuple[float, int, int]:
    assert _gazetteer is not None
    begun = time.process_time()
    found = [one for at in run for one in resolve(_releases[at], _gazetteer)]
    return time.process_time() - begun, len(found), sum(not one.entities for one in found)


class Run(NamedTuple):
    """What one run over the first releases took and found."""

    seconds: float
    processor: float
    """Seconds of processor time in all processes: what the machine's other work leaves out."""
    mentions: int
    ambiguous: int


def measure(count: int, pool: ProcessPoolExecutor) -> Run:
    """Resolve the first `count` releases."""
    runs = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    begun = time.perf_counter()
    parts = list(pool.map(_count, runs))
    seconds = time.perf_counter() - begun
    spent, found, unsettled = (sum(column) for column in zip(*parts, strict=True))
    return Run(seconds, spent, int(found), int(unsettled))


def main(arguments: Iterable[str]) -> None:
    """Print the table."""
    path = Path(next(iter(arguments), CORPUS))
    some = list(releases(path))
    jobs = os.cpu_count() or 1
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(path,)) as pool:
        measure(4 * _CHUNK, pool)
        print(f"{path.name}, {jobs} processes")
        for share in (4, 2, 1):
            count = len(some) // share
            run = measure(count, pool)
            size = sum(len(block.text) for release in some[:count] for block in release.blocks)
            print(
                f"{count:6} releases {size / 1e6:5.1f} M characters"
                f" {run.seconds:6.2f} s {count / run.seconds:6.0f} a second;"
                f" processor {run.processor:5.2f} s {count / run.processor:6.0f} a second of one;"
                f" mentions {run.mentions}, ambiguous {run.ambiguous}"
            )
    kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"largest process: {kib / 1024:.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
