"""Relations that a person denied and that no rule finds any more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Finding, Subject
from generator.relate import found, idle_denials
from generator.resolve import mentions


def idle(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each denial that denies nothing.

    Relations are found only if somebody denied one: most archives never pay for it.
    """
    archive = subject.archive
    if not any(one.deny for release in archive.releases.values() for one in release.head.relations):
        return
    for id_, place in idle_denials(found(archive, mentions(archive)), archive.releases):
        ruling = archive.releases[id_].head.relations[place]
        message = f"no rule finds the denied `{ruling.type}` with `{ruling.target}`"
        at = ("relations", place, "deny")
        yield Finding(archive.paths[id_], at, message, "delete the ruling", "warning")
