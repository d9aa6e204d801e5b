"""The page loop of MkDocs, in forked processes: what does not differ from page to page is done once.

MkDocs' own functions do whatever is not done here: settings, navigation, templates, the stock way
of a page. Source: mkdocs 1.6.1, `mkdocs.commands.build.build`, whose order this keeps.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs.commands.build import _build_template

from generator.crew import Alone, Crew, parts
from generator.crew import crew as crew_of
from generator.errors import Refused
from generator.site import ledger, sound
from generator.site.fast.leaves import Doubt, Known, Leaf, gathered
from generator.site.fast.page import PAGE, Maker, Told, read
from generator.site.fast.settings import book_of
from generator.site.last import Book, Last, Links, Row, Said
from generator.site.mkdocs import is_used
from generator.site.staged import Staged

ALONE = 200
"""Pages for which starting processes takes longer than it saves."""


@dataclass
class _Site:
    config: Any
    docs: str
    staged: Staged
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


def build(
    config: Any, staged: Staged, crew: Crew | None = None, last: Last | None = None
) -> Book | None:
    """Build the site of a loaded configuration, as `mkdocs.commands.build.build` does.

    Args:
        config: MkDocs' settings.
        staged: The tree of the site, in which nothing is put yet.
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
        site = _prepared(config, staged, heard, last)
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


def one_by_one(config: Any, staged: Staged) -> Callable[[str], bytes]:
    """Return what makes single pages of a tree whose other pages stay as they are.

    Args:
        config: As for `build`.
        staged: A tree of its own.

    Returns:
        A function: the source of a page that was there → its HTML, which it also writes.
    """
    site = _prepared(config, staged, _Heard(), None)
    places = {leaf.source: place for place, leaf in enumerate(site.leaves)}

    def made(source: str) -> bytes:
        place = places[source]
        content = site.maker.made(place).content
        staged.put(f"{site.leaves[place].folder}{PAGE}", (content,))
        return content

    return made


def _prepared(config: Any, staged: Staged, heard: _Heard, last: Last | None) -> _Site:
    env = config.theme.get_env()
    leaves, files, nav = gathered(config, env)
    maker = Maker(config, env, nav, files, leaves)
    book = book_of(last, config, leaves)
    return _Site(config, config.docs_dir, staged, leaves, files, nav, env, maker, heard, book)


def _built(site: _Site, crew: Crew) -> None:
    anew: list[Told] = []
    for done in _made(site, crew):
        for place, changed in done.changed:
            site.leaves[place].changed = changed
        site.staged.rows.update(done.rows)
        anew += done.anew
    _copy_static(site)
    for name in site.config.theme.static_templates:
        _theme_template(site, name)
    if site.warned.messages:
        raise Doubt(site.warned.messages[0])
    links = _agreed(site, anew)
    if site.book:
        site.book.close(links)


def _copy_static(site: _Site) -> None:
    for file in site.files:
        wanted = not file.is_documentation_page() and file.inclusion.is_included()  # type: ignore[no-untyped-call]
        if wanted and is_used(file.dest_uri):
            site.staged.put(file.dest_uri, (file.content_bytes,))


def _theme_template(site: _Site, name: str) -> None:
    """Write a page that is the theme's alone; none is compressed, for nobody asks for that."""
    template = site.env.get_template(name)
    made = _build_template(name, template, site.leaves, site.config, site.nav)  # type: ignore[arg-type]
    if not made.strip():
        raise Doubt(f"{name} is empty")
    site.staged.put(name, (made.encode(),))


@dataclass
class _Done:
    """What became of the pages of a part."""

    changed: list[tuple[int, object]] = field(default_factory=list)
    """The field of each that the sitemap reads."""
    anew: list[Told] = field(default_factory=list)
    """Of those that were made."""
    rows: Mapping[str, ledger.Row] = field(default_factory=dict)
    """Their files."""


