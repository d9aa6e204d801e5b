"""`serve`: a live preview on this machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import Folders, _workers, told
from generator.cli._progress import Progress
from generator.errors import Refused

if TYPE_CHECKING:
    from generator.pipeline import Reading
    from generator.site.preview import Preview
    from generator.site.watch import Watch


class _Stirred(Exception):
    """Something was saved while the site was being built."""


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where to listen on 127.0.0.1.",
)
@click.pass_obj
def serve(folders: Folders, port: int) -> None:
    r"""Build the site, serve it on this machine, and build it anew when something is edited.

    Watched are the content, the templates of pages, overrides/ and mkdocs.yml. The page of a
    record that was saved is shown at once, all others when the site has been built; a page that
    is ahead of the others says so. A fault in what was edited is told here, and the last good
    site stays.

    \b
    Example:
        python -m generator serve --port 8001
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import pipeline
    from generator.site import preview, swap, watch

    server = preview.Preview(folders.out / swap.LIVE, port)
    watching = watch.Watch((folders.content, *map(Path, pipeline.SOURCES)))
    reading = _build(folders)
    if reading is None and not (folders.out / swap.LIVE).is_dir():
        raise click.exceptions.Exit(1)
    server.start()
    click.echo(f"serving {server.address} (Ctrl-C ends it)")
    try:
        _go_on(folders, watching, server, reading)
    except KeyboardInterrupt:
        click.echo("\nended", err=True)
    finally:
        server.stop()


def _go_on(folders: Folders, watching: Watch, server: Preview, reading: Reading | None) -> None:
    """Show what is saved, and build the rest, without an end."""
    from generator.early import Early

    early = Early.ready(folders.content, folders.out, reading)
    while True:
        changed = watching.changed()
        if early and (pages := early.pages(changed)):
            server.renew(pages)
            click.echo(f"{', '.join(sorted(pages))}: shown; the rest follows")
        try:
            reading = _build(folders, watching)
        except _Stirred:
            click.echo("something was saved: beginning again", err=True)
            continue
        server.renew()
        if reading:
            click.echo("built anew; open pages reload")
            early = Early.ready(folders.content, folders.out, reading)


def _build(folders: Folders, watching: Watch | None = None) -> Reading | None:
    """Build the site; return what it was made from, or None if there was a fault.

    Raises:
        _Stirred: Something was saved meanwhile.
    """
    from generator import pipeline
    from generator.crew import Counted

    crew = _workers.workers(os.cpu_count() or 1, None)
    try:
        with Progress(pipeline.BUILD_STAGES) as progress:
            tell = _heeding(progress, watching) if watching else progress
            counted = Counted(crew, progress.part)
            return pipeline.renew(folders.content, folders.out, tell, counted)
    except Refused as refused:
        click.echo(f"{refused}\nthe last good site stays", err=True)
    except OSError as error:
        click.echo(f"{told(error)}\nthe last good site stays", err=True)
    return None


def _heeding(progress: Progress, watching: Watch) -> Callable[[str], None]:
    """Return what tells each stage, and ends a build that is out of date before it is done."""

    def tell(sentence: str) -> None:
        if watching.stirs():
            raise _Stirred
        progress(sentence)

    return tell
