"""The order of the stages: content → archive → mentions → relations → pages → site.

Each stage is a function of another module; this one only says what follows what, and what is left
behind when something fails: nothing. `build` changes the live site in its last step, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import tree, version
from generator.citing.work import ARCHIVE
from generator.errors import Problem, Refused
from generator.exports import exports
from generator.model import Archive, Mention, Relation
from generator.pages import page_tree
from generator.pages.holdings import Holdings
from generator.pages.home import figures
from generator.relate import relations
from generator.resolve import mentions
from generator.site import inspect, lock, manifest, mkdocs, offline, picture, search, swap
from generator.store.check import check

Tell = Callable[[str], None]
"""Takes a sentence on what is being done."""

DOCS = "docs"
DAY = len("2024-11-02")
SOURCES = ("generator/pages/templates", "overrides", "mkdocs.yml")
"""What else than the content a site is made from, in the project's folder."""
PAGES_STAGES, BUILD_STAGES = 4, 9
"""How many sentences the two ways tell when all goes well."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The content as read, and all that is derived from it."""

    archive: Archive
    mentions: Mapping[str, tuple[Mention, ...]]
    relations: tuple[Relation, ...]
    version: str
    """The data version: the short hash of the content."""


def read(content: Path, tell: Tell) -> Reading:
    """Read `content` and derive mentions and relations.

    Raises:
        Refused: The content has errors; all of them are in it.
    """
    tell("reading the content")
    loaded, problems = check(content)
    archive = loaded.archive
    _refuse(problem for problem in problems if problem.level == "error")
    tell("finding who and what is named")
    named = mentions(archive)
    tell("relating the releases")
    return Reading(archive, named, relations(archive, named), version.data_version(content))


def write_pages(reading: Reading, out: Path, tell: Tell) -> tuple[tree.Action, ...]:
    """Make `docs/` in `out` the page tree, touching only what differs; return what was done.

    Only to be called under the lock of `out`.
    """
    tell("writing the pages that differ")
    wanted = page_tree(reading.archive, reading.mentions, reading.relations)
    return tree.apply(wanted, out / DOCS)


def pages(content: Path, out: Path, tell: Tell) -> tuple[Reading, tuple[tree.Action, ...]]:
    """Write the page tree of `content`; return the reading and what was done."""
    with lock.held(out, tell):
        reading = read(content, tell)
        return reading, write_pages(reading, out, tell)


def build(content: Path, out: Path, tell: Tell) -> Path:
    """Build the site of `content` in `out` and swap it in whole; return its folder.

    Raises:
        Refused: The content, a page or the finished site has faults. As after any other failure,
            also the death of the process, the last site is still in place.
    """
    with lock.held(out, tell) as held, swap.staging(out) as site:
        reading = read(content, tell)
        write_pages(reading, out, tell)
        tell("making the site with MkDocs")
        rendered = mkdocs.render(
            out / DOCS, site, for_templates(reading), version.epoch(reading.archive)
        )
        _refuse(inspect.strangers(site, rendered.own))
        complete(reading, site, rendered.address, tell, held)
        tell("inspecting the site")
        _refuse(inspect.faults(site, rendered.root))
        manifest.write(site)
        swap.put_live(site, out)
    return out / swap.LIVE


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise Refused(*found)


def complete(
    reading: Reading, site: Path, address: str, tell: Tell, held: int | None = None
) -> None:
    """Write into the HTML folder `site` what MkDocs does not: data files, search index, the zip.

    Args:
        reading: The content as read.
        site: The folder, with its pages.
        address: Where the site is published, ending in `/`.
        tell: Hears what is being done.
        held: The descriptor of the build's lock.
    """
    tell("writing the data files")
    files = data_files(reading, address)
    files[picture.NAME] = picture.draw(_poster(reading.archive))
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    tell("packing the site to take away")
    offline.write(site)
    tell("indexing the text for search")
    search.index(site, held)


def data_files(reading: Reading, address: str) -> dict[str, bytes]:
    """Return the data files of the content (path in the site → bytes), for a site at `address`."""
    return exports(reading.archive, reading.mentions, reading.relations, reading.version, address)


def _poster(archive: Archive) -> picture.Poster:
    holdings = Holdings(archive, {}, ())
    rows = [
        [
            date.fromisoformat(day).toordinal()
            for each in held
            if len(day := holdings.date(each)) == DAY
        ]
        for _, held in sorted(holdings.of_outlet.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    return picture.poster(ARCHIVE, "An archive of diplomatic releases", figures(holdings), rows)


def for_templates(reading: Reading) -> dict[str, object]:
    """Return what templates may read as `config.extra`."""
    return {"data_version": reading.version}
