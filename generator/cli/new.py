"""`new`: a record to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator import ids
from generator.cli import Folders
from generator.errors import Problem, Refused, visible
from generator.nearest import nearest


@click.command()
@click.argument("kind")
@click.argument("key", metavar="ID")
@click.pass_obj
def new(folders: Folders, kind: str, key: str) -> None:
    r"""Write a record to fill in.

    KIND is person, organisation, place, event, instrument, series, formula, outlet, withdrawal,
    site-profile or agency-profile. Each field is explained where it stands. Nothing that is there is overwritten, and an id that
    another record has, or had, is refused. A release is made by `add`.

    \b
    Example:
        python -m generator new person kim-ok-sample
    """
    # Imported here: the declarations bring every record's class with them, and `--help` wants none.
    from generator.store import scaffold

    if kind not in scaffold.KINDS:
        raise click.BadParameter(_unknown(kind, tuple(scaffold.KINDS)), param_hint="KIND")
    if why := ids.fault(key):
        raise click.BadParameter(f"`{visible(key)}` {why}", param_hint="ID")
    like = _free(folders.content, scaffold.KINDS[kind], key)
    path = folders.content / scaffold.path_of(kind, key)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(scaffold.text_of(kind, key))
    click.echo(path.as_posix())
    if like:
        click.echo(f"there is a record `{like}`: is it the same?", err=True)
    click.echo("fill it in, then run: python -m generator check", err=True)


def _unknown(kind: str, kinds: tuple[str, ...]) -> str:
    if kind in ("release", "capture"):
        return "a release is made from a capture: python -m generator add --help"
    meant = nearest(kind, kinds)
    return f"`{visible(kind)}` is no kind of record" + (f"; write `{meant}`" if meant else "")


def _free(content: Path, kind: str, key: str) -> str | None:
    """Refuse an id that is taken; return the id of a record that may be the same thing.

    A withdrawal takes the id of the release that it ends.
    """
    from generator.store.load import load

    archive = load(content).archive
    for table in (archive.releases, archive.entities, archive.outlets, archive.withdrawn):
        if key in table and not (kind == "withdrawn" and table is archive.releases):
            where = f"{content.as_posix()}/{archive.paths[key]}"
            raise Refused(
                Problem(
                    where, 1, f"the id `{key}` is taken", "edit this record, or take another id"
                )
            )
    known = [one for one in archive.entities if kind != "withdrawn"]
    return nearest(key, known)
