"""Checks of what sound records say of each other: pure, every finding in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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

CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    references.unknown,
    blocks.misplaced,
    texts.unproven,
    versions.unproven,
    spans.misplaced,
    dates.contradictory,
    cycles.rings,
    names.doubtful,
    addresses.unfit,
    languages.unknown,
    twice.same_bytes,
    twice.ruled_twice,
    twice.unreviewed,
    denied.idle,
    changed.contradictory,
    changed.reused,
    changed.withdrawn,
    examples.unproven,
    handwritten.faulty,
    wording.unsound,
)
"""Every check, in the order in which they run; no check needs another."""


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield all that the checks find in an archive."""
    for check in CHECKS:
        yield from check(subject)
