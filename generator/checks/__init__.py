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
from generator.model import Release

Check = Callable[[Subject], Iterator[Finding]]
OF_ONE: tuple[Check, ...] = (texts.unproven, spans.misplaced)
"""Checks that look at nothing but a capture, its text and the releases that name it."""
CHECKS: tuple[Check, ...] = (
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
"""All other checks, in the order in which they run; no check needs another."""


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield all that the checks find in an archive."""
    yield from between(subject)
    for check in OF_ONE:
        yield from check(subject)


def between(subject: Subject) -> Iterator[Finding]:
    """Yield what is found by looking at more than one capture with its releases."""
    for check in CHECKS:
        yield from check(subject)


def of_one(subject: Subject, capture: str, releases: Sequence[Release]) -> Iterator[Finding]:
    """Yield what is found in one capture, by its key, and in the releases that name it."""
    whole = subject.archive
    texts_held = {capture: whole.capture_texts[capture]} if capture in whole.capture_texts else {}
    archive = replace(
        whole,
        releases={one.id: one for one in releases},
        captures={capture: whole.captures[capture]},
        capture_texts=texts_held,
    )
    for check in OF_ONE:
        yield from check(replace(subject, archive=archive))
