"""Every word of the texts: what a query's words are held against when it was misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.lookup import key
from generator.model import Archive, ReleaseHead
from generator.rights import shown

# A word that hyphens join is looked for whole, in its parts, and without its hyphens.
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 40
_MANY = 500
"""In how many releases a reader may leave words to the search that nearly all of them have."""


def words(archive: Archive) -> dict[str, int]:
    """Return the keys of all words in titles, outlets' names, kinds and the texts as they are shown.

    Returns:
        Key → how many releases have it.
    """
    found: Counter[str] = Counter()
    for release in archive.releases.values():
        blocks = shown(release, archive.outlets).blocks
        told = "\n".join((*_told(archive, release.head), *(block.text for block in blocks)))
        found.update(_in_small_letters(told))
    keys: Counter[str] = Counter()
    for one, releases in found.items():
        if len(one) <= _LONGEST:
            for each in {key(part) for part in (one, *one.split("-"))} - {""}:
                keys[each] += releases
    return keys


def _in_small_letters(text: str) -> set[str]:
    """Return the words of a text in small letters.

    >>> sorted(_in_small_letters("Dr. K’s İzmir, the ΟΔΟΣ.Α")) == sorted({"dr", "k’s", "i\u0307zmir", "the", "οδος", "α"})
    True
    """
    # All at once, but for two letters: a small İ is two characters, and a small Σ depends on what follows.
    if "\u0130" in text or "\u03a3" in text:
        return {one.lower() for one in _WORD.findall(text)}
    return {*_WORD.findall(text.lower())}


def common(counts: Mapping[str, int], releases: int) -> list[str]:
    """Return the words that more than half of the releases have, if these are many.

    >>> common({"the": 900, "treaty": 12}, 1000), common({"the": 9}, 10)
    (['the'], [])
    """
    return sorted(one for one, held in counts.items() if releases >= _MANY and held > releases / 2)


def _told(archive: Archive, head: ReleaseHead) -> Iterator[str]:
    """Yield what the index keeps of a release besides its text."""
    outlet, kind = archive.outlets.get(head.outlet), archive.kinds.get(head.kind)
    yield outlet.name if outlet else head.outlet
    yield kind.label if kind else head.kind
    yield head.title.value if head.title else ""
