"""Mentions that a person settled: they go before all rules.

That a ruling's words are where it says is checked with the records (`generator.checks.blocks`).
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Mention, MentionRuling, Release
from generator.resolve.reading import TITLE


def apply(release: Release, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with the release's rulings in the place of what they overrule.

    A ruling takes away every mention that overlaps its words, except longer descriptions around
    them and mentions inside; then it puts its own there. One that does not apply changes nothing.
    """
    kept = list(mentions)
    for ruling in release.head.rulings:
        for start, end in _places(release, ruling):
            kept = [one for one in kept if not _overruled(one, ruling.block, start, end)]
            if ruling.entity is not None:
                words = (ruling.block, start, end, ruling.text)
                kept.append(Mention(release.id, *words, (ruling.entity,), "named", "ruling"))
    if not release.head.rulings:
        return tuple(kept)
    order = {name: at for at, name in enumerate(_texts(release))}
    return tuple(sorted(kept, key=lambda one: (order[one.block], one.start, -one.end, one.layer)))


def _places(release: Release, ruling: MentionRuling) -> list[tuple[int, int]]:
    """Return where a ruling's words stand: one place, or none if it is not clear which."""
    text = _texts(release).get(ruling.block, "")
    start = ruling.at[0] if ruling.at else text.find(ruling.text)
    end = start + len(ruling.text)
    clear = ruling.at is not None or text.count(ruling.text) == 1
    return [(start, end)] if clear and text[start:end] == ruling.text else []


def _overruled(one: Mention, block: str, start: int, end: int) -> bool:
    if one.block != block or one.end <= start or end <= one.start:
        return False
    around = one.layer == "nominal" and one.start <= start and end <= one.end
    inside = one.layer == "inner" and start <= one.start and one.end <= end
    return not (inside or (around and (one.start, one.end) != (start, end)))


def _texts(release: Release) -> dict[str, str]:
    title = release.head.title
    texts = {TITLE: title.value} if title is not None else {}
    return texts | {block.id: block.text for block in release.blocks}
