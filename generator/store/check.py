"""All faults of a content folder, in one run: those met in reading, and those between records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.checks import findings
from generator.checks.subject import Finding, Subject
from generator.errors import Level, Problem
from generator.store.fileread import Reader, read_files
from generator.store.lines import Lines
from generator.store.load import load, rooted
from generator.store.loaded import Loaded

MOST = 100
"""Problems told of one file; a hostile one has tens of thousands."""


Judge = Callable[[Subject, Lines], Iterable[Problem]]
"""Finds what is wrong in sound records; paths are those under content/."""


def judged(subject: Subject, lines: Lines) -> Iterator[Problem]:
    """Yield all that the checks find, with its line."""
    return (placed(finding, lines) for finding in findings(subject))


def check(
    content: Path, reader: Reader = read_files, judge: Judge = judged
) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read a content folder and check all of it.

    Args:
        content: The folder; how it is written here is how problems name it.
        reader: Reads the files; it may know what some of them gave the last time.
        judge: Runs all checks; it may know what some of them found the last time.

    Returns:
        What was read, and every problem in the order of paths and lines.

    Raises:
        OSError: The folder itself cannot be listed.
    """
    loaded = load(content, reader=reader)
    found = (rooted(problem, content) for problem in judge(subject(loaded), Lines(content)))
    return loaded, tuple(_told_of_each(sorted({*loaded.problems, *found})))


def _told_of_each(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each file, and one that counts the others."""
    for path, group in groupby(problems, key=lambda problem: problem.path):
        own = list(group)
        yield from own[:MOST]
        if left := own[MOST:]:
            errors = [one for one in left if one.level == "error"]
            message = f"there are {len(left)} more faults in this file"
            fix = "mend those above, then run the check again"
            level: Level = "error" if errors else "warning"
            yield Problem(path, left[0].line, message, fix, level)


def subject(loaded: Loaded) -> Subject:
    """Return what the checks look at."""
    return Subject(
        archive=loaded.archive,
        sites=loaded.profiles.sites,
        agencies=loaded.profiles.agencies,
        profile_paths=loaded.profile_paths,
        unsound=loaded.unsound,
    )


def placed(finding: Finding, lines: Lines) -> Problem:
    """Return a finding as a problem, with its line; its path is that under content/."""
    line = lines.line(finding.path, finding.at)
    return Problem(finding.path, line, finding.message, finding.fix, finding.level)
