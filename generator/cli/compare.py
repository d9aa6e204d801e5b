"""`compare`: two releases, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from generator.cli import Folders
from generator.errors import Problem, Refused, visible

if TYPE_CHECKING:
    from generator.wording.compare import Compared, Comparison
    from generator.wording.reading import Reading

_MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_LINE = 2000


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--rulings", is_flag=True, help="Print each alignment as YAML, to confirm or deny.")
@click.pass_obj
def compare(folders: Folders, one: str, other: str, rulings: bool) -> None:
    r"""Compare the wording of two releases, the earlier first.

    Paragraphs that answer each other are shown with what was [-removed-] and {+added+}, or one
    under the other where they are too different; then who is named in only one. The site shows the
    same for releases that follow each other in a series or report one event.

    \b
    Example:
        python -m generator compare 2024-11-02-a-dialogue 2025-07-13-b-dialogue
    """
    from generator.resolve import mentions
    from generator.store.load import load
    from generator.wording import Wording

    archive = load(folders.content).archive
    _refuse_unknown((one, other), tuple(archive.releases))
    made = Wording(archive, mentions(archive), ()).compare(one, other)
    for text in _rulings(made) if rulings else _told(made):
        click.echo(text)


def _refuse_unknown(wanted: tuple[str, ...], known: tuple[str, ...]) -> None:
    from generator.nearest import nearest

    problems = []
    for name in wanted:
        if name not in known:
            like = nearest(name, known)
            fix = f"write `{like}`" if like else "write the id of a release of this archive"
            problems.append(Problem("compare", 1, f"there is no release `{visible(name)}`", fix))
    if problems:
        raise Refused(*problems)


def _told(made: Comparison) -> Iterator[str]:
    for reading in (made.one, made.other):
        if not reading.whole:
            yield f"{reading.id} is not whole here: {visible(reading.why_not)}"
    for row in made.rows:
        yield f"\n{row.pair.one or '–'} {_KINDS[row.pair.kind]} {row.pair.other or '–'}{_score(row)}"
        if row.collation and row.collation.near:
            runs = (_MARKS[run.kind].format(run.text) for run in row.collation.runs)
            yield visible("".join(runs), _LINE)
        else:
            yield from (visible(text, _LINE) for text in (row.one, row.other) if text)
    yield ""
    yield f"named only in A: {', '.join(made.only_one) or 'nobody'}"
    yield f"named only in B: {', '.join(made.only_other) or 'nobody'}"


_KINDS = {"variant": "~", "mirror": "mirror of", "unaligned": "|"}


def _score(row: Compared) -> str:
    if row.pair.kind == "unaligned":
        return ""
    return f" (likeness {row.pair.score:.2f}, {row.status})"


def _rulings(made: Comparison) -> Iterator[str]:
    """Yield the alignments as a series' record would have them."""
    from generator.changes import short_hash

    yield "# content/authorities/series/<id>.yml: under `alignments`, to confirm; with `kind: none`, to deny"
    yield "alignments:"
    for row in made.rows:
        if row.pair.one and row.pair.other:
            places = f"one: {_place(made.one, row.pair.one)}, other: {_place(made.other, row.pair.other)}"
            texts = f'texts: ["{short_hash(row.one)}", "{short_hash(row.other)}"]'
            yield f"  - {{{places}, kind: {row.pair.kind}, {texts}}}"


def _place(reading: Reading, block: str) -> str:
    return f'"{reading.id}#{block}"'
