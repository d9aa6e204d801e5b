"""The page loop of MkDocs, in forked processes: what does not differ from page to page is done once.

MkDocs' own functions do whatever is not done here: settings, navigation, templates, the stock way
of a page. Source: mkdocs 1.6.1, `mkdocs.commands.build.build`, whose order this keeps.
"""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_template
from mkdocs.utils import write_file

from generator.crew import Alone, Crew, parts
from generator.crew import crew as crew_of
from generator.errors import Refused
from generator.site.fast.leaves import Doubt, Known, Leaf, gathered
from generator.site.fast.page import PAGE, Maker, Told
from generator.site.fast.settings import book_of
from generator.site.last import Book, Last, state

ALONE = 200
"""Pages for which starting processes takes longer than it saves."""


@dataclass
class _Site:
    config: Any
    leaves: Sequence[Leaf]
    files: Known
    nav: Any
    env: Any
    maker: Maker
    warned: _Heard
    book: Book | None


class _Heard(logging.Handler):
    """Whether anything was logged as a warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())


def build(config: Any, crew: Crew | None = None, last: Last | None = None) -> Book | None:
    """Build the site of a loaded configuration, as `mkdocs.commands.build.build` does.

    Args:
        config: MkDocs' settings, with an empty `site_dir`.
        crew: Who makes the pages, on this machine; None for a process on each processor.
        last: The last site, whose pages may be used.

    Returns:
        What is known of the pages that were made, if anything is kept.

    Raises:
        Doubt: Nothing that was written is to be used.
        Refused: A process was ended from outside.
        OSError: It could not be written: the stock way could not either.
    """
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    try:
        site = _prepared(config, heard, last)
        _built(site, crew or crew_of(os.cpu_count() or 1))
    # A page or a template may raise anything; the stock way raises it again, and is heard.
    except Exception as error:
        real = isinstance(error, OSError) and error.errno is not None
        if real or isinstance(error, Doubt | Refused):
            raise
        raise Doubt(str(error)) from error
    else:
        return site.book
    finally:
        logging.getLogger().removeHandler(heard)


def one_by_one(config: Any) -> Callable[[str], bytes]:
    """Return what makes single pages of a tree whose other pages stay as they are.

    Args:
        config: As for `build`.

    Returns:
        A function: the source of a page that was there → its HTML, which it also writes.
    """
    site = _prepared(config, _Heard(), None)
    places = {leaf.source: place for place, leaf in enumerate(site.leaves)}

    def made(source: str) -> bytes:
        site.maker.made(places[source])
        return Path(config.site_dir, site.leaves[places[source]].folder, PAGE).read_bytes()

    return made


def _prepared(config: Any, heard: _Heard, last: Last | None) -> _Site:
    env = config.theme.get_env()
    leaves, files, nav = gathered(config, env)
    maker = Maker(config, env, nav, files, leaves)
    return _Site(config, leaves, files, nav, env, maker, heard, book_of(last, config, leaves))


def _built(site: _Site, crew: Crew) -> None:
    anchors = _Anchors()
    for told in _made(site, crew):
        site.leaves[told.place].changed = told.changed
        anchors.add(site.leaves[told.place].source, told)
    site.files.copy_static_files()
    for name in site.config.theme.static_templates:
        _theme_template(site, name)
    if site.warned.messages:
        raise Doubt(site.warned.messages[0])
    anchors.refuse()


def _theme_template(site: _Site, name: str) -> None:
    """Write a page that is the theme's alone; none is compressed, for nobody asks for that."""
    template = site.env.get_template(name)
    made = _build_template(name, template, site.leaves, site.config, site.nav)  # type: ignore[arg-type]
    if not made.strip():
        raise Doubt(f"{name} is empty")
    write_file(made.encode(), str(Path(site.config.site_dir) / name))


def _made(site: _Site, crew: Crew) -> Iterator[Told]:
    places = {leaf.source: place for place, leaf in enumerate(site.leaves)}
    batches = [(name, [places[each] for each in part]) for name, part in parts(places)]
    if site.book:
        of = site.leaves
        site.book.parts = {
            name: [f"{of[place].folder}{PAGE}" for place in part] for name, part in batches
        }
    for told in (crew if len(places) >= ALONE else Alone()).each(_batch, site, batches):
        yield from told
    if site.book:
        site.book.close(places)


def _batch(site: _Site, batch: tuple[str, Sequence[int]]) -> list[Told]:
    """Make the pages of a part."""
    part, places = batch
    book = site.book
    before = book.rows(part) if book else {}
    rows, states, told = {}, {}, []
    for place in places:
        path = f"{site.leaves[place].folder}{PAGE}"
        made = site.maker.made(place, book, before.get(path))
        told.append(made.told)
        if made.row:
            rows[path] = made.row
            states[path] = state(Path(f"{site.config.site_dir}/{path}"))
    if site.warned.messages:
        raise Doubt(site.warned.messages[0])
    if book:
        book.put(part, before, rows, states)
    return told


class _Anchors:
    """Links to parts of pages, which can be looked for when all pages are made."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._wanted: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, source: str, told: Told) -> None:
        """Keep the ids of a page, and what it links to."""
        self._ids[source] = told.ids
        for target, anchor in told.anchors:
            self._wanted[target].add(anchor)

    def refuse(self) -> None:
        """Raise a doubt if something is linked to that is not there."""
        for target, anchors in self._wanted.items():
            if target in self._ids and not anchors <= set(self._ids[target].split("\n")):
                raise Doubt(f"a link to a part of {target} that is not there")
