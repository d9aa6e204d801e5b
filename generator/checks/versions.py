"""Further versions of a capture: each is proven by itself, since no release has its text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.subject import Finding, Subject
from generator.clean.undo import Unlike, given

_FIX = "take the sidecar back from Git, or delete both files and `add` the capture again"


def unproven(subject: Subject) -> Iterator[Finding]:
    """Yield each further version whose sidecar does not account for every letter of its text.

    Its edits are done again, and then undone with its cuts: what comes out must be the capture's
    text. That its blocks are those that somebody read cannot be proven: only a release says that,
    and a release has one capture.
    """
    archive = subject.archive
    for key, text in archive.capture_texts.items():
        capture = archive.captures[key]
        release = archive.releases.get(capture.release)
        if release is None or release.head.capture == key:
            continue
        try:
            given(capture, text)
        except Unlike as unlike:
            told = unlike.difference
            where = f"{told.block}: " if told.block else f"line {told.line} of its text: "
            yield Finding(archive.paths[key], (), f"{where}{told.why}", _FIX)
