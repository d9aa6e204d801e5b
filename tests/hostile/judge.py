"""Lay hostile files into one folder, check it once, and say which were not dealt with rightly."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.errors import Problem, visible
from generator.store.check import check
from tests import small
from tests.hostile.case import Case


def lay(cases: Iterable[Case], folder: Path) -> Path:
    """Write the files of the cases into the small archive under `folder`; return its content."""
    content = small.content(folder)
    for case in cases:
        for path, data in case.files.items():
            place = content / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return content


def told(content: Path) -> dict[str, list[Problem]]:
    """Check the content once; return the errors by path under content/."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in check(content)[1]:
        if problem.level == "error":
            found[problem.path.removeprefix(f"{content.as_posix()}/")].append(problem)
    return found


def wrong(case: Case, errors: Mapping[str, Sequence[Problem]]) -> str | None:
    """Return what is wrong with how a case was dealt with, or None."""
    own = [problem for path in case.files for problem in errors.get(visible(path, 300), ())]
    if case.outcome == "refused":
        first = [problem for problem in own if problem.path.endswith(visible(case.first, 300))]
        if not first:
            return "it was taken"
        if not any(case.says in problem.message for problem in first):
            return f"said was only: {[problem.message for problem in first]}"
    elif own and case.outcome != "either":
        return f"it was refused: {[problem.message for problem in own]}"
    return next((_untold(problem) for problem in own if _untold(problem)), None)


def _untold(problem: Problem) -> str | None:
    """Return what is wrong with how a fault is told, or None."""
    if not problem.fix or problem.line < 1:
        return f"no line or remedy: {problem}"
    if len(str(problem).splitlines()) != 2 or not all(
        map(str.isprintable, str(problem).split("\n"))
    ):
        return f"a terminal could act on it: {problem!r}"
    if len(problem.message) > 600:
        return f"told at too great length: {len(problem.message)} characters"
    return None


def taken(cases: Iterable[Case], errors: Mapping[str, Sequence[Problem]]) -> list[Case]:
    """Return the cases of whose files nothing was told."""
    return [
        case for case in cases if not any(errors.get(visible(path, 300)) for path in case.files)
    ]


def lost(case: Case, site: Path) -> list[str]:
    """Return the texts of a case that do not stand on its page to the letter."""
    page = site / case.page
    text = reading(page) if page.is_file() else ""
    return [one for one in case.texts if one not in text]


def reading(page: Path) -> str:
    """Return what a reader sees of a page: its text without tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))
