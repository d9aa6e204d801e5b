"""Which changes of the core does no test see? `make mutation`: mutants by mutmut, area by area.

mutmut changes one place of a function after another (a comparison, a number, a word, an argument);
a change that all tests of its area let pass survives. What survives is printed, unless
`tests/mutation-survivors.yml` says why it may.

An area has thousands of mutants. `--sample` takes as many at random, the same ones for the same
`--seed`, and says how far the whole may be from the sample. mutmut leaves out what stands outside
functions (tables of words, patterns) and functions under a decorator.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.store import yamlfile

PROJECT = Path(__file__).parents[1]
EXPLAINED = PROJECT / "tests" / "mutation-survivors.yml"
AREAS = {
    "ids": ("generator/ids.py", ["tests/test_ids.py"]),
    "tree": ("generator/tree.py", ["tests/test_tree.py"]),
    "escape": ("generator/pages/escape.py", ["tests/pages/test_escape.py"]),
    "clean": ("generator/clean", ["tests/clean/test_told.py", "tests/clean"]),
    "resolve": ("generator/resolve", ["tests/resolve/test_told.py", "tests/resolve"]),
}
"""Area → its code and its tests, those first that see most; the code's examples are tests too."""
_COPIED = ("generator", "tests", "content", "overrides", "pyproject.toml", "mkdocs.yml")
_SETTINGS = """
[tool.mutmut]
source_paths = ["generator"]
only_mutate = ["{only}"]
also_copy = {copied}
"""
_MAKE = """
import mutmut.__main__ as mutmut
mutmut.copy_src_dir()
mutmut.copy_also_copy_files()
mutmut.setup_source_paths()
mutmut.store_lines_covered_by_tests()
mutmut.create_mutants(1)
"""
"""The first steps of `mutmut run`; the others would run every test to learn what it reaches."""


@dataclass(frozen=True)
class Survivor:
    """A change no test saw: the function, the line as it was and as it became."""

    where: str
    was: str
    becomes: str


@dataclass(frozen=True)
class Figures:
    """What one area gave."""

    area: str
    mutants: int
    tried: int
    survivors: tuple[Survivor, ...]

    def __str__(self) -> str:
        """Return the figure in words, with the range Wilson's interval gives for a sample."""
        killed = self.tried - len(self.survivors)
        said = f"{self.area}: {killed} of {self.tried} killed, {100 * killed / self.tried:.1f} %"
        if self.tried == self.mutants:
            return said
        low, high = wilson(killed, self.tried)
        return f"{said} of a sample; of all {self.mutants} {low:.1f} to {high:.1f} % (95 %)"


def wilson(hits: int, tried: int) -> tuple[float, float]:
    """Return between which per cents a share lies with 95 % probability (Wilson 1927).

    >>> [round(end, 1) for end in wilson(90, 100)]
    [82.6, 94.5]
    """
    z, share = 1.959964, hits / tried
    centre = share + z * z / (2 * tried)
    spread = z * (share * (1 - share) / tried + z * z / (4 * tried * tried)) ** 0.5
    whole = (1 + z * z / tried) / 100
    return (centre - spread) / whole, (centre + spread) / whole


