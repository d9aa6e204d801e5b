"""`propose`: what the archive does not know yet, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from generator.cli import Folders
from generator.errors import Problem, Refused, visible

if TYPE_CHECKING:
    from generator.model import Archive

KINDS = ("names", "misspellings", "events", "relations")


@click.command()
@click.argument("releases", nargs=-1, metavar="[ID]...")
@click.option(
    "--only",
    type=click.Choice(KINDS),
    multiple=True,
    help="Propose these only; may be given more than once.",
)
@click.option(
    "--at-least",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="How often an unknown name must stand in the releases.",
)
@click.option(
    "--formulae", is_flag=True, help="Propose recurrent wordings instead, the most telling first."
)
@click.option(
    "--most", type=click.IntRange(1), default=50, show_default=True, help="Formulae, at most."
)
@click.pass_obj
def propose(
    folders: Folders,
    releases: tuple[str, ...],
    only: tuple[str, ...],
    at_least: int,
    formulae: bool,
    most: int,
) -> None:
    r"""Print what the releases name and no record explains, as YAML to paste.

    Unknown names with the sentence and the rule that found them, names that look like misspellings
    of known ones, events without a record, and relations to confirm or deny. With an ID, of these
    releases only. Nothing is written: each proposal is for a person to judge, and says in which
    file it would stand.

    \b
    Example:
        python -m generator propose --only names --at-least 2
    """
    # Imported here: they bring every stage with them, and `--help` wants none.
    from generator.resolve import mentions, prepare
    from generator.store.load import load
    from generator.store.proposals import Read, proposals

    archive = load(folders.content).archive
    _refuse_unknown(releases, archive.releases)
    if formulae:
        _formulae(archive, frozenset(releases), max(at_least, 2), most)
        return
    read = Read(archive, prepare(archive), mentions(archive))
    wanted = frozenset(releases) or frozenset(archive.releases)
    count = 0
    for text in proposals(read, wanted, frozenset(only or KINDS), at_least):
        click.echo(text)
        count += 1
    click.echo(f"{count} proposals", err=True)


def _formulae(archive: Archive, releases: frozenset[str], at_least: int, most: int) -> None:
    """Print wordings that recur in the archive; with ids, those that these releases share."""
    from generator.resolve import mentions
    from generator.store.proposals import formulae

    texts = list(formulae(archive, mentions(archive), releases, at_least))[:most]
    for text in texts:
        click.echo(text)
    click.echo(f"{len(texts)} proposals", err=True)


def _refuse_unknown(wanted: Iterable[str], known: Mapping[str, Any]) -> None:
    problems = list(_unknown(wanted, known))
    if problems:
        raise Refused(*problems)


def _unknown(wanted: Iterable[str], known: Mapping[str, Any]) -> Iterator[Problem]:
    from generator.nearest import nearest

    for name in wanted:
        if name not in known:
            like = nearest(name, known)
            fix = f"write `{like}`" if like else "write the id of a release of this archive"
            yield Problem("propose", 1, f"there is no release `{visible(name)}`", fix)
