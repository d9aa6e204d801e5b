"""`build`: the complete site."""

from __future__ import annotations

import os
import time

import click

from generator.cli import Folders
from generator.kept import unchanged


@click.command()
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default="processors",
    help="Processes that make pages and data files; any number gives the same bytes.",
)
@click.pass_obj
def build(folders: Folders, jobs: int) -> None:
    r"""Build the complete site (site/ in --out): pages, search, data files, manifest.

    The site is made beside the last one, inspected, and swapped in whole. A build that fails or
    is stopped leaves the last one as it was. When nothing changed since the last build, nothing
    is done; what is kept for that (kept/ in --out) can be deleted at any time.

    \b
    Example:
        python -m generator build
    """
    begun = time.monotonic()
    if unchanged.is_so(folders.content, folders.out):
        site = folders.out / unchanged.LIVE
        click.echo(f"{site}: nothing changed, looked in {time.monotonic() - begun:.2f} s")
        return
    # Imported here: the pipeline brings every stage with it, and none is wanted before.
    from generator import pipeline
    from generator.cli._progress import Progress
    from generator.crew import crew

    with Progress(pipeline.BUILD_STAGES) as tell:
        site = pipeline.build(folders.content, folders.out, tell, crew(jobs))
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{site}: {pages} pages in {time.monotonic() - begun:.1f} s")
