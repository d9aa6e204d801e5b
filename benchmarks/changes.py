"""What the whole build costs from nothing, and again after one thing has changed.

    python benchmarks/changes.py [--releases 1000 10000] [--rounds 3] [--jobs 2] [--folder /dev/shm]

Works on a copy of the project, so that content, templates and settings can be changed. Each command
is a process of its own, as a person runs it; its memory is looked at in the first build only.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import add  # noqa: E402 - found by the line above
import archive  # noqa: E402
from measure import FOLDER, Cost, median, run  # noqa: E402

from generator.site import manifest  # noqa: E402


def copy(target: Path) -> None:
    """Copy what of the project is not generated."""
    known = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for path in filter(None, known.stdout.split("\0")):
        if (ROOT / path).is_file() and not path.startswith("content/"):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, target / path)


class Project:
    """A copy of the project with a made archive in it."""

    def __init__(self, folder: Path, releases: int, jobs: int) -> None:
        """Make it in `folder`."""
        self.folder, self._turn = folder, 0
        copy(folder)
        archive.make(folder / "content", releases, jobs)
        self._options = ["--jobs", str(jobs)]

    def command(self, *words: str, memory: bool = False) -> Cost:
        """Run one of our commands in it."""
        return run([sys.executable, "-m", "generator", *words], self.folder, memory=memory)

    def build(self, *, memory: bool = False) -> Cost:
        """Build its site."""
        return self.command("build", *self._options, memory=memory)

    def manifest(self) -> bytes:
        """Return the digests of all files of its site."""
        return (self.folder / "build" / "site" / manifest.NAME).read_bytes()

    def edit(self, path: str, old: str, new: str) -> None:
        """Change one file: `old`, a pattern, becomes `new`, in which `#` is a number never used before."""
        self._turn += 1
        file = sorted(self.folder.glob(path))[len(list(self.folder.glob(path))) // 2]
        text = file.read_text(encoding="utf-8")
        changed = re.sub(old, new.replace("#", str(self._turn)), text, count=1)
        if changed == text:
            raise ValueError(f"{file} has no {old}")
        file.write_text(changed, encoding="utf-8")


def one_release(project: Project) -> None:
    """Give a release in the middle of the archive another title."""
    title = 'title: {value: "[Title #]", status: supplied}'
    project.edit("content/releases/*/*.md", r"(?m)^title: .+$", title)


def one_authority(project: Project) -> None:
    """Give a person another form of the name."""
    variant = "  - {form: Nobody Sample #, language: en, script: Latn, seen: benchmark}"
    project.edit("content/authorities/people/*.yml", r"(?m)^variants:$", f"variants:\n{variant}")


def one_template(project: Project) -> None:
    """Change what stands at the foot of every page."""
    project.edit("overrides/partials/footer.html", r"(?s)\Z", "<p hidden>#</p>\n")


def nothing(_: Project) -> None:
    """Change nothing."""


CHANGES: dict[str, Callable[[Project], None]] = {
    "nothing changed": nothing,
    "one release changed": one_release,
    "one authority changed": one_authority,
    "one template changed": one_template,
}


def measured(project: Project, rounds: int) -> Iterator[tuple[str, Cost]]:
    """Yield what is measured and what it cost."""
    yield "from nothing", project.build(memory=True)
    shutil.rmtree(project.folder / "build")
    yield "from nothing, again", project.build()
    one_release(project)
    yield "one release changed, for the first time", project.build(memory=True)
    for name, change in CHANGES.items():
        change(project)
        project.build()  # both trees of the site are then as the same change left them
        yield name, median([_again(project, change) for _ in range(rounds)])
    capture = project.folder / "capture.txt"
    capture.write_text(add.page(987_654), encoding="utf-8")
    yield "`add` of one capture", project.command("add", str(capture))
    yield "build after it", project.build()
    yield "verify", project.command("verify", memory=True)
    kept = project.manifest()
    shutil.rmtree(project.folder / "build")
    yield "from nothing, at last", project.build()
    same = "the same site" if project.manifest() == kept else "ANOTHER SITE"
    print(f"| … gives {same} as all the changes before it | | | |")


def _again(project: Project, change: Callable[[Project], None]) -> Cost:
    change(project)
    return project.build()


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=[1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=ROOT / "build", help=FOLDER)
    args = parser.parse_args()
    args.folder.mkdir(exist_ok=True)
    for releases in args.releases:
        with tempfile.TemporaryDirectory(dir=args.folder, prefix="bench-") as name:
            project = Project(Path(name), releases, args.jobs)
            print(
                f"\n{releases} releases\n\n| | wall, s | CPU, s | memory, MB |\n|---|---|---|---|"
            )
            for what, cost in measured(project, args.rounds):
                peak = f"{cost.peak:.0f}" if cost.peak else ""
                print(f"| {what} | {cost.wall:.2f} | {cost.cpu:.2f} | {peak} |", flush=True)


if __name__ == "__main__":
    main()
