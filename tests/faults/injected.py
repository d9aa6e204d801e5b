"""Faults at calls of `add`, `pages` and `build` that write: `python -m tests.faults.injected [TRIALS]`.

A small C library (fault.c, compiled here) is preloaded. A process imports everything once and forks
a child for each trial; in the child one call to the system fails (no space, an I/O error) or
kills it. Afterwards the last good site must be whole, content untouched, and the next run succeed.
Prints what was seen as JSON.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.cli import main
from generator.site import manifest
from generator.store.check import check
from generator.store.together import LEFT
from tests import adding, small

KILL = -1
MODES = (KILL, errno.ENOSPC, errno.EIO)
SHARE = {"add": 45, "pages": 40, "build": 15}
"""Of a hundred trials."""
PRIME = 7919


class Library:
    """The preloaded library."""

    def __init__(self) -> None:
        """Find it in this process."""
        self.loaded = ctypes.CDLL(None)

    def arm(self, number: int, mode: int) -> None:
        """Let the call of this number have its fault."""
        self.loaded.fault_arm(ctypes.c_long(number), ctypes.c_int(mode))

    def made(self) -> int:
        """Return how many calls were counted."""
        return int(self.loaded.fault_made())


def compiled(folder: Path) -> Path:
    """Compile the library; raise if there is no compiler."""
    made = folder / "fault.so"
    source = Path(__file__).with_name("fault.c")
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O1", "-o", str(made), str(source), "-ldl"], check=True
    )
    return made


class Trials:
    """A folder with content and site, and what became of them."""

    def __init__(self, folder: Path) -> None:
        """Build the first site."""
        self.folder, self.faults = folder, Library()
        self.seen: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.said = folder / "said.txt"
        self.content = small.content(folder)
        adding.content(folder / "added")
        self.added = 0
        if self.run("build", 10**9, 0)[0]:
            raise RuntimeError(self.said.read_text())

    def words(self, verb: str) -> list[str]:
        """Return the command line of a verb."""
        if verb == "add":
            path = adding.saved(self.folder, "page.txt", adding.numbered(self.added))
            return ["--content", str(self.folder / "added/content"), "add", str(path)]
        return ["--content", str(self.content), "--out", str(self.folder / "build"), verb]

    def run(self, verb: str, number: int, mode: int) -> tuple[int, int]:
        """Run a verb in a child with one fault; return its wait status and the calls counted."""
        words, (out, into) = self.words(verb), os.pipe()
        if child := os.fork():
            os.close(into)
            told = os.read(out, 20)
            os.close(out)
            return os.waitpid(child, 0)[1], int(told or b"0")
        status = 98
        try:
            os.dup2(os.open(self.said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            os.dup2(2, 1)
            self.faults.arm(number, mode)
            try:
                main(words)
            except SystemExit as ended:
                status = ended.code if isinstance(ended.code, int) else 0
            count = self.faults.made()
            self.faults.arm(-1, 0)
            os.write(into, str(count).encode())
        finally:
            self.faults.arm(-1, 0)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def trial(self, verb: str, number: int, mode: int) -> None:
        """Inject one fault, look what is there, and run again."""
        self.added += verb == "add"
        if verb != "add":
            page = f"# About\n\nEdition {self.added} {number} {mode}.\n"
            (self.content / "pages/about.md").write_text(page)
        before = self.state()
        status, _ = self.run(verb, number, mode)
        ended = os.waitstatus_to_exitcode(status)
        self.seen[f"{verb} {'killed' if ended < 0 else ended}"] += 1
        where = f"{verb}, call {number}, {mode}"
        said = self.said.read_text()
        if ended not in (0, 1, -9) or "Traceback" in said:
            self.wrong.append(f"{where}: {ended} {said[-300:]}")
        self.wrong += [f"{where}: {what}" for what in self.faulty(before)]
        again, _ = self.run(verb, 10**9, 0)
        if again:
            self.wrong.append(f"{where}: the next run says {self.said.read_text()[-300:]}")
        self.wrong += [f"{where}, afterwards: {what}" for what in self.left(verb)]

    def state(self) -> dict[str, str]:
        """Return the digests of all that people wrote and `add` has filed."""
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for top in (self.content, self.folder / "added/content")
            for path in top.rglob("*")
            if path.is_file() and not path.name.startswith(LEFT)
        }

    def faulty(self, before: dict[str, str]) -> Iterator[str]:
        """Yield what a fault has damaged."""
        live = self.folder / "build/site"
        site = live if live.exists() else self.folder / "build/.last-site"
        yield from (problem.message for problem in manifest.faults(site))
        after = self.state()
        yield from (f"{path} changed" for path in before if after.get(path) != before[path])
        new = after.keys() - before.keys()
        whole = {".md", ".yml", ".txt"}
        if (kinds := {Path(path).suffix for path in new}) and kinds != whole:
            # A kill between two renames: `add` completes it when it is run again.
            self.seen[f"left for the next add: {' '.join(sorted(kinds))}"] += 1

    def left(self, verb: str) -> Iterator[str]:
        """Yield what should not be there once a run has succeeded."""
        build = {path.name for path in (self.folder / "build").iterdir()}
        if verb == "build" and build != {".lock", ".next-site", "docs", "kept", "site"}:
            yield f"in build/ there is {sorted(build)}"
        if verb == "build":
            site = self.folder / "build/site"
            yield from (problem.message for problem in manifest.faults(site))
            wanted = (self.content / "pages/about.md").read_text().split("\n")[2]
            if wanted not in (site / "about/index.html").read_text():
                yield f"the page does not say {wanted}"
        if verb == "add":
            content = self.folder / "added/content"
            yield from (str(path) for path in content.rglob(f"{LEFT}*"))
            yield from (str(one) for one in check(content)[1] if one.level == "error")

    def stale(self) -> Iterator[str]:
        """Yield what a build that kept nothing gives otherwise than the last one after all faults."""
        self.run("build", 10**9, 0)
        kept, fresh = self.folder / "build", self.folder / "fresh"
        kept.rename(fresh)
        self.run("build", 10**9, 0)
        one, other = (manifest.digests(folder / "site") for folder in (kept, fresh))
        for path in sorted(one.keys() | other.keys()):
            if one.get(path) != other.get(path):
                yield f"{path} is not what a fresh build gives"


def run(trials: int) -> dict[str, object]:
    """Inject so many faults; return what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trials(Path(folder))
        counts = {verb: _count(trial, verb) for verb in SHARE}
        for verb, share in SHARE.items():
            for number in range(max(1, trials * share // 100)):
                at = 1 + number * PRIME % counts[verb]
                trial.trial(verb, at, MODES[number % len(MODES)])
        trial.wrong += trial.stale()
        return {"calls": counts, "seen": dict(trial.seen), "wrong": trial.wrong}


def _count(trial: Trials, verb: str) -> int:
    """Return how many calls a verb makes when all goes well."""
    trial.added += 1
    (trial.content / "pages/about.md").write_text(f"# About\n\nCounted {verb}.\n")
    return trial.run(verb, 10**9, 0)[1]


def preloaded() -> dict[str, object]:
    """Compile the library and run this module under it; return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.injected", *sys.argv[1:]],
            env=os.environ | {"LD_PRELOAD": str(compiled(Path(folder)))},
            capture_output=True, text=True, cwd=small.PROJECT, check=False,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, object] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    if hasattr(ctypes.CDLL(None), "fault_arm"):
        found = run(asked)
    elif shutil.which("gcc"):
        found = preloaded()
    else:
        sys.exit("faults: gcc is missing; Debian: apt-get install gcc libc6-dev")
    sys.stdout.write(json.dumps(found, indent=1) + "\n")
    sys.exit(bool(found["wrong"]))
