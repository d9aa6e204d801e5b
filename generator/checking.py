"""The errors in sound records; those that concern one capture with its releases are kept.

They are kept with their lines: the files in which they stand are what they are kept for. Warnings,
of which an archive may have one for each release, stop no build, and their lines are not sought.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.checks import between, of_one, of_profiles
from generator.checks.subject import Finding, Subject
from generator.content import Content
from generator.errors import Problem
from generator.keeping import Keeper, Names, Stage
from generator.model import Archive
from generator.store.check import placed
from generator.store.lines import Lines

_CLEANING = ("outlets/", "profiles/", "vocabulary/")


def judge(subject: Subject, lines: Lines, content: Content, keeper: Keeper) -> Iterator[Problem]:
    """Yield the errors.

    Args:
        subject: The sound records.
        lines: Finds the lines.
        content: Whose files they are; only what still is as its digest says is kept.
        keeper: Who keeps it.
    """
    yield from _placed(between(subject), lines)
    yield from _of_profiles(subject, lines, content, keeper)
    yield from _of_each(subject, content, keeper)


def _of_profiles(
    subject: Subject, lines: Lines, content: Content, keeper: Keeper
) -> tuple[Problem, ...]:
    def found() -> tuple[Problem, ...]:
        return _placed(of_profiles(subject), lines)

    return keeper.one("profiles", content.name(_CLEANING), found)


Unit = tuple[tuple[str, ...], tuple[str, ...]]
"""A capture, if there is one, and the releases that belong to it."""


def _units(archive: Archive) -> dict[str, Unit]:
    """Return what is checked together, by the key of the capture, or of a release without one."""
    found: dict[str, list[str]] = {key: [] for key in archive.captures}
    alone = {}
    for release in archive.releases.values():
        if release.head.capture in found:
            found[release.head.capture].append(release.id)
        else:
            alone[release.id] = ((), (release.id,))
    for key, releases in found.items():
        # Of a further version: the release that it is a version of.
        named = archive.captures[key].release
        if named not in releases and named in archive.releases:
            releases.append(named)
    return {**{key: ((key,), tuple(releases)) for key, releases in found.items()}, **alone}


def _of_each(subject: Subject, content: Content, keeper: Keeper) -> Iterator[Problem]:
    """Yield what is wrong in each capture with its releases, where it lies in those alone."""
    paths = subject.archive.paths
    units = _units(subject.archive)
    files = {name: [paths[key] for part in unit for key in part] for name, unit in units.items()}

    def lasts(name: str, _: object) -> bool:
        return all(content.stands(one) for path in files[name] for one in content.of(path))

    keys = {name: " ".join(f"{path} {content.key(path)}" for path in files[name]) for name in units}
    whole = subject, units, content.folder
    found = keeper.here().each(Stage("checks", _checked, lasts), keys, whole)
    return (problem for each in found.values() for problem in each)


def _checked(
    whole: tuple[Subject, Mapping[str, Unit], Path], names: Names
) -> dict[str, tuple[Problem, ...]]:
    subject, units, folder = whole
    lines = Lines(folder)
    return {name: _placed(of_one(subject, *units[name]), lines) for name in names}


def _placed(findings: Iterable[Finding], lines: Lines) -> tuple[Problem, ...]:
    return tuple(placed(one, lines) for one in findings if one.level == "error")
