"""What MkDocs calls when somebody types `mkdocs build` or `mkdocs serve`.

It writes the page tree before, and data files and search index after; all that our own commands do
without it. Nothing of the site depends on this hook.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from generator import pipeline
from generator.errors import Refused
from generator.site.staged import standing
from generator.version import epoch

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

CONTENT, OUT = Path("content"), Path("build")
_POLICY = re.compile(r'<meta http-equiv="?content-security-policy"?[^>]*>', re.IGNORECASE)
_log = get_plugin_logger("communique")


class _Run:
    """What one run of MkDocs must remember between its calls of us."""

    serving = False
    last: pipeline.Reading | None = None


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs' names
    """Remember whether this is a preview."""
    _Run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the page tree and let MkDocs read it; keep the last one while the content is faulty."""
    root = Path(config.config_file_path).parent
    os.chdir(root)
    try:
        _Run.last, _ = pipeline.pages(CONTENT, OUT, _log.info)
    except Refused as refused:
        if _Run.last is None:
            raise Abort(str(refused)) from refused
        # Not as an error: a strict preview would stop answering.
        _log.info("%s\nthe last good pages stay", refused)
    config.docs_dir = str((OUT / pipeline.DOCS).resolve())
    config.extra.update(preview=_Run.serving)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch(_Run.last.archive))
    return config


def on_post_page(output: str, **_: object) -> str:
    """Let MkDocs' own script reload a page in the preview: the pages' policy would forbid it."""
    return _POLICY.sub("", output) if _Run.serving else output


def on_post_build(config: MkDocsConfig) -> None:
    """Add data files and search, so that they work here too."""
    if _Run.last is None:
        return
    try:
        run = pipeline.Run(_log.info)
        site = standing(Path(config.site_dir))
        pipeline.complete(_Run.last, site, config.site_url or "", run)
    except Refused as refused:
        raise Abort(str(refused)) from refused
    if not _Run.serving:
        _log.info(
            "`make build` also inspects the site, writes its manifest and swaps it into build/site"
        )


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG001 - MkDocs' names
    """Watch what people edit, not the page tree that is written from it."""
    server.unwatch(config.docs_dir)
