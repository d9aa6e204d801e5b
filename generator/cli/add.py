"""`add`: a file that somebody saved becomes a capture, its sidecar and a release to review."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.cli import Folders, _addreport, _workers
from generator.crew import Crew
from generator.errors import Problem, Refused, visible
from generator.store.intake import Added
from generator.store.manifest import FIELDS, date_fault, read_manifest
from generator.store.many import Outcome, add_all
from generator.store.together import alone, sweep
from generator.store.wish import Wish

ENDINGS = (".txt", ".html", ".htm")
ONE = ("url", "accession", "id", "title", "published")
"""Options that are true of one capture only."""


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    if value is not None and (why := date_fault(value)):
        raise click.BadParameter(why)
    return value


@click.command()
@click.argument("captures", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--url", help="The page's address.")
@click.option("--captured", metavar="DATE", callback=_date, help="The day it was saved.")
@click.option("--outlet", help="Id or name of the outlet whose text it is.")
@click.option("--accession", help="The capture's own id; by default from its SHA-256.")
@click.option("--id", "id_", help="The release's id; by default date, outlet and title.")
@click.option("--title", help="The title, if the page does not show it. Supplied: in brackets.")
@click.option("--published", metavar="DATE", callback=_date, help="The day it was published.")
@click.option("--author", help="Who is named as its author.")
@click.option("--kind", help="Its kind, as in content/vocabulary/kinds.yml.")
@click.option("--language", help="Its language, as `en`.")
@click.option("--encoding", help="The encoding, if it cannot be told, as `cp949`.")
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list of captures: a JSON object a line.",
)
@click.option("--again", is_flag=True, help="Clean anew a capture that nobody has reviewed yet.")
@click.option("--as-one", is_flag=True, help="Take it as one release though it looks like several.")
@_workers.jobs
@_workers.cluster
@click.pass_obj
def add(folders: Folders, /, captures: tuple[Path, ...], **options: Any) -> None:
    r"""Add saved pages to the archive, each as a release for you to review.

    CAPTURES are text or HTML files, or folders of them. Each is kept byte for byte, with a sidecar
    that says how it came and what was cut by which rule, and a release file marked
    `review: pending`. Read that file, correct it, and delete the mark.

    Nothing that has been reviewed is ever written again. The same bytes twice are told and left;
    other bytes from the same address become another version of the capture. What is no release
    (an index page, two articles, no text) is refused with the reason.

    \b
    Examples:
        python -m generator add page.txt --url https://example.org/talks --captured 2024-11-03
        python -m generator add saved/ --outlet the-gazette
        python -m generator add --manifest list.jsonl

    A line of a manifest: {"file": "saved/1.txt", "url": "…", "published": "2024-11-02"}
    """
    manifest: Path | None = options.pop("manifest")
    jobs, cluster = options.pop("jobs"), options.pop("cluster")
    common = _common(options)
    wishes = [*_wishes(captures, common), *(read_manifest(manifest, common) if manifest else ())]
    if not wishes:
        raise click.UsageError("name a capture, a folder of captures, or a --manifest")
    if len(wishes) > 1 and (one := next((name for name in ONE if _given(common, name)), None)):
        raise click.UsageError(f"--{one} is true of one capture, and there are {len(wishes)}")
    _sweep(folders.content)
    if not _tell(wishes, folders.content, _workers.workers(jobs, cluster)):
        click.get_current_context().exit(1)


def _common(options: dict[str, Any]) -> Wish:
    given = {name: value for name in FIELDS if (value := options.pop(name))}
    return Wish(Path(), id=options.pop("id_"), given=given, **options)


def _given(wish: Wish, name: str) -> object:
    return wish.given.get(name) or getattr(wish, name, None)


def _wishes(captures: tuple[Path, ...], common: Wish) -> Iterator[Wish | Refused]:
    for path in captures:
        if not path.is_dir():
            yield replace(common, path=path)
            continue
        found = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS)
        if not found:
            name = visible(path.as_posix(), 300)
            fix = "name a folder that holds .txt or .html files"
            yield Refused(Problem(name, 1, "no capture is in this folder", fix))
        yield from (replace(common, path=one) for one in found)


def _sweep(content: Path) -> None:
    with alone(content):
        gone = sweep([content / "captures", content / "releases"])
    for path in gone:
        click.echo(f"removed {path.as_posix()}, which a stopped `add` had left", err=True)


def _tell(wishes: list[Wish | Refused], content: Path, crew: Crew) -> bool:
    """Add all of them and say what became of each; return whether all went well."""
    real = [wish for wish in wishes if isinstance(wish, Wish)]
    refused = [wish for wish in wishes if isinstance(wish, Refused)]
    for one in refused:
        click.echo(str(one), err=True)
    counts: Counter[str] = Counter({"refused": len(refused)})
    with closing(add_all(real, content, workers=crew)) as outcomes, _bar(len(real)) as step:
        for outcome in outcomes:
            counts[outcome.outcome if isinstance(outcome, Added) else "refused"] += 1
            step()
            _say(outcome, content, one=len(real) == 1)
    if len(wishes) > 1:
        told = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()) if number)
        click.echo(f"of {len(wishes)} captures: {told}", err=True)
    return not counts["refused"]


@contextmanager
def _bar(length: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal; elsewhere the lines that are printed tell enough."""
    if length < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="adding", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _say(outcome: Outcome, content: Path, *, one: bool) -> None:
    if isinstance(outcome, Refused):
        click.echo(f"\r{outcome}" if not one and sys.stderr.isatty() else str(outcome), err=True)
    elif one:
        click.echo("\n".join(_addreport.full(outcome, content)))
    elif not (sys.stderr.isatty() and sys.stdout.isatty()):
        click.echo(_addreport.brief(outcome, content))
