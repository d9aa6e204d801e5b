"""The one door to MkDocs: a page tree becomes a folder of HTML, and every warning is a fault."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import tree
from generator.crew import Crew
from generator.errors import Problem, Refused, visible
from generator.site import manifest, swap
from generator.site.last import Book, Last
from generator.site.staged import Staged

CONFIG = Path("mkdocs.yml")
_PAGE = re.compile(r"(?:Doc file|The page|Error (?:reading|building) page) '([^']+)'")
# What no page asks for: the theme's own scripts and styles (overrides/base.html takes the place of
# its page), and a compressed copy whose bytes depend on the version of zlib.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml.gz")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What must be known of a folder of HTML to inspect it."""

    own: Mapping[str, str]
    """SHA-256 of each file that is the theme's or an override's, by its path in the site."""
    root: str
    """The path under which the site is published, as `/` or `/archive/`."""
    address: str = ""
    """Where it is published, ending in `/`."""
    book: Book | None = None
    """What is known of its pages, if anything is kept."""


@dataclass(frozen=True, slots=True)
class Means:
    """Who makes the pages, and of what."""

    crew: Crew | None = None
    """Who works on this machine; None for a process on each processor."""
    last: Last | None = None
    """The last site, whose pages need not be made again."""


_OWN_MEANS = Means()


def is_used(path: str) -> bool:
    """Return whether the site has a file that MkDocs would write."""
    return not path.startswith(_UNUSED)


def render(docs: Path, staged: Staged, epoch: int, means: Means = _OWN_MEANS) -> Rendered:
    """Make the page tree `docs` a site of HTML, by the settings of mkdocs.yml.

    Args:
        docs: The page tree.
        staged: The tree of the site, in which nothing is put yet.
        epoch: Seconds since 1970 that stand for the time of the build.
        means: Who makes the pages, and of what is kept.

    Raises:
        Refused: MkDocs failed, or warned; every warning is one fault. Then nothing of what was put
            is to be used.
    """
    said = _Said()
    with _listening(said), _environment(epoch):
        config, book = _build(docs.resolve(), staged, said, means)
    if config is None or said.problems:
        raise Refused(*said.problems)
    address = config.site_url or ""
    own = _own(staged, config.theme.dirs)
    return Rendered(own, urlsplit(address or "/").path, address, book)


def _build(docs: Path, staged: Staged, said: _Said, means: Means) -> tuple[Any, Book | None]:
    """Run MkDocs; return its settings, or None if it failed and said why; and what is kept."""
    # Imported here, so that a command that builds nothing does not wait for it.
    from mkdocs.config import load_config

    from generator.site.fast import loop
    from generator.site.fast.leaves import Doubt

    try:
        # The hook is for MkDocs typed by hand. Strictness is ours: `said` hears every warning.
        site = str(staged.folder.resolve())
        config = load_config(str(CONFIG), docs_dir=str(docs), site_dir=site, hooks=[], strict=False)
        try:
            book = loop.build(config, staged, means.crew, means.last)
        except Doubt:
            # Something is wrong: MkDocs alone says what.
            said.problems.clear()
            book = None
            _built_by_mkdocs(config, staged)
    except Refused:  # a process of ours was ended
        raise
    # MkDocs, the theme and the Markdown library raise anything at all (a page can even end MkDocs
    # by SystemExit); what failed is a page or a template, and it has been logged by name.
    except (Exception, SystemExit) as error:
        if isinstance(error, OSError) and error.errno is not None:  # a full disk, not a page
            raise
        if not said.problems:
            raise Refused(_problem(str(error) or type(error).__name__)) from error
        return None, None
    else:
        return config, book


def _built_by_mkdocs(config: Any, staged: Staged) -> None:
    """Let MkDocs alone make the site in an empty folder, and take over what it made."""
    from mkdocs.commands.build import build

    staged.rows.clear()
    with tempfile.TemporaryDirectory(dir=staged.folder.parent, prefix=swap.DEAD) as clean:
        config.site_dir = clean
        build(config)
        for path in filter(is_used, tree.files(Path(clean))):
            staged.put(path, ((Path(clean) / path).read_bytes(),))


def one_by_one(docs: Path, site: Path, epoch: int) -> Callable[[str], bytes]:
    """Return what makes single pages of a tree, for a preview: the source of a page → its HTML.

    Args:
        docs: The page tree as it was when its site was made, but for the pages to be made.
        site: A folder of its own, in which they are written.
        epoch: As for `render`.
    """
    from mkdocs.config import load_config

    from generator.site.fast import loop

    with _environment(epoch):
        config = load_config(
            str(CONFIG), docs_dir=str(docs.resolve()), site_dir=str(site.resolve()), hooks=[]
        )
        site.mkdir(parents=True, exist_ok=True)
        return loop.one_by_one(config, Staged(site.resolve()))


class _Said(logging.Handler):
    """What was logged as a warning or worse, as faults."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.problems.append(_problem(record.getMessage()))


def _problem(message: str) -> Problem:
    page = _PAGE.search(message)
    return Problem(
        f"build/docs/{visible(page[1])}" if page else str(CONFIG),
        1,
        f"MkDocs says: `{visible(' '.join(message.split()), 400)}`",
        "mend the record that this page is made from" if page else "mend the setting it names",
    )


@contextlib.contextmanager
def _listening(handler: logging.Handler) -> Iterator[None]:
    """Hear the root logger, so that no extension's warning is lost with MkDocs' own."""
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


@contextlib.contextmanager
def _environment(epoch: int) -> Iterator[None]:
    """Set what MkDocs and its theme read from the environment, and put it back afterwards."""
    before = dict(os.environ)
    # Material prints a long notice about MkDocs 2 without it.
    os.environ.update({"SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1"})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _own(staged: Staged, folders: Sequence[str]) -> dict[str, str]:
    """Return the digests of the theme's files that are in the site; earlier folders win."""
    found = {}
    for folder in map(Path, reversed(folders)):
        for path in manifest.files(folder):
            if not path.endswith(".html") and path in staged.rows:
                found[path] = _digest(folder / path)
    # MkDocs makes this one from the theme's template, after everything that pages bring.
    return found | {"sitemap.xml": staged.rows["sitemap.xml"][0]}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