def _made(site: _Site, crew: Crew) -> Iterator[_Done]:
    places = {leaf.source: place for place, leaf in enumerate(site.leaves)}
    batches = [(name, [places[each] for each in part]) for name, part in parts(places)]
    if site.book:
        of = site.leaves
        site.book.parts = {
            name: [f"{of[place].folder}{PAGE}" for place in part] for name, part in batches
        }
        site.book.begin(places)
    yield from (crew if len(places) >= ALONE else Alone()).each(_batch, site, batches)


def _batch(site: _Site, batch: tuple[str, Sequence[int]]) -> _Done:
    """Make the pages of a part, but those that stand as they were made."""
    part, places = batch
    book, done = site.book, _Done()
    before = book.rows(part) if book else {}
    rows: dict[str, Row] = {}
    said: dict[str, Said] = {}
    with site.staged.apart() as done.rows:
        for place in places:
            path = f"{site.leaves[place].folder}{PAGE}"
            row = _stays(site, place, path, before[path]) if path in before else None
            if row is None:
                told, row, said[path] = _anew(site, place, path)
                done.anew.append(told)
            done.changed.append((place, row.changed))
            rows[path] = row
    if site.warned.messages:
        raise Doubt(site.warned.messages[0])
    if book and rows != before:
        _keep(book, part, rows, said)
    return done


def _stays(site: _Site, place: int, path: str, row: Row) -> Row | None:
    """Return what is known of a page that stands as it was made, from the same Markdown."""
    source = f"{site.docs}/{site.leaves[place].source}"
    now = ledger.state(source)
    same = now is not None and (now == row.state or _name(read(source)) == row.source)
    if not (same and site.staged.stays(path, row.page)):
        return None
    return row if now == row.state else row._replace(state=now)


def _anew(site: _Site, place: int, path: str) -> tuple[Told, Row, Said]:
    """Make a page and put it into the site; return what is to be kept of it."""
    now = ledger.state(f"{site.docs}/{site.leaves[place].source}")
    told, source, content = site.maker.made(place)
    digest = site.staged.put(path, (content,))
    seen = sound.at_a_glance(path, content) if site.book else None
    row = Row(now, _name(source), digest, told.changed)
    return told, row, Said(told.ids, told.anchors, seen)


def _name(source: bytes) -> bytes:
    return hashlib.blake2b(source, digest_size=16).digest()


def _keep(book: Book, part: str, rows: Mapping[str, Row], said: dict[str, Said]) -> None:
    """Keep what is known of the pages of a part; `said` is of those that were made."""
    if not said:
        book.put(part, rows, None)
        return
    for path, (page, before) in book.said(part).items():
        if path in rows and path not in said and page == rows[path].page:
            said[path] = before
    book.put(part, {path: row for path, row in rows.items() if path in said}, said)


def _agreed(site: _Site, anew: Sequence[Told]) -> Links:
    """Return what all pages say to each other.

    Raises:
        Doubt: Something is linked to that is not there.
    """
    leaves = site.leaves
    made = _links((leaves[told.place].source, told) for told in anew)
    before = site.book.links if site.book else None
    if len(anew) == len(leaves):
        whole, wanted = made, made.wanted
    elif before is None or before.loses((), made.ids):
        whole = _links(_all_said(site))
        wanted = whole.wanted
    else:
        whole, wanted = Links(before.ids | made.ids, before.wanted), made.wanted
    for target, anchors in wanted.items():
        if target in whole.ids and not anchors <= set(whole.ids[target].split("\n")):
            raise Doubt(f"a link to a part of {target} that is not there")
    whole.want(made.wanted)
    return whole


def _links(told: Iterable[tuple[str, Told | Said]]) -> Links:
    ids: dict[str, str] = {}
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for source, each in told:
        ids[source] = each.ids
        for target, anchor in each.anchors:
            wanted[target].add(anchor)
    return Links(ids, {**wanted})


def _all_said(site: _Site) -> Iterator[tuple[str, Said]]:
    """Yield the source of every page, and what it says."""
    sources = {f"{leaf.folder}{PAGE}": leaf.source for leaf in site.leaves}
    for part, paths in site.book.parts.items() if site.book else ():
        said = site.book.said(part) if site.book else {}
        for path in paths:
            if path not in said:
                raise Doubt(f"what {path} says is not known")
            yield sources[path], said[path][1]
