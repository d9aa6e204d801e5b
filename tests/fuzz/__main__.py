"""Grow inputs that break laws: `python -m tests.fuzz TARGET [--runs N] [--seed N]`.

Feed a target with inputs grown by atheris, from the seeds of this project and what was found before.
An input that breaks the target's law, or takes over a second of processor time, is written to
`build/fuzz/` and ends the run with a traceback; once understood it belongs into `tests/fuzz/found/`.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import atheris

FOLDER = Path("build/fuzz")
FOUND = Path(__file__).parent / "found"
LONGEST = {"page": 400, "slug": 400, "escaper": 400}
"""Bytes of an input; a longer one shows little more and takes long."""


def main() -> None:
    """Read the arguments, and fuzz."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    # Only our own code is watched: libraries would fill the memory with their own paths.
    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz import targets
    law = targets.ALL[asked.target]

    def one(data: bytes) -> None:
        begun = time.process_time()
        law(data)
        spent = time.process_time() - begun
        assert spent < 1, f"{spent:.1f} s"

    corpus = FOLDER / asked.target
    corpus.mkdir(parents=True, exist_ok=True)
    _seed(corpus)
    options = (
        f"-runs={asked.runs}",
        f"-seed={asked.seed}",
        f"-max_len={LONGEST.get(asked.target, 4096)}",
        f"-artifact_prefix={FOLDER}/{asked.target}-",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        str(corpus),
    )
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


def _seed(corpus: Path) -> None:
    """Put what people wrote, and what was found before, where atheris begins."""
    kinds = ("captures/*/*.txt", "releases/*/*.md", "authorities/*/*.yml", "profiles/*/*.yml")
    content = Path("content")
    for path in (
        *FOUND.glob("*/*"),
        *(one for kind in kinds for one in sorted(content.glob(kind))),
    ):
        corpus.joinpath(f"seed-{path.parent.name}-{path.name}").write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
