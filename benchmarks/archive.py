"""Makes an archive of N releases to measure with: the project's own content and real texts.

    python benchmarks/archive.py FOLDER [--releases 10000] [--jobs 2]

The texts are the first N of ../shared/corpora/kcna-2011.jsonl.gz, then of the other corpora; where
they are absent or do not suffice, made-up pages (benchmarks/add.py). All are taken by `add`, so the
archive is what the program itself would have made of them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import add  # noqa: E402 - found by the line above

from generator.store.intake import Added  # noqa: E402
from generator.store.many import add_all  # noqa: E402
from generator.store.wish import Wish  # noqa: E402

CORPORA = ROOT.parent / "shared" / "corpora"
NAMES = ("kcna-2011", "kcna-kp-2024", "kremlin-2025")


def texts() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield real texts with what their lists say of them, then made-up ones without end."""
    for name in NAMES:
        if (path := CORPORA / f"{name}.jsonl.gz").is_file():
            yield from add.corpus(path)
    number = 0
    while True:
        yield add.page(number), {}
        number += 1


def make(folder: Path, releases: int, jobs: int) -> int:
    """Make the archive in `folder`; return how many releases were added to the project's own."""
    shutil.copytree(ROOT / "content", folder)
    saved = folder.parent / f".{folder.name}-saved"
    saved.mkdir()
    held, given = 0, texts()
    try:
        while held < releases:
            some = islice(given, releases - held)
            wishes = [_wish(saved, number, one) for number, one in enumerate(some)]
            outcomes = add_all(wishes, folder, jobs=jobs)
            held += sum(isinstance(one, Added) for one in outcomes)
    finally:
        shutil.rmtree(saved)
    return held


def _wish(saved: Path, number: int, given: tuple[str, dict[str, str]]) -> Wish:
    text, said = given
    path = saved / f"{number:06}.txt"
    path.write_text(text, encoding="utf-8")
    url = said.pop("url", None)
    return Wish(path, url=url, given=said)


def main() -> None:
    """Make one archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    print(make(args.folder, args.releases, args.jobs), "releases added")


if __name__ == "__main__":
    main()
