"""The page loop of MkDocs, in forked processes: what does not differ from page to page is done once.

MkDocs' own functions do whatever is not done here: settings, files, navigation, templates, the
stock way of a page. Source: mkdocs 1.6.1, `mkdocs.commands.build.build`, whose order this keeps.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import _build_theme_template, get_context
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta, write_file

from generator.site.fast import matter
from generator.site.fast.addresses import Addresses
from generator.site.fast.direct import direct
from generator.site.fast.inline import Unknown

BATCH = 64
"""Pages that a process takes at a time."""
ALONE = 200
"""Pages for which starting processes takes longer than it saves."""
_IN_SITEMAP = ("changed",)
"""The fields of front matter that the templates of the whole site read (overrides/sitemap.xml)."""


class Doubt(Exception):
    """Something is wrong or unusual: the stock way is to build the site, and to say what it is."""


@dataclass(slots=True)
class Told:
    """What must be known of a page when all are made."""

    page: str
    fields: dict[str, Any]
    ids: frozenset[str]
    anchors: tuple[tuple[str, str], ...]
    """Pages and ids that it links to."""


@dataclass
class _Site:
    config: Any
    files: Files
    pages: Sequence[File]
    nav: Any
    env: Any
    addresses: Addresses
    warned: _Heard


class _Heard(logging.Handler):
    """Whether anything was logged as a warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())


_site: _Site | None = None


def build(config: Any, jobs: int | None = None) -> None:
    """Build the site of a loaded configuration, as `mkdocs.commands.build.build` does.

    Args:
        config: MkDocs' settings, with an empty `site_dir`.
        jobs: Processes; None for as many as there are processors.

    Raises:
        Doubt: Nothing that was written is to be used.
        OSError: It could not be written: the stock way could not either.
    """
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    try:
        _built(_gathered(config, heard), jobs or os.cpu_count() or 1)
    # A page or a template may raise anything; the stock way raises it again, and is heard.
    except Exception as error:
        if isinstance(error, Doubt) or (isinstance(error, OSError) and error.errno is not None):
            raise
        raise Doubt(str(error)) from error
    finally:
        logging.getLogger().removeHandler(heard)


def _built(site: _Site, jobs: int) -> None:
    global _site
    _site = site
    try:
        told = {one.page: one for one in _made(site, jobs)}
    finally:
        _site = None
    for file in site.pages:
        _of(file).meta = told[file.src_uri].fields
    site.files.copy_static_files()
    for template in site.config.theme.static_templates:
        _build_theme_template(template, site.env, site.files, site.config, site.nav)
    _refuse(site, told)


def _gathered(config: Any, heard: _Heard) -> _Site:
    if config.plugins or config.extra_templates or config.hooks:
        raise Doubt("plugins, hooks or extra templates")
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    pages = files.documentation_pages()
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    return _Site(config, files, pages, nav, env, Addresses(files), heard)


def _made(site: _Site, jobs: int) -> Iterator[Told]:
    count = len(site.pages)
    batches = [range(at, min(at + BATCH, count)) for at in range(0, count, BATCH)]
    if jobs < 2 or count < ALONE:
        for batch in batches:
            yield from _batch(batch)
        return
    # What is there already is never looked through again, and stays shared between processes.
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(jobs, _begin, (os.getpid(),)) as pool:
            for told in pool.imap_unordered(_batch, batches):
                yield from told
    finally:
        gc.unfreeze()


def _begin(parent: int) -> None:
    # Ctrl-C is the main process's to take.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when its parent has been killed: it would keep the build's lock."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)


def _of(file: File) -> Page:
    if file.page is None:
        raise Doubt(f"{file.src_uri} is no page")
    return file.page


def _batch(places: range) -> list[Told]:
    if _site is None:
        raise Doubt("no site")
    told = [_page(_site, _site.pages[place]) for place in places]
    if _site.warned.messages:
        raise Doubt(_site.warned.messages[0])
    return told


def _page(site: _Site, file: File) -> Told:
    """Make one page and write it."""
    page = _of(file)
    source = file.content_string
    page.meta, page.markdown = matter.split(source) or meta.get_data(source)[::-1]
    anchors = _content(site, page)
    page.active = True
    template = site.env.get_template(page.meta.get("template", "main.html"))
    output = template.render(get_context(site.nav, site.pages, site.config, page))
    page.active = False
    if not output.strip():
        raise Doubt(f"{file.src_uri} is empty")
    write_file(output.encode("utf-8", errors="xmlcharrefreplace"), file.abs_dest_path)
    fields = {key: page.meta[key] for key in _IN_SITEMAP if key in page.meta}
    told = Told(file.src_uri, fields, frozenset(page.present_anchor_ids or ()), anchors)
    # Texts do not stay in memory once they are written.
    page.markdown = page.content = None
    page.meta, page.links_to_anchors, page.present_anchor_ids = {}, None, None
    return told


def _content(site: _Site, page: Page) -> tuple[tuple[str, str], ...]:
    """Make the HTML of a page's text; return what it links to that must be there."""
    anchors: set[tuple[str, str]] = set()
    try:
        made = direct(page.markdown or "", site.addresses.seen_from(page.file, anchors))
    except Unknown:
        return _stock(site, page)
    page.content, page.present_anchor_ids = made.html, set(made.ids)
    return tuple(anchors)


def _stock(site: _Site, page: Page) -> tuple[tuple[str, str], ...]:
    page.render(site.config, site.files)
    found = (page.links_to_anchors or {}).items()
    return tuple((file.src_uri, anchor) for file, anchors in found for anchor in anchors)


def _refuse(site: _Site, told: dict[str, Told]) -> None:
    if site.warned.messages:
        raise Doubt(site.warned.messages[0])
    for one in told.values():
        for target, anchor in one.anchors:
            if target in told and anchor not in told[target].ids:
                raise Doubt(f"{one.page} links to {target}#{anchor}")
