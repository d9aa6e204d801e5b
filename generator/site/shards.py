"""How an archive is parted for the search: into shards of neighbouring days.

A shard is indexed alone, so that memory is bounded, and kept by the digest of its pages, so that
only a changed one is indexed again. Where one ends is said by the addresses of its pages: a release
that is added or taken away moves the borders next to it and no others.

Source: content-defined chunking, as in rsync's and LBFS' papers.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

LEAST, MOST = 600, 2000
"""How many pages a shard has: fewer only where no more are left."""
_ONE_IN = 600
"""How rare the addresses are that end a shard."""


class Addressed(Protocol):
    """Whatever has an address."""

    @property
    def address(self) -> str:
        """Return the address within the site."""


Page = TypeVar("Page", bound=Addressed)


def parted(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Yield the shards of `pages`, in their order."""
    shard: list[Page] = []
    for page in pages:
        shard.append(page)
        ends = zlib.crc32(page.address.encode()) % _ONE_IN == 0
        if len(shard) == MOST or (ends and len(shard) >= LEAST):
            yield shard
            shard = []
    if shard:
        yield shard
