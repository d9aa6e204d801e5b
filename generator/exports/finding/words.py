"""Every word of the texts: what a query's words are held against when it was misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lookup import key
from generator.model import Archive, ReleaseHead
from generator.rights import shown

# A word that hyphens join is looked for whole, in its parts, and without its hyphens.
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 40


def words(archive: Archive) -> set[str]:
    """Return the keys of all words in titles, outlets' names, kinds and the texts as they are shown."""
    found: set[str] = set()
    for release in archive.releases.values():
        found.update(_WORD.findall(" ".join(_told(archive, release.head))))
        for block in shown(release, archive.outlets).blocks:
            found.update(_WORD.findall(block.text))
    parts = {part for one in found for part in (one, *one.split("-"))}
    keys = (key(one) for one in parts if len(one) <= _LONGEST)
    return {one for one in keys if one}


def _told(archive: Archive, head: ReleaseHead) -> Iterator[str]:
    """Yield what the index keeps of a release besides its text."""
    outlet, kind = archive.outlets.get(head.outlet), archive.kinds.get(head.kind)
    yield outlet.name if outlet else head.outlet
    yield kind.label if kind else head.kind
    yield head.title.value if head.title else ""
