"""`build`: the complete site."""

from __future__ import annotations

import time

import click

from generator.cli import Folders, _workers
from generator.kept import unchanged


@click.command()
@_workers.jobs
@_workers.cluster
@click.pass_obj
def build(folders: Folders, jobs: int, cluster: str | None) -> None:
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
    from generator.crew import Counted

    crew = _workers.workers(jobs, cluster)
    with Progress(pipeline.BUILD_STAGES) as tell:
        site = pipeline.build(folders.content, folders.out, tell, Counted(crew, tell.part))
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{site}: {pages} pages in {time.monotonic() - begun:.1f} s")
