"""`cut`: what does not belong to a release that is still to be reviewed."""

from __future__ import annotations

import click

from generator.cli import Folders


@click.command()
@click.argument("release", metavar="ID")
@click.argument("blocks", nargs=-1, required=True, metavar="BLOCK...")
@click.option("--why", required=True, help="The reason, as the page's apparatus will show it.")
@click.pass_obj
def cut(folders: Folders, release: str, blocks: tuple[str, ...], why: str) -> None:
    r"""Take BLOCKs that belong to the page, and not to the text, out of the release ID.

    For a page whose layout no profile knows: each block, as `explain` names it, becomes a recorded
    cut of the capture, and the others are numbered anew. Only before the release is reviewed.

    \b
    Example:
        python -m generator cut 2026-03-12-a-ministry-talks h1 p1 p9 --why "furniture of the page"
    """
    # Imported here: reading brings every record's class with it, and `--help` wants none.
    from generator.store import together
    from generator.store.cutting import without
    from generator.store.load import load
    from generator.store.one import find

    one = find(folders.content, release)
    paths = load(folders.content).archive.paths
    path = f"{folders.content.as_posix()}/{paths.get(one.capture.release, '')}"
    shorter = without(one, blocks, why, path)
    files = shorter.files(folders.content, paths)
    with together.alone(folders.content), together.unstopped():
        try:
            together.stage(files)
            together.place(files)
        finally:
            together.unstage(files)
    click.echo(f"{path}: {len(set(blocks))} blocks cut, {len(shorter.release.blocks)} left")
