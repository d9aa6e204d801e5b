"""How fast a large archive is read and checked: `python benchmarks/reading.py [RELEASES]`.

Writes that many small releases (five paragraphs, two cuts each) with captures and sidecars to a
temporary folder, and prints seconds for reading and for checking them.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from pathlib import Path

from generator.checks import CHECKS
from generator.model import Block, Capture, Release, ReleaseHead
from generator.record import checked
from generator.store import releasefile, yamltext
from generator.store.check import subject
from generator.store.load import load

SENTENCE = "The two sides exchanged views on number {} of the questions that concern them both. "


def write(content: Path, count: int) -> None:
    """Write an archive of `count` releases."""
    for folder in ("captures/gazette", "outlets", "vocabulary"):
        (content / folder).mkdir(parents=True)
    (content / "outlets/gazette.yml").write_text("id: gazette\nname: Gazette\nkind: newspaper\n")
    (content / "vocabulary/kinds.yml").write_text(
        "- {id: press-release, label: press release, level: 5, definition: What it says.}\n"
    )
    for number in range(count):
        _write_release(content, number)


def _write_release(content: Path, number: int) -> None:
    year, name = 1950 + number % 75, f"{number:016x}"
    texts = [SENTENCE.format(number * 10 + part).strip() * 3 for part in range(5)]
    text = "\n".join(["Gazette | Home", *texts, "More from Gazette"]) + "\n"
    data = text.encode()
    release_id = f"{year}-01-02-gazette-{number}"
    kept, at = [], text.index("\n") + 1
    for index, paragraph in enumerate(texts, 1):
        kept.append({"id": f"p{index}", "at": (at, at + len(paragraph)), "line": index + 1})
        at += len(paragraph) + 1
    cuts = [
        {"at": "0-14", "lines": "1", "rule": "gazette.head", "reason": "the page's name"},
        {"at": f"{at}-{at + 17}", "lines": "7", "rule": "gazette.tail", "reason": "links"},
    ]
    capture = checked(
        Capture,
        {
            "accession": name,
            "file": f"{name}.txt",
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "encoding": "utf-8",
            "captured": f"{year}-01-03",
            "url": f"https://example.org/{number}",
            "release": release_id,
            "blocks": kept,
            "cuts": cuts,
        },
    )
    head = checked(
        ReleaseHead,
        {
            "id": release_id,
            "title": f"Talks on question {number}",
            "outlet": "gazette",
            "kind": "press-release",
            "language": "en",
            "published": f"{year}-01-02",
            "capture": f"gazette/{name}",
        },
    )
    blocks = tuple(Block(f"p{index}", part) for index, part in enumerate(texts, 1))
    folder = content / "captures/gazette"
    (folder / f"{name}.txt").write_bytes(data)
    (folder / f"{name}.yml").write_text(yamltext.record(capture), "utf-8")
    year_folder = content / "releases" / str(year)
    year_folder.mkdir(parents=True, exist_ok=True)
    path = year_folder / f"{release_id}.md"
    path.write_text(releasefile.to_text(Release(head, blocks)), "utf-8")


def main() -> None:
    """Write, read and check, and print how long each took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        start = time.perf_counter()
        write(content, count)
        print(f"{count} releases written in {time.perf_counter() - start:.1f} s")
        start = time.perf_counter()
        loaded = load(content)
        print(f"read in {time.perf_counter() - start:.1f} s, {len(loaded.problems)} problems")
        for check in CHECKS:
            start = time.perf_counter()
            found = list(check(subject(loaded)))
            took = time.perf_counter() - start
            print(f"{check.__module__}.{check.__name__}: {took:.2f} s, {len(found)} findings")


if __name__ == "__main__":
    main()
