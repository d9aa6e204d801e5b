"""The page loop of MkDocs, in forked processes: what does not differ from page to page is done once.

MkDocs' own functions do whatever is not done here: settings, navigation, templates, the stock way
of a page. Source: mkdocs 1.6.1, `mkdocs.commands.build.build`, whose order this keeps.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_template
from mkdocs.utils import write_file

from generator.site.fast.leaves import Doubt, Known, Leaf, gathered
from generator.site.fast.page import Maker, Told

BATCH = 32
"""Pages that a process takes at a time."""
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
        _built(_prepared(config, heard), jobs or os.cpu_count() or 1)
    # A page or a template may raise anything; the stock way raises it again, and is heard.
    except Exception as error:
        if isinstance(error, Doubt) or (isinstance(error, OSError) and error.errno is not None):
            raise
        raise Doubt(str(error)) from error
    finally:
        logging.getLogger().removeHandler(heard)


def _prepared(config: Any, heard: _Heard) -> _Site:
    env = config.theme.get_env()
    leaves, files, nav = gathered(config, env)
    maker = Maker(config, env, nav, files, leaves)
    return _Site(config, leaves, files, nav, env, maker, heard)


def _built(site: _Site, jobs: int) -> None:
    global _site
    _site = site
    anchors = _Anchors()
    try:
        for told in _made(site, jobs):
            site.leaves[told.place].changed = told.changed
            anchors.add(site.leaves[told.place].source, told)
    finally:
        _site = None
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


def _made(site: _Site, jobs: int) -> Iterator[Told]:
    count = len(site.leaves)
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


def _batch(places: range) -> list[Told]:
    if _site is None:
        raise Doubt("no site")
    told = [_site.maker.made(place) for place in places]
    if _site.warned.messages:
        raise Doubt(_site.warned.messages[0])
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
