"""Mutants that no test kills: `make mutation`, by cosmic-ray, module by module.

Each module is changed in one place after another (a comparison, a number, a condition), and its
own tests are run; a change that they let pass survives and is printed, to be tested or explained.
Changes to `|` are left out: with postponed annotations nearly all of them change only a type.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[1]
MODULES = {
    "generator/ids.py": "tests/test_ids.py",
    "generator/tree.py": "tests/test_tree.py",
    "generator/pages/escape.py": "tests/pages/test_escape.py",
    "generator/clean/undo.py": "tests/clean/test_undo.py",
    "generator/clean/lines.py": "tests/clean/test_lines.py",
    "generator/clean/tidy.py": "tests/clean/test_tidy.py",
    "generator/clean/edited.py": "tests/clean/test_edited.py",
    "generator/clean/guards.py": "tests/clean/test_guards.py",
    "generator/clean/decode.py": "tests/clean/test_decode.py",
    "generator/clean/cards.py": "tests/clean/test_cards.py",
    "generator/resolve/fold.py": "tests/resolve/test_fold.py",
}
"""Module → the tests that must kill its mutants, beside its own examples."""
_SETTINGS = """[cosmic-ray]
module-path = "{module}"
timeout = 60.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests} {module}"

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
"""


def measure(module: str, folder: Path) -> tuple[int, int, str]:
    """Return how many mutants a module has, how many survive, and what those are."""
    bin_, session = Path(sys.executable).parent, folder / "session.sqlite"
    session.unlink(missing_ok=True)
    settings = folder / "mutation.toml"
    values = {"module": module, "python": sys.executable, "tests": MODULES[module]}
    settings.write_text(_SETTINGS.format(**values))
    there = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    for words in (
        ("cosmic-ray", "init", settings, session),
        ("cr-filter-operators", session, settings),
        ("cosmic-ray", "exec", settings, session),
    ):
        program, *rest = map(str, words)
        subprocess.run(
            [str(bin_ / program), *rest], cwd=folder, env=there, check=True, capture_output=True
        )
    report = [str(bin_ / "cr-report"), "--show-diff", str(session)]
    said = subprocess.run(report, cwd=folder, capture_output=True, text=True, check=True).stdout
    outcomes = re.findall(r"test outcome: TestOutcome\.(\w+)", said)
    left = [part for part in said.split("[job-id]") if "TestOutcome.SURVIVED" in part]
    lines = ["\n".join(re.findall(r"^[+-](?![+-]).*", part, re.MULTILINE)) for part in left]
    return len(outcomes), len(left), "\n".join(lines)


def main() -> int:
    """Measure each module in a copy of the project; print figures and survivors."""
    made = killed = 0
    for module in sys.argv[1:] or MODULES:
        with tempfile.TemporaryDirectory() as folder:
            for part in ("generator", "tests", "content", "overrides"):
                shutil.copytree(PROJECT / part, Path(folder) / part)
            for part in ("pyproject.toml", "mkdocs.yml"):
                shutil.copy(PROJECT / part, folder)
            mutants, left, survivors = measure(module, Path(folder))
        made, killed = made + mutants, killed + mutants - left
        print(f"{module}: {mutants - left} of {mutants} killed\n{survivors}", flush=True)
    print(f"in all: {killed} of {made} killed, {100 * killed / max(1, made):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
