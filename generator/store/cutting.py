"""Blocks that a person takes out of a release that nobody has published: each becomes a cut."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.clean.undo import Unlike, restore
from generator.errors import Problem, Refused, visible
from generator.model import Block, Capture, Cut, Kept, Release
from generator.store import releasefile, yamltext
from generator.store.one import One
from generator.store.together import File

RULE = "person.cut"
"""The rule of a cut that a person made."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """A release and its sidecar without some blocks."""

    release: Release
    capture: Capture

    def files(self, content: Path, paths: Mapping[str, str]) -> tuple[File, File]:
        """Return both files: path and bytes."""
        sidecar = content / paths[self.release.head.capture]
        release = content / paths[self.release.id]
        return (
            (sidecar, yamltext.record(self.capture).encode()),
            (release, releasefile.to_text(self.release).encode()),
        )


def without(one: One, blocks: Collection[str], why: str, path: str) -> Shorter:
    """Return a release without some of its blocks, the rest numbered anew.

    Args:
        one: The release and its capture.
        blocks: Ids of the blocks that do not belong to the text.
        why: The reason, which the page's apparatus shows.
        path: Of the release's file, for what is refused.

    Raises:
        Refused: The release was reviewed, a block is not there, nothing would be left, or the head
            speaks of a block.
    """
    release = one.release
    if release is None:
        raise Refused(Problem(path, 1, "it has faults of its own", "run `check` and mend them"))
    _refuse(release, blocks, path)
    new = _numbers(release.blocks, blocks)
    kept = tuple(Block(new[block.id], block.text) for block in release.blocks if block.id in new)
    cuts = [
        Cut(
            at=block.at,
            lines=(block.line, block.line + _ends(one.text, block)),
            rule=RULE,
            reason=why,
        )
        for block in one.capture.blocks
        if block.id in blocks
    ]
    capture = replace(
        one.capture,
        blocks=tuple(
            replace(block, id=new[block.id]) for block in one.capture.blocks if block.id in new
        ),
        cuts=tuple(sorted((*one.capture.cuts, *cuts), key=lambda cut: cut.at)),
        edits=tuple(
            replace(edit, block=new[edit.block]) for edit in one.capture.edits if edit.block in new
        ),
    )
    try:
        restore(kept, capture, one.text)
    except Unlike as unlike:
        message = f"the capture could not be put together again: {unlike.difference.why}"
        raise Refused(Problem(path, 1, message, "run `check` and mend what it tells")) from None
    return Shorter(Release(release.head, kept), capture)


def _ends(text: str, block: Kept) -> int:
    """Return how many lines further a block ends."""
    return text[slice(*block.at)].rstrip("\n").count("\n")


def _refuse(release: Release, blocks: Collection[str], path: str) -> None:
    known = {block.id for block in release.blocks}
    head = release.head
    claims = (head.title, head.published, head.author, head.section)
    grounds = {ground for claim in claims if claim for ground in claim.evidence}
    if not head.review:
        message = "it has been published: nothing is cut any more"
        fix = "change the text by hand, and tell it in `changes`"
    elif unknown := sorted(set(blocks) - known):
        message = f"`{visible(unknown[0])}` is no block of `{release.id}`"
        fix = "write blocks as p2 or h1, as `explain` shows them"
    elif not any(block[0] == "p" for block in known - set(blocks)):
        message, fix = "no paragraph would be left", "delete the release's files instead"
    elif head.rulings or head.emendations or grounds & known:
        message = "its head speaks of blocks, which would get other numbers"
        fix = "cut first, then write rulings, emendations and evidence"
    else:
        return
    raise Refused(Problem(path, 1, message, fix))


def _numbers(blocks: tuple[Block, ...], gone: Collection[str]) -> dict[str, str]:
    """Return the new id of each block that stays."""
    counts = {"p": 0, "h": 0}
    new = {}
    for block in blocks:
        if block.id not in gone:
            counts[block.id[0]] += 1
            new[block.id] = f"{block.id[0]}{counts[block.id[0]]}"
    return new
