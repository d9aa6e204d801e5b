"""How large a file under content/ may be: told before anything is parsed."""

from __future__ import annotations

from dataclasses import dataclass

DEPTH = 6
"""How deep lists and mappings may stand in each other in a record."""

UNCLOSED = 50
"""Brackets open at once before the parser sees the text, quoted ones counted too.

Far above `DEPTH`, so that a quoted text with stray brackets passes; far below the 20,000 at which
the YAML library's stack ends.
"""

SHOWN = 20
"""Faults of one sort told for one file; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest size of a file and of a line in it."""

    size: int
    """In bytes."""
    line: int
    """In characters."""


RECORD = Limits(size=64_000, line=8_000)
"""An outlet, an authority record, a profile, a vocabulary, a front matter."""

SIDECAR = Limits(size=4_000_000, line=100_000)
"""A capture's sidecar has an entry for each block and cut, and captions in full."""

RELEASE = Limits(size=4_000_000, line=1_000_000)
"""A release: its front matter is held to `RECORD` besides."""

PAGE = Limits(size=100_000, line=4_000)
"""A hand-written page (its passages are bounded by `generator.checks.bounded`)."""

CAPTURE = Limits(size=20_000_000, line=20_000_000)
"""A capture, as received."""
