"""Topic: from captures to releases, measured on every corpus of real captures."""

from __future__ import annotations

from collections.abc import Iterator

from tests.quality import kcna, kremlin, pages, seeds, unseen
from tests.quality.measure import Measure


def measures() -> Iterator[Measure]:
    """Yield the figures of cleaning."""
    for corpus in (seeds, kremlin, pages, kcna, unseen):
        yield from corpus.measures()
