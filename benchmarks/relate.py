"""How long it takes to relate a large archive, in what memory, and what comes out.

    python -m benchmarks.relate [JSONL.GZ] [--sample N]

Reads a corpus of releases (see `benchmarks.resolve`), resolves them with the archive's own
authorities, relates a quarter, a half and all of them, and prints seconds and relations by type.
With `--sample` it prints N relations, drawn by a fixed seed, to be read by a person.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from pathlib import Path

from benchmarks.resolve import CORPUS, ROOT, releases
from generator.model import Archive, Relation
from generator.relate import relations
from generator.resolve import mentions
from generator.store.load import load

SEED = 2011
WIDTH = 600


def main() -> None:
    """Print the table, and the sample if one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--sample", type=int, default=0)
    asked = parser.parse_args()
    archive = _archive(asked.corpus)
    begun = time.perf_counter()
    named = mentions(archive)
    print(f"{asked.corpus.name}: resolved in {time.perf_counter() - begun:.1f} s (one process)")
    found: tuple[Relation, ...] = ()
    for share in (4, 2, 1):
        part = dict(list(archive.releases.items())[: len(archive.releases) // share])
        some = Archive(part, {}, {}, archive.entities, {}, vocabulary=archive.vocabulary)
        begun = time.perf_counter()
        found = relations(some, named)
        seconds = time.perf_counter() - begun
        print(
            f"{len(part):6} releases {seconds:6.2f} s  {dict(Counter(one.type for one in found))}"
        )
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory of the whole process at most: {kib / 1024:.0f} MiB")
    drawn = random.Random(SEED).sample(found, min(asked.sample, len(found)))  # noqa: S311
    for number, one in enumerate(drawn, 1):
        print(_shown(number, one, archive))


def _archive(corpus: Path) -> Archive:
    known = load(ROOT / "content", frozenset({"entity", "vocabulary"})).archive
    texts = {one.id: one for one in releases(corpus)}
    return Archive(texts, {}, {}, known.entities, {}, vocabulary=known.vocabulary)


def _shown(number: int, one: Relation, archive: Archive) -> str:
    lines = [f"\n#{number} {one.type} via {one.via} score {one.score} {one.evidence}"]
    for id_ in (one.source, one.target):
        release = archive.releases[id_]
        title = release.head.title.value if release.head.title else ""
        told = [place.partition("#")[2] for place in one.evidence if place.startswith(f"{id_}#")]
        text = " ".join(block.text for block in release.blocks if not told or block.id in told)
        day = release.head.published.value if release.head.published else ""
        lines.append(f"   {day} {id_} {title} | {told} {text[:WIDTH]}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
