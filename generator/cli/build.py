"""`build`: the complete site."""

from __future__ import annotations

import time

import click

from generator.cli import Folders
from generator.cli._progress import Progress


@click.command()
@click.pass_obj
def build(folders: Folders) -> None:
    r"""Build the complete site (site/ in --out): pages, search, data files, manifest.

    The site is made beside the last one, inspected, and swapped in whole. A build that fails or
    is stopped leaves the last one as it was.

    \b
    Example:
        python -m generator build
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import pipeline

    begun = time.monotonic()
    with Progress(pipeline.BUILD_STAGES) as tell:
        site = pipeline.build(folders.content, folders.out, tell)
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"{site}: {pages} pages in {time.monotonic() - begun:.1f} s")
