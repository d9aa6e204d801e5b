"""`review`: what a branch changes for readers."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import Folders
from generator.errors import visible
from generator.store import git

if TYPE_CHECKING:
    from generator.review import Part
    from generator.review.compared import State

LONGEST = 2000
"""Characters of one line that are printed."""
MOST = 900_000
"""Characters of a review in Markdown: the summary of a workflow's job may have a megabyte."""


@click.command()
@click.argument("base")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="For a terminal, or for the summary of a workflow's job.",
)
@click.pass_obj
def review(folders: Folders, base: str, form: str) -> None:
    r"""Show what has changed for readers since the commit BASE: a branch, a tag or a commit's name.

    Texts word by word, metadata, links and relations, records, and pages that appear or vanish:
    [-what went-] and {+what came+}. Both states are read by the program as it is now, so a change
    of the program is not shown. Status 0, also if nothing changed; 2 if there is no such commit.

    \b
    Example:
        python -m generator review main
    """
    # Imported here: the pipeline brings every stage with it, and `--help` wants none.
    from generator.review import compared

    since = git.commit(folders.content, base) if folders.content.is_dir() else None
    if since is None:
        raise click.BadParameter(f"`{visible(base, 80)}` is no commit here", param_hint="BASE")
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder, "content")
        _write(since, then)
        parts = compared(_state(then), _state(folders.content))
    click.echo(_markdown(parts) if form == "markdown" else _text(parts), nl=False)


def _write(at: git.Commit, folder: Path) -> None:
    """Write the content of a commit; names that lead out of the folder are passed over."""
    folder.mkdir()
    for path, data in git.contents(at, git.listed(at)):
        target = folder / path
        if target.resolve().is_relative_to(folder.resolve()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _state(content: Path) -> State:
    from generator.errors import Refused
    from generator.pages.whole import page_tree
    from generator.relate import relations
    from generator.resolve import mentions
    from generator.review.compared import State
    from generator.store.load import load

    archive = load(content).archive
    named = mentions(archive)
    related = relations(archive, named)
    try:
        pages: frozenset[str] | None = frozenset(page_tree(archive, named, related))
    except Refused as refused:
        click.echo(str(refused), err=True)
        pages = None
    return State(archive, named, related, pages)


def _text(parts: Iterable[Part]) -> str:
    told = [
        f"{visible(part.heading, 200)}\n"
        + "".join(f"  {visible(line, LONGEST)}\n" for line in part.lines)
        for part in parts
    ]
    return "\n".join(told) or "nothing changes for readers\n"


def _markdown(parts: Iterable[Part]) -> str:
    """Return the review as Markdown in which nothing of what strangers wrote is markup."""
    told = ["## What changes for readers\n"]
    for part in parts:
        lines = "\n".join(visible(line, LONGEST) for line in part.lines)
        longest = max((len(run) for run in re.findall("`+", lines)), default=0)
        fence = "`" * max(3, longest + 1)
        heading = re.sub(r"[^\w /.-]", "?", part.heading)
        told.append(f"\n### {heading}\n\n{fence}text\n{lines}\n{fence}\n")
    if len(told) == 1:
        told.append("\nNothing.\n")
    whole = ""
    for one in told:
        if len(whole) + len(one) > MOST:
            return f"{whole}\nAnd more, which has no room here: run `make review`.\n"
        whole += one
    return whole
