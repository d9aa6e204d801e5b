"""`serve`: a live preview on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import Folders, told
from generator.cli._progress import Progress
from generator.errors import Refused


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

    Watched are the content, the templates of pages, overrides/ and mkdocs.yml. A fault in what
    was edited is told here, and the last good site stays.

    \b
    Example:
        python -m generator serve --port 8001
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator import pipeline
    from generator.site import preview, swap, watch

    server = preview.Preview(folders.out / swap.LIVE, port)
    if not _build(folders) and not (folders.out / swap.LIVE).is_dir():
        raise click.exceptions.Exit(1)
    server.start()
    click.echo(f"serving {server.address} (Ctrl-C ends it)")
    try:
        for _ in watch.changes((folders.content, *map(Path, pipeline.SOURCES))):
            if _build(folders):
                server.renew()
                click.echo("built anew; open pages reload")
    except KeyboardInterrupt:
        click.echo("\nended", err=True)
    finally:
        server.stop()


def _build(folders: Folders) -> bool:
    from generator import pipeline

    try:
        with Progress(pipeline.BUILD_STAGES) as tell:
            pipeline.build(folders.content, folders.out, tell)
    except Refused as refused:
        click.echo(f"{refused}\nthe last good site stays", err=True)
        return False
    except OSError as error:
        click.echo(f"{told(error)}\nthe last good site stays", err=True)
        return False
    return True
