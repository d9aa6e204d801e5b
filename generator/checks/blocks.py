"""What records say of blocks and lines holds: the block is there, and the words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.sources import sources
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible
from generator.model import Claim, MentionRuling, Release

_BLOCK = re.compile(r"[ph][1-9][0-9]*")
_LINE = re.compile(r"l([1-9][0-9]*)")


def misplaced(subject: Subject) -> Iterator[Finding]:
    """Yield each block, line or passage that a release names and that is not there."""
    lines = {key: text.count("\n") + 1 for key, text in subject.archive.capture_texts.items()}
    for release in subject.archive.releases.values():
        path = subject.archive.paths[release.id]
        yield from _evidence(path, release, lines.get(release.head.capture))
        texts = _texts(release)
        for index, emendation in enumerate(release.head.emendations):
            at: Loc = ("emendations", index)
            if emendation.block not in texts:
                yield _no_block(path, (*at, "block"), emendation.block, release.id)
        for index, ruling in enumerate(release.head.rulings):
            if ruling.block in texts:
                yield from _ruling(path, ("rulings", index), ruling, texts[ruling.block])
            else:
                yield _no_block(path, ("rulings", index, "block"), ruling.block, release.id)


def _texts(release: Release) -> dict[str, str]:
    texts = {block.id: block.text for block in release.blocks}
    if release.head.title:
        texts["title"] = release.head.title.value
    return texts


def _evidence(path: str, release: Release, lines: int | None) -> Iterator[Finding]:
    known = {block.id for block in release.blocks}
    claims: Mapping[str, Claim | None] = {
        name: getattr(release.head, name) for name in ("title", "published", "author", "section")
    }
    for name, claim in claims.items():
        for index, ground in enumerate(claim.evidence if claim else ()):
            at: Loc = (name, "evidence", index)
            line = _LINE.fullmatch(ground)
            if _BLOCK.fullmatch(ground) and ground not in known:
                yield _no_block(path, at, ground, release.id)
            # Compared by length first: int() refuses thousands of figures.
            elif line and lines is not None and (len(line[1]) > 9 or int(line[1]) > lines):
                message = f"`{visible(ground, 20)}` is no line of the capture, which has {lines}"
                yield Finding(path, at, message, f"write a line from l1 to l{lines}")


def _ruling(path: str, at: Loc, ruling: MentionRuling, text: str) -> Iterator[Finding]:
    shown = visible(ruling.text, 60)
    if ruling.at and text[slice(*ruling.at)] != ruling.text:
        stands = visible(text[slice(*ruling.at)], 60)
        message = f"at {ruling.at[0]}-{ruling.at[1]} of {ruling.block} stands `{stands}`"
        yield Finding(path, (*at, "at"), message, f"write the offsets of `{shown}`")
    elif ruling.text not in text:
        message = f"`{shown}` does not stand in {ruling.block}"
        yield Finding(path, (*at, "text"), message, "write the words as they are printed there")
    elif not ruling.at and text.count(ruling.text) > 1:
        message = f"`{shown}` stands {text.count(ruling.text)} times in {ruling.block}"
        first = text.index(ruling.text)
        fix = f"say which with `at: {first}-{first + len(ruling.text)}`"
        yield Finding(path, (*at, "text"), message, fix)


def unsourced(subject: Subject) -> Iterator[Finding]:
    """Yield each block that an authority record names as its source and that is not there."""
    releases = subject.archive.releases
    for entity in subject.archive.entities.values():
        path = subject.archive.paths[entity.id]
        for at, source in sources(entity):
            release = releases.get(source.release) if source.release else None
            if source.block and release and source.block not in _texts(release):
                yield _no_block(path, (*at, "block"), source.block, release.id)


def _no_block(path: str, at: Loc, block: str, release: str) -> Finding:
    message = f"`{visible(block, 20)}` is no block of `{visible(release)}`"
    return Finding(path, at, message, "write a paragraph as p7 or a heading as h2 that is there")
