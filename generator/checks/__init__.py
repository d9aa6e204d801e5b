"""Checks of what sound records say of each other: pure, every finding in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.checks import (
    addresses,
    blocks,
    changed,
    cycles,
    dates,
    denied,
    examples,
    handwritten,
    languages,
    names,
    references,
    spans,
    texts,
    twice,
    versions,
    wording,
)
from generator.checks.subject import Finding, Subject

Check = Callable[[Subject], Iterator[Finding]]
OF_ONE: tuple[Check, ...] = (
    blocks.misplaced,
    texts.unproven,
    versions.unproven,
    spans.misplaced,
    twice.unreviewed,
    changed.contradictory,
)
"""Checks that look at nothing but a capture, its text and the releases that belong to it."""
OF_PROFILES: tuple[Check, ...] = (examples.unproven,)
"""Checks that look at nothing but profiles, outlets and the vocabulary."""
CHECKS: tuple[Check, ...] = (
    references.unknown,
    blocks.unsourced,
    dates.contradictory,
    cycles.rings,
    names.doubtful,
    addresses.unfit,
    languages.unknown,
    twice.same_bytes,
    twice.ruled_twice,
    changed.reused,
    changed.withdrawn,
    handwritten.faulty,
    wording.unsound,
)
"""All other checks, in the order in which they run; no check needs another."""

ONLY_WARN: tuple[Check, ...] = (denied.idle,)
"""Checks that find no errors and take long: a build, which heeds nothing else, leaves them out."""


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield all that the checks find in an archive."""
    for check in (*CHECKS, *OF_PROFILES, *OF_ONE, *ONLY_WARN):
        yield from check(subject)


def between(subject: Subject) -> Iterator[Finding]:
    """Yield what is found by looking at more than one capture with its releases."""
    for check in CHECKS:
        yield from check(subject)


def of_profiles(subject: Subject) -> Iterator[Finding]:
    """Yield what is found in the cleaning profiles alone."""
    for check in OF_PROFILES:
        yield from check(subject)


def of_one(subject: Subject, captures: Sequence[str], releases: Sequence[str]) -> Iterator[Finding]:
    """Yield what is found in a capture, by its key, and in the releases that belong to it.

    Args:
        subject: The whole archive.
        captures: One key; none for a release whose capture is not there.
        releases: The ids of all releases that name the capture, or that it names.
    """
    whole = subject.archive
    archive = replace(
        whole,
        releases={key: whole.releases[key] for key in releases},
        captures={key: whole.captures[key] for key in captures},
        capture_texts={
            key: whole.capture_texts[key] for key in captures if key in whole.capture_texts
        },
    )
    one = replace(subject, archive=archive)
    for check in OF_ONE:
        yield from check(one)
