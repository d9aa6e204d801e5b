"""How many captures a second `add` takes: 10,000 made-up pages in the layout of an aggregator.

    python benchmarks/add.py [--captures 10000] [--jobs 2] [--corpus ../shared/corpora/x.jsonl.gz]

Writes into a temporary folder beside the project (a real disk, not memory: files are synced) and
removes it. Tells captures a second, and whether one process writes the same files (`--same`).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "the ministers of both sides met in the capital and exchanged views on matters of common "
    "interest in a friendly atmosphere expressing their will to develop the relations between the "
    "two countries on the basis of the agreements reached at the summit held in the autumn of last "
    "year and to cooperate in trade culture science and education for the good of their peoples"
)
WORDS = TEXT.split()


def page(number: int) -> str:
    """Return a made-up page: header, nine paragraphs, twenty teasers."""
    day = f"{number % 28 + 1:02}/{number // 28 % 12 + 1:02}/2031"
    teaser = "Workers in the city have fulfilled their plan for the first quarter of the year and"
    head = (
        "January 07, 2032Jan 07, 2032",
        "KCNA Voice of Korea (EN)",
        f"Press release on meeting number {number}",
        f"Date: {day} | Source: Voice of Korea (EN) | Read original version at source",
    )
    body = tuple(paragraph(number, index) for index in range(9))
    tail = (
        "More From Voice of Korea (EN)",
        *(
            line
            for index in range(20)
            for line in (f"Plan {index}", f"Plan {index}", teaser, "January 07, 2032", teaser)
        ),
        "More Articles",
    )
    return "\n\n".join((*head, *body, *tail)) + "\n"


def paragraph(number: int, index: int) -> str:
    """Return a paragraph of sixty words, another one for each number and index."""
    start = (number * 31 + index * 17) % len(WORDS)
    words = (WORDS * 3)[start : start + 60]
    return f"On item {index} of {number}, {' '.join(words)}."


def corpus(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the texts of a corpus with what a list may say of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row.get("text_raw") or row.get("capture") or row.get("text") or ""
            said = {"url": row.get("url"), "title": row.get("title"), "published": row.get("date")}
            yield text, {name: value for name, value in said.items() if value}


def prepare(folder: Path, args: argparse.Namespace) -> list[str]:
    """Write the captures; return the arguments that name them."""
    saved = folder / "saved"
    saved.mkdir()
    if args.corpus is None:
        for number in range(args.captures):
            (saved / f"{number:05}.txt").write_text(page(number), encoding="utf-8")
        return [str(saved)]
    with (folder / "list.jsonl").open("w", encoding="utf-8") as manifest:
        for number, (text, said) in enumerate(corpus(args.corpus)):
            (saved / f"{number:05}.txt").write_text(text, encoding="utf-8")
            row = {"file": f"saved/{number:05}.txt", **said}
            manifest.write(json.dumps(row, ensure_ascii=False) + "\n")
    return ["--manifest", str(folder / "list.jsonl")]


def run(folder: Path, named: list[str], jobs: int) -> tuple[float, str, Path]:
    """Add the captures to a fresh content folder; return seconds, the last line, the folder."""
    content = folder / f"content-{jobs}"
    content.mkdir()
    for part in ("outlets", "vocabulary", "profiles"):
        shutil.copytree(ROOT / "content" / part, content / part)
    command = [sys.executable, "-m", "generator", "--content", str(content), "add", *named]
    began, used = time.perf_counter(), cpu()
    done = subprocess.run([*command, "--jobs", str(jobs)], cwd=ROOT, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    print(f"  {cpu() - used:.1f} s of processor time, of {jobs} x {seconds:.1f} s")
    (folder / "refused.txt").write_text(done.stderr, encoding="utf-8")
    return seconds, done.stderr.strip().rpartition("\n")[2], content


def cpu() -> float:
    """Return the processor time of ended child processes, in seconds."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def digest(content: Path) -> str:
    """Return a hash over names and bytes of all files."""
    found = hashlib.sha256()
    for path in sorted(one for one in content.rglob("*") if one.is_file()):
        found.update(str(path.relative_to(content)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--captures", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--same", action="store_true", help="also with one process, and compare")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="bench-") as name:
        folder = Path(name)
        named = prepare(folder, args)
        count = len(list((folder / "saved").iterdir()))
        for jobs in (args.jobs, 1) if args.same else (args.jobs,):
            seconds, told, content = run(folder, named, jobs)
            rate = count / seconds
            print(f"{count} captures, {jobs} jobs: {seconds:.1f} s, {rate:.0f} a second; {told}")
            print(f"  files hash to {digest(content)}")


if __name__ == "__main__":
    main()
