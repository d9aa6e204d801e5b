"""`pages`: the page tree."""

from __future__ import annotations

import click

from generator.cli import Folders, _workers
from generator.cli._progress import Progress


@click.command()
@_workers.jobs
@_workers.cluster
@click.pass_obj
def pages(folders: Folders, jobs: int, cluster: str | None) -> None:
    r"""Write the page tree (docs/ in --out), touching only what differs.

    \b
    Example:
        python -m generator pages
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import pipeline
    from generator.crew import Counted

    crew = _workers.workers(jobs, cluster)
    with Progress(pipeline.PAGES_STAGES) as tell:
        _, done = pipeline.pages(folders.content, folders.out, tell, Counted(crew, tell.part))
    written = sum(1 for act, _ in done if act == "write")
    click.echo(
        f"{folders.out / pipeline.DOCS}: {written} files written, {len(done) - written} deleted"
    )
