"""The way out: the same page tree built by other programs, with the same texts and no broken link.

`make portability` builds the site as always, then its page tree with ProperDocs and with Zensical,
in a virtual environment of their own. Of every page the text in `<main>` must be the same, word for
word, and every link must lead somewhere.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from generator import pipeline
from generator.site import inspect
from generator.site.staged import standing

PROJECT = Path(__file__).parents[1]
COMMANDS = {
    "properdocs": ("properdocs", "build", "--strict", "--config-file"),
    "zensical": ("zensical", "build", "--config-file"),
}
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_UNREAD = re.compile(r"<(script|style|template)\b.*?</\1>", re.DOTALL)


def text(page: Path) -> str:
    """Return the letters of a page's main part: white space and tags may differ (colours of code)."""
    found = _MAIN.search(page.read_text(encoding="utf-8"))
    plain = re.sub(r"<[^>]*>", "", _UNREAD.sub("", found[0] if found else ""))
    return "".join(html.unescape(plain).split())


def settings() -> str:
    """Return the settings of mkdocs.yml for another program, with folders beside them."""
    own = yaml.load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), _Settings)  # noqa: S506
    own |= {"docs_dir": "docs", "site_dir": "site", "hooks": [], "watch": []}
    return yaml.safe_dump(own, sort_keys=False, allow_unicode=True)


class _Settings(yaml.SafeLoader):
    """Reads `!ENV [NAME, value]` as the value."""


def _last(loader: _Settings, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Settings.add_constructor("!ENV", _last)


def build(name: str, folder: Path, docs: Path) -> Path:
    """Build the page tree with another program of this interpreter's environment.

    Raises:
        RuntimeError: It failed; with what it said.
    """
    place = folder / name
    # Zensical takes relative folders only.
    shutil.copytree(docs, place / "docs")
    shutil.copytree(PROJECT / "overrides", place / "overrides")
    (place / "mkdocs.yml").write_text(settings(), encoding="utf-8")
    program = Path(sys.executable).with_name(COMMANDS[name][0])
    done = subprocess.run(
        [str(program), *COMMANDS[name][1:], "mkdocs.yml"],
        cwd=place,
        env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{name}: {(done.stdout + done.stderr)[-3000:]}")
    return place / "site"


def differences(own: Path, other: Path) -> list[str]:
    """Return what is not the same in another program's site."""
    pages = {path.relative_to(own).as_posix() for path in own.rglob("*.html")}
    theirs = {path.relative_to(other).as_posix() for path in other.rglob("*.html")}
    found = [f"{path} is missing" for path in sorted(pages - theirs)]
    found += [f"{path} is new" for path in sorted(theirs - pages)]
    for path in sorted(pages & theirs):
        if text(own / path) != text(other / path):
            found.append(f"{path} has another text")
    # Data files and search index are ours, whatever builds the pages.
    for file in own.rglob("*"):
        target = other / file.relative_to(own)
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    broken = (
        problem for problem in inspect.faults(standing(other)) if "leads to no" in problem.message
    )
    return found + [f"{problem.path}: {problem.message}" for problem in broken]


def main() -> int:
    """Build with each program; print what differs; return how many are unlike."""
    unlike = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        own = pipeline.build(PROJECT / "content", folder / "build", lambda _: None)
        for name in COMMANDS:
            try:
                site = build(name, folder, folder / "build/docs")
                found = differences(own, site)
            except (RuntimeError, OSError) as error:
                found = [str(error)]
            pages = sum(1 for _ in own.rglob("*.html"))
            print(f"{name}: {pages} pages, {len(found)} differ")
            print("".join(f"  {line}\n" for line in found[:20]), end="", flush=True)
            unlike += bool(found)
    return unlike


if __name__ == "__main__":
    sys.exit(main())
