"""`explain`: a capture with every cut, every edit and the ground of every field."""

from __future__ import annotations

import sys

import click

from generator.cli import Folders
from generator.cli._explained import Part, Row, Tone, explained
from generator.store.one import find

_STYLES: dict[Tone, dict[str, str | bool]] = {
    "kept": {},
    "cut": {"fg": "red"},
    "removed": {"fg": "red", "strikethrough": True},
    "inserted": {"fg": "green", "underline": True},
    "note": {"dim": True},
    "head": {"bold": True},
}
# Without colours, the marks of wdiff; of a line that was cut, the `-` in the margin says it.
_PLAIN: dict[Tone, tuple[str, str]] = {"removed": ("[-", "-]"), "inserted": ("{+", "+}")}


@click.command()
@click.argument("name", metavar="ID")
@click.option("--colour/--plain", default=None, help="By default, coloured on a terminal.")
@click.pass_obj
def explain(folders: Folders, /, name: str, colour: bool | None) -> None:
    r"""Show the capture ID line by line: what was kept, cut and edited, and why.

    ID is a release's id, or a capture's key `<outlet>/<accession>`. In the margin stand the line's
    number and the block it became; a `-` marks what was cut, with the rule and its reason behind
    it. Below a line stand its edits and the fields it is evidence of. Blank lines are left out.

    \b
    Example:
        python -m generator explain 2031-05-03-the-gazette-talks | less -R
    """
    coloured = sys.stdout.isatty() if colour is None else colour
    for row in explained(find(folders.content, name)):
        click.echo(_shown(row, coloured=coloured), color=coloured)


def _shown(row: Row, *, coloured: bool) -> str:
    return "".join(_part(part, coloured=coloured) for part in row if part.text).rstrip()


def _part(part: Part, *, coloured: bool) -> str:
    if coloured:
        return click.style(part.text, **_STYLES[part.tone])  # type: ignore[arg-type]
    opened, closed = _PLAIN.get(part.tone, ("", ""))
    return f"{opened}{part.text}{closed}"
