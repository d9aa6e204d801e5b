"""What the HTML costs: our build of a page tree against stock MkDocs and other programs.

    python benchmarks/site.py [--releases 1000 10000] [--rounds 5] [--only ours hugo] [--folder /dev/shm]

The same Markdown for all, in turn (each once a round), every run from nothing and as a whole process.
Our site must be the same as that of stock MkDocs, file for file. One round more is run to look at the
memory, which takes time and so is not timed.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import archive  # noqa: E402 - found by the line above
from measure import FOLDER, Cost, in_turn, median  # noqa: E402
from peers import Peer, peers  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.site import manifest  # noqa: E402

UNLIKE = ("sitemap.xml.gz", "assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What stock MkDocs writes and our build leaves out: see generator/site/mkdocs.py."""


def differing(fast: Path, stock: Path) -> list[str]:
    """Return the paths at which two sites are not the same."""
    one, other = manifest.digests(fast), manifest.digests(stock)
    return sorted(
        path
        for path in one.keys() | other.keys()
        if not path.startswith(UNLIKE) and one.get(path) != other.get(path)
    )


def contest(docs: Path, folder: Path, rounds: int, only: Sequence[str]) -> dict[str, Cost]:
    """Let all build `docs` in turn; tell the figures, and return them by name."""
    entered = [
        one for one in peers(docs, folder) if not only or one.name.lower().startswith(tuple(only))
    ]
    costs = in_turn({one.name: partial(one.build, memory=False) for one in entered}, rounds)
    peaks = in_turn({one.name: partial(one.build, memory=True) for one in entered}, 1)
    return {
        one.name: _told(one, median((*costs[one.name],)), peaks[one.name][0].peak)
        for one in entered
        if costs.get(one.name) and peaks.get(one.name)
    }


def _told(one: Peer, cost: Cost, peak: float) -> Cost:
    pages = [path.stat().st_size for path in one.site.rglob("*.html")]
    print(
        f"| {one.name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.cpu / len(pages) * 1000:.2f} | "
        f"{peak:.0f} | {sum(pages) / 1e6:.1f} |",
        flush=True,
    )
    return Cost(cost.wall, cost.cpu, peak)


def _ratios(found: Mapping[str, Cost]) -> None:
    ours = found.get("ours")
    for name, cost in found.items():
        if ours and name != "ours":
            print(f"  ours is {cost.wall / ours.wall:.1f} times as fast as {name}, with {cost.cpu / ours.cpu:.1f} times less of the processor")  # fmt: skip


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=ROOT / "build", help=FOLDER)
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of names, lower case")
    args = parser.parse_args()
    own: dict[int, Cost] = {}
    args.folder.mkdir(exist_ok=True)
    for releases in args.releases:
        with tempfile.TemporaryDirectory(dir=args.folder, prefix="bench-") as name:
            folder = Path(name)
            archive.make(folder / "content", releases, os.cpu_count() or 1)
            pipeline.pages(folder / "content", folder, lambda _: None)
            docs = folder / pipeline.DOCS
            pages = sum(1 for _ in docs.rglob("*.md"))
            print(f"\n{releases} releases, {pages} pages, {args.rounds} rounds\n")
            print("| | wall, s | CPU, s | CPU a page, ms | memory, MB | HTML, MB |\n|---|---|---|---|---|---|")  # fmt: skip
            found = contest(docs, folder / "sites", args.rounds, args.only)
            _ratios(found)
            stock = folder / "sites" / "stock"
            if stock.is_dir() and any(stock.iterdir()):
                unlike = differing(folder / "sites" / "ours", stock)
                print(f"  ours against stock MkDocs: {len(unlike)} files differ {unlike[:3]}")
            own |= {pages: found["ours"]} if "ours" in found else {}
            shutil.rmtree(folder / "sites")
    if len(own) > 1:
        (few, first), *_, (many, last) = own.items()
        grown = math.log(last.cpu / first.cpu) / math.log(many / few)
        print(f"\ngrowth exponent of ours, {few} to {many} pages: {grown:.2f}")


if __name__ == "__main__":
    main()