def prepare(area: str, folder: Path) -> None:
    """Copy the project and say there what of it mutmut changes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in _COPIED:
        part = PROJECT / name
        (shutil.copytree if part.is_dir() else shutil.copy)(part, folder / name)
    code, _ = AREAS[area]
    only = code if code.endswith(".py") else f"{code}/*.py"
    settings = _SETTINGS.format(only=only, copied=json.dumps(_COPIED[1:]))
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(settings)


def made(folder: Path) -> list[str]:
    """Make the mutants there; return their names."""
    run = [sys.executable, "-c", f"import os; os.makedirs('mutants')\n{_MAKE}"]
    subprocess.run(run, cwd=folder, check=True, capture_output=True)
    metas = (json.loads(path.read_bytes()) for path in (folder / "mutants").rglob("*.meta"))
    return sorted(name for meta in metas for name in meta["exit_code_by_key"])


def alive(folder: Path, area: str, names: list[str]) -> list[str]:
    """Return the mutants that all tests of the area let pass."""
    code, tests = AREAS[area]
    outcomes = folder / "outcomes.txt"  # grows with each mutant, for those who wait
    with outcomes.open("w", encoding="utf-8") as out:
        subprocess.run(
            [sys.executable, PROJECT / "tests" / "mutation_run.py", *tests, code],
            cwd=folder / "mutants",
            input="\n".join(names).encode(),
            stdout=out,
            check=False,
        )
    told = dict(line.split() for line in outcomes.read_text(encoding="utf-8").splitlines())
    if told.keys() != set(names):
        raise SystemExit(f"the tests of {area} do not pass without a mutant: mend them first")
    return [name for name in names if told[name] == "lives" and lives(folder, area, name)]


def lives(folder: Path, area: str, name: str) -> bool:
    """Tell whether a mutant lives in a process of its own too, where modules are read with it."""
    code, tests = AREAS[area]
    words = ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--rootdir=.", *tests, code]
    there = os.environ | {"MUTANT_UNDER_TEST": name}
    ran = subprocess.run(
        [sys.executable, *words],
        cwd=folder / "mutants",
        env=there,
        capture_output=True,
        check=False,
    )
    return ran.returncode == 0


def survivor(folder: Path, name: str) -> Survivor:
    """Return what a mutant changed."""
    program = str(Path(sys.executable).parent / "mutmut")
    shown = subprocess.run(
        [program, "show", name], cwd=folder, capture_output=True, text=True, check=True
    )
    lines = shown.stdout.splitlines()
    was, becomes = (
        " ".join(line[1:].strip() for line in lines if line[:1] == sign and line[:3] != 3 * sign)
        for sign in "-+"
    )
    where = name.rpartition("__mutmut_")[0].replace("xǁ", "").replace("ǁ", ".").replace(".x_", ".")
    return Survivor(where, was, becomes)


def measure(area: str, sample: int, seed: int, keep: Path) -> Figures:
    """Try the mutants of one area, or a sample of them."""
    folder = keep / area
    prepare(area, folder)
    names = made(folder)
    tried = names
    if 0 < sample < len(names):
        tried = random.Random(f"{seed} {area}").sample(names, sample)  # noqa: S311 - no secret
    left = alive(folder, area, tried)
    return Figures(area, len(names), len(tried), tuple(survivor(folder, one) for one in left))


def explanations(path: Path) -> dict[tuple[str, str], str]:
    """Return (function, line as it became) → why no test needs to see it."""
    entries: Any = yamlfile.parse(path.read_text(encoding="utf-8")).data
    return {(one["where"], one["becomes"]): one["why"] for one in entries}


def told(figures: Figures, known: dict[tuple[str, str], str]) -> Iterable[str]:
    """Yield what to print of an area: its figure, then each survivor that nothing explains."""
    open_ = [one for one in figures.survivors if (one.where, one.becomes) not in known]
    explained = len(figures.survivors) - len(open_)
    yield f"{figures} ({explained} of {len(figures.survivors)} survivors explained)"
    for one in open_:
        yield f"\n{one.where}\n  - {one.was}\n  + {one.becomes}"


def main(words: Sequence[str] | None = None) -> int:
    """Measure the areas asked for; print their figures and the survivors nobody explained."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    parser.add_argument("--sample", type=int, default=0, help="mutants of each area (all)")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--keep", type=Path, default=PROJECT / "build" / "mutation")
    asked = parser.parse_args(words)
    for area in asked.areas:
        if area not in AREAS:
            parser.error(f"`{area}` is no area; choose from {', '.join(AREAS)}")
    known = explanations(EXPLAINED)
    for area in asked.areas or AREAS:
        for line in told(measure(area, asked.sample, asked.seed, asked.keep), known):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
