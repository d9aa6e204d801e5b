"""Our search against the one that Material for MkDocs brings: the index, and a reader's first result.

    python benchmarks/builtin_search.py [--releases 1000 10000] [--rounds 3] [--folder /dev/shm]

Makes an archive, builds our site of it whole, and Material's of the same pages with and without its
search. Both sites are read as in benchmarks/search.py, with the same queries.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import archive  # noqa: E402 - found by the line above
import search  # noqa: E402
from measure import FOLDER  # noqa: E402
from peers import material  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.crew import crew  # noqa: E402

RESULT = ".md-search-result__item"


def ours(folder: Path, rounds: int) -> None:
    """Build our site of the archive in `folder` and measure its search."""
    site = pipeline.build(
        folder / "content", folder, lambda _: None, crew(os.cpu_count() or 1)
    ).resolve()
    search.index(site, rounds)
    search.read(site, rounds, "#site-results > li", "/search/")


def builtin(folder: Path, rounds: int) -> None:
    """Build Material's site of the same pages with its search, and without to tell them apart."""
    docs = folder / pipeline.DOCS
    searched, plain = material(docs, folder, search=True), material(docs, folder)
    found = {one.name: one.build(memory=True) for one in (searched, plain)}
    for name, cost in found.items():
        print(f"  {name:26} {cost.wall:6.2f} s, {cost.cpu:6.2f} s of processor time, {cost.peak:.0f} MB")  # fmt: skip
    size = (searched.site / "search" / "search_index.json").stat().st_size
    print(f"  its index is one file of {size / 1e6:.1f} MB")
    search.read(searched.site, rounds, RESULT, "/")


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=ROOT / "build", help=FOLDER)
    args = parser.parse_args()
    args.folder.mkdir(exist_ok=True)
    for releases in args.releases:
        with tempfile.TemporaryDirectory(dir=args.folder, prefix="bench-") as name:
            archive.make(Path(name, "content"), releases, os.cpu_count() or 1)
            print(f"\nsearch, {releases} releases\n", flush=True)
            ours(Path(name), args.rounds)
            builtin(Path(name), args.rounds)


if __name__ == "__main__":
    main()
