"""Builds that must give the same bytes wherever, whenever and by whomever they are made.

`make reproduce` (`python -m tests.reproduce [--python OTHER]…`) builds the content once as it is,
then once for each circumstance that is let vary, and once with all of them; it prints what differs.
`tests/site/test_determinism.py` does the last with the small archive.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.site import manifest

PROJECT = Path(__file__).parents[1]
PARTS = ("generator", "overrides", "mkdocs.yml", "pyproject.toml")
# May read what only root may: Python itself can lie in root's home.
_NOBODY = (
    *("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
)
_ACROSS = "/usr/lib/*/faketime/libfaketime.so.1"


@dataclass(frozen=True, slots=True)
class Way:
    """The circumstances of one build."""

    name: str
    folder: str = "here"
    """Where the project lies, below a temporary folder."""
    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    nobody: bool = False
    """Whether another user builds; needs root."""
    late: bool = False
    """Whether the clock shows another year; needs libfaketime."""
    git: bool = False
    """Whether the project is a Git repository with a commit."""
    jobs: int = 0
    """Processes that make pages and data; 0 for what the program takes by itself."""
    before: bool = False
    """Whether another state of the content was built there before, and what it kept is there."""
    python: str = sys.executable


WAYS = (
    Way("again"),
    Way("another folder", folder="wo/anders/ein Ordner, мой"),
    Way("another time zone", environment={"TZ": "Asia/Pyongyang"}),
    Way("another language", environment={"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}),
    Way("other hashes", environment={"PYTHONHASHSEED": "77"}),
    Way("another umask", umask=0o077),
    Way("another user", nobody=True),
    Way("another year", late=True),
    Way("in Git", git=True),
    Way("one process", jobs=1),
    Way("two processes", jobs=2),
    Way("after another state", before=True),
)


def everything() -> Way:
    """Return the way in which all circumstances differ at once."""
    environment = {name: value for way in WAYS for name, value in way.environment.items()}
    return Way(
        "everything", WAYS[1].folder, environment, umask=0o077, nobody=can_be_nobody(),
        late=clock() is not None, git=True, jobs=2, before=True,
    )  # fmt: skip


def can_be_nobody() -> bool:
    """Return whether a build can be made by another user here."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    tried = subprocess.run([*_NOBODY, sys.executable, "-c", ""], capture_output=True, check=False)
    return tried.returncode == 0


def clock() -> Path | None:
    """Return the library that lets a program see another time, if it is installed."""
    return next(Path("/").glob(_ACROSS.removeprefix("/")), None)


def site(way: Way, content: Path, top: Path, project: Path = PROJECT) -> dict[str, str]:
    """Build `content` in these circumstances, in a folder of its own below `top`.

    Args:
        way: The circumstances.
        content: The content folder.
        top: A folder that is not there yet.
        project: Where the program is copied from.

    Returns:
        The digest of every file of the site, the manifest's too.
    """
    home = top / way.folder
    home.mkdir(parents=True)
    for part in PARTS:
        _copy(project / part, home / part)
    _copy(content, home / "content")
    if way.git:
        _commit(home)
    if way.nobody:
        _give(top, home)
    if way.before:
        _built_otherwise(way, home)
    _built(way, home)
    made = home / "build/site"
    told = manifest.digests(made)
    return told | {manifest.NAME: (made / manifest.NAME).read_text()}


def _built_otherwise(way: Way, home: Path) -> None:
    """Build with one page's text changed and another page more; then put the content back."""
    page, more = home / "content/pages/about.md", home / "content/pages/one-more.md"
    as_it_is = page.read_bytes()
    page.write_bytes(as_it_is + b"\nAnother sentence.\n")
    more.write_bytes(b"# One more\n\nA page.\n")
    _built(way, home)
    page.write_bytes(as_it_is)
    more.unlink()


def _built(way: Way, home: Path) -> None:
    done = subprocess.run(
        _command(way),
        cwd=home,
        env=_environment(way, home),
        umask=way.umask,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{way.name}: {done.stdout}{done.stderr}")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _commit(home: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "All")):
        subprocess.run(["git", *words], cwd=home, check=True)


def _give(top: Path, home: Path) -> None:
    """Give a folder to nobody, and let nobody reach it."""
    for folder in (top, *top.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    subprocess.run(["chown", "-R", "65534:65534", str(home)], check=True)


def _command(way: Way) -> list[str]:
    user = _NOBODY if way.nobody else ()
    # Only what comes after setpriv may see the other clock: it shares memory with its own user's.
    clocked = ("env", f"LD_PRELOAD={clock()}", "FAKETIME=+400d") if way.late else ()
    jobs = ("--jobs", str(way.jobs)) if way.jobs else ()
    return [*user, *clocked, way.python, "-m", "generator", "build", *jobs]


def _environment(way: Way, home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    given = {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "1", "TZ": "UTC"}
    return kept | given | dict(way.environment)


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the paths of files that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main() -> int:
    """Build in every way and print what differs; return how many ways gave other bytes."""
    parser = argparse.ArgumentParser(prog="python -m tests.reproduce")
    parser.add_argument("--python", action="append", default=[], help="another interpreter")
    parser.add_argument("--content", type=Path, default=PROJECT / "content")
    asked = parser.parse_args()
    ways = [*WAYS, everything(), *(Way(python, python=python) for python in asked.python)]
    unlike = 0
    with tempfile.TemporaryDirectory() as made:
        # Whatever is edited meanwhile, all builds are of one state.
        here = Path(made) / "project"
        here.mkdir()
        for part in PARTS:
            _copy(PROJECT / part, here / part)
        content = here / "content"
        _copy(asked.content, content)
        first = site(Way("first"), content, Path(made) / "first", here)
        print(f"{'as it is':<24} {len(first)} files")
        for number, way in enumerate(ways):
            if (way.nobody and not can_be_nobody()) or (way.late and clock() is None):
                print(f"{way.name:<24} not tried: needs root and setpriv, or libfaketime")
                continue
            found = differing(first, site(way, content, Path(made) / str(number), here))
            print(f"{way.name:<24} {len(found)} differ {' '.join(found[:5])}", flush=True)
            unlike += bool(found)
    return unlike


if __name__ == "__main__":
    sys.exit(main())
