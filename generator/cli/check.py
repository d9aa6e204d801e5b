"""`check`: every fault of what people wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli import Folders
from generator.errors import Problem, visible
from generator.store import git


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Two lines a fault, a JSON list, or annotations of a pull request.",
)
@click.option(
    "--base",
    help="The commit that readers know, or `none`; by default where this branch left the main one.",
)
@click.pass_obj
def check(folders: Folders, paths: tuple[Path, ...], form: str, base: str | None) -> None:
    r"""Report every fault in PATHS, or in all of the content folder.

    All of the content is read in any case: a file's faults are often about another. Where there is
    Git, a change of what was published must be told by its record. Status 0 if there was no error
    (warnings do not count), 1 if there was one, 2 for a path that is not there.

    \b
    Example:
        python -m generator check content/outlets
    """
    # Imported here: reading brings every record's class with it, and `--help` wants none.
    from generator.store.check import check as check_content
    from generator.store.history import silent_changes

    if not folders.content.is_dir():
        raise click.BadParameter(
            f"`{folders.content.as_posix()}` is no folder", param_hint="--content"
        )
    _refuse_unknown(paths)
    loaded, found = check_content(folders.content)
    if since := _since(folders.content, base):
        found = tuple(sorted({*found, *silent_changes(folders.content, loaded, since)}))
    problems = [problem for problem in found if not paths or _is_within(problem, paths)]
    click.echo(_FORMS[form](problems), nl=False)
    errors = sum(problem.level == "error" for problem in problems)
    click.echo(_summary(errors, len(problems) - errors, len(loaded.archive.releases)), err=True)
    click.get_current_context().exit(1 if errors else 0)


def _since(content: Path, base: str | None) -> git.Commit | None:
    if base == "none":
        return None
    if base is None:
        return git.published(content)
    if found := git.commit(content, base):
        return found
    raise click.BadParameter(f"`{visible(base, 80)}` is no commit here", param_hint="--base")


def _refuse_unknown(paths: Iterable[Path]) -> None:
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise click.BadParameter(
                f"`{visible(path.as_posix())}` is not there", param_hint="PATHS"
            )


def _is_within(problem: Problem, paths: Iterable[Path]) -> bool:
    here = Path(problem.path).absolute()
    return any(here.is_relative_to(path.absolute()) for path in paths)


def _text(problems: Iterable[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _json(problems: Iterable[Problem]) -> str:
    listed = [
        {
            "path": problem.path,
            "line": problem.line,
            "level": problem.level,
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _github(problems: Iterable[Problem]) -> str:
    return "".join(
        f"::{problem.level} file={_property(problem.path)},line={problem.line}"
        f"::{_data(problem.message)}; {_data(problem.fix)}\n"
        for problem in problems
    )


def _data(text: str) -> str:
    """Escape what a workflow command ends its message at.

    Source: GitHub Docs, "Workflow commands"; actions/toolkit, command.ts.
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_FORMS = {"text": _text, "json": _json, "github": _github}


def _summary(errors: int, warnings: int, releases: int) -> str:
    counted = f"{_many(errors, 'error')}, {_many(warnings, 'warning')}"
    return f"{counted} in {_many(releases, 'release')}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
