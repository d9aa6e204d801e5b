"""What stands in the archive twice, and what still waits for a person."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Finding, Subject


def same_bytes(subject: Subject) -> Iterator[Finding]:
    """Yield each capture that holds the same bytes as another."""
    first: dict[str, str] = {}
    for key, capture in subject.archive.captures.items():
        other = first.setdefault(capture.sha256, key)
        if other != key:
            message = f"the same bytes as the capture `{other}`"
            path = subject.archive.paths[key]
            yield Finding(path, ("sha256",), message, "delete this capture and its release")


def ruled_twice(subject: Subject) -> Iterator[Finding]:
    """Yield each relation that a person ruled on twice, or from a release to itself."""
    ruled: dict[tuple[str, frozenset[str]], str] = {}
    for release in subject.archive.releases.values():
        for index, ruling in enumerate(release.head.relations):
            at = ("relations", index, "target")
            path = subject.archive.paths[release.id]
            pair = (ruling.type, frozenset((release.id, ruling.target)))
            if ruling.target == release.id:
                message = "a relation of the release to itself"
                yield Finding(path, at, message, "write the id of the other release")
            elif pair in ruled:
                message = f"`{ruling.type}` with `{ruling.target}` is ruled on already"
                yield Finding(path, at, message, f"delete it here, or in `{ruled[pair]}`")
            ruled.setdefault(pair, path)


def unreviewed(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each release whose text nobody has read since `add` wrote it."""
    for release in subject.archive.releases.values():
        if release.head.review:
            message = "the text that `add` wrote has not been reviewed"
            fix = "read it against its capture, then delete the line `review: pending`"
            yield Finding(subject.archive.paths[release.id], ("review",), message, fix, "warning")
