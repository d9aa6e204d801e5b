"""The order of the stages: content → archive → mentions → relations → pages → site.

Each stage is a function of another module; this one only says what follows what, and what is left
behind when something fails: nothing. `build` changes the live site in its last step, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator import tree, version
from generator.citing.formats import Kept
from generator.citing.work import ARCHIVE
from generator.content import Content, look
from generator.crew import Alone, Crew
from generator.errors import Problem, Refused
from generator.exports import Pieces, all_files
from generator.intexts import in_texts
from generator.keeping import Keeper
from generator.kept import FOLDER, program, unchanged
from generator.kept.shelf import Nowhere, Shelf
from generator.model import Archive, Mention, Relation
from generator.pages.holdings import Holdings
from generator.pages.home import figures
from generator.pagetree import write_tree
from generator.reading import read as read_content
from generator.reading import undisturbed
from generator.relating import mentions, related
from generator.site import (
    inspect,
    last,
    ledger,
    lock,
    manifest,
    mkdocs,
    offline,
    picture,
    search,
    sitemap,
    swap,
)
from generator.site.staged import Staged
from generator.writing import write_data

Tell = Callable[[str], None]
"""Takes a sentence on what is being done."""

DOCS = "docs"
DAY = len("2024-11-02")
SOURCES = ("generator/pages/templates", "overrides", "mkdocs.yml")
"""What else than the content a site is made from, in the project's folder."""
PAGES_STAGES, BUILD_STAGES = 4, 9
"""How many sentences the two ways tell when all goes well."""
_ALONE = Alone()
_FORGETFUL = Keeper(Nowhere(), _ALONE)


@dataclass(frozen=True, slots=True)
class Run:
    """Who does the work of a build, and who hears of it."""

    tell: Tell
    crew: Crew = _ALONE
    lock: int | None = None
    """The descriptor of the build's lock, for programs that are started."""
    kept: Path | None = None
    """The folder of what one build leaves for the next, where there is one."""


@dataclass(frozen=True)
class Reading:
    """The content as read, and all that is derived from it."""

    archive: Archive
    mentions: Mapping[str, tuple[Mention, ...]]
    relations: tuple[Relation, ...]
    digests: Mapping[str, str]
    """SHA-256 of each file of the content, by its path: the versions come from them."""
    keeper: Keeper
    """Keeps what is made of it: nothing if a file was changed while it was read."""

    @cached_property
    def holdings(self) -> Holdings:
        """What pages and data files ask of it, found once for both."""
        found = Holdings(self.archive, self.mentions, self.relations, self.digests)
        return found.with_texts(in_texts(found, self.keeper))


def read(content: Path, tell: Tell, keeper: Keeper = _FORGETFUL) -> Reading:
    """Read `content` and derive mentions and relations, keeping nothing.

    Raises:
        Refused: The content has errors; all of them are in it.
    """
    return _read(look(content, None, keeper.shelf), tell, keeper)


def _read(content: Content, tell: Tell, keeper: Keeper) -> Reading:
    tell("reading the content")
    with undisturbed():
        loaded, problems, is_steady = read_content(content, keeper)
        archive = loaded.archive
        _refuse(problem for problem in problems if problem.level == "error")
        if not is_steady:
            keeper = keeper.forgetful()
        tell("finding who and what is named")
        named = mentions(archive, content, keeper)
        tell("relating the releases")
        relations = related(archive, named, content, keeper)
    return Reading(archive, named, relations, content.digests, keeper)


def pages(
    content: Path, out: Path, tell: Tell, crew: Crew = _ALONE
) -> tuple[Reading, tuple[tree.Action, ...]]:
    """Write the page tree of `content`, touching only what differs; return what was done."""
    with lock.held(out, tell):
        begun = unchanged.look(content, out)
        reading = _derived(content, out, begun, Run(tell, crew))
        tell("writing the pages that differ")
        return reading, write_tree(reading.holdings, out / DOCS, crew, reading.keeper.shelf)


def _derived(content: Path, out: Path, begun: unchanged.Begun, run: Run) -> Reading:
    keeper = Keeper(Shelf(out / FOLDER, program.code()), run.crew)
    return _read(look(content, begun.rows, keeper.shelf), run.tell, keeper)


def build(content: Path, out: Path, tell: Tell, crew: Crew = _ALONE) -> Path:
    """Build the site of `content` in `out` and swap it in whole; return its folder.

    Args:
        content: The content folder.
        out: The output folder.
        tell: Hears what is being done.
        crew: Who makes what belongs to one release.

    Raises:
        Refused: The content, a page or the finished site has faults. As after any other failure,
            also the death of the process, the last site is still in place.
    """
    renew(content, out, tell, crew)
    return out / swap.LIVE


def renew(content: Path, out: Path, tell: Tell, crew: Crew = _ALONE) -> Reading:
    """Build the site, as `build` does; return what it was made from."""
    with lock.held(out, tell) as held, swap.staging(out) as folder:
        run = Run(tell, crew, held, out / FOLDER)
        begun = unchanged.begin(content, out)
        shelf, made_by = Shelf(out / FOLDER, ""), program.code()
        own = Shelf(out / FOLDER, made_by)
        staged = Staged(folder, ledger.read(shelf, out / swap.LIVE), made_by)
        reading = _derived(content, out, begun, run)
        tell("writing the pages that differ")
        write_tree(reading.holdings, out / DOCS, crew, reading.keeper.shelf)
        tell("making the site with MkDocs")
        epoch = version.epoch(reading.archive)
        means = mkdocs.Means(crew.here, last.Last(out, made_by))
        rendered = mkdocs.render(out / DOCS, staged, epoch, means)
        _refuse(inspect.strangers(staged, rendered.own))
        complete(reading, staged, rendered.address, run)
        tell("inspecting the site")
        manifest.write(staged)
        _refuse(inspect.faults(staged, rendered.root, crew.here, rendered.book, own))
        staged.sweep()
        ledger.write(shelf, staged.rows, staged.before, made_by)
        swap.put_live(folder, out)
        unchanged.end(begun, out, staged.rows)
    return reading


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise Refused(*found)


def complete(reading: Reading, staged: Staged, address: str, run: Run) -> None:
    """Put into a site of HTML what MkDocs does not: data files, search index, the zip.

    Args:
        reading: The content as read.
        staged: The site, with its pages.
        address: Where the site is published, ending in `/`.
        run: Who does it.
    """
    run.tell("writing the data files")
    write_data(reading.holdings, Kept(address), staged, run.crew, reading.keeper.shelf)
    sitemap.part(staged, address)
    staged.put(picture.NAME, (picture.draw(_poster(reading.holdings)),))
    run.tell("packing the site to take away")
    shelf = Shelf(run.kept, staged.made_by) if run.kept else Nowhere()
    offline.write(staged, run.crew.here, shelf)
    run.tell("indexing the text for search")
    search.index(staged, run.lock, run.kept and run.kept / search.TABLES)


def data_files(reading: Reading, address: str) -> Iterator[Pieces]:
    """Yield the data files of the content for a site at `address`, each to be read to its end."""
    return all_files(reading.holdings, Kept(address))


def _poster(holdings: Holdings) -> picture.Poster:
    rows = [
        [
            date.fromisoformat(day).toordinal()
            for each in held
            if len(day := holdings.date(each)) == DAY
        ]
        for _, held in sorted(holdings.of_outlet.items(), key=lambda row: (-len(row[1]), row[0]))
    ]
    return picture.poster(ARCHIVE, "An archive of diplomatic releases", figures(holdings), rows)
