"""Each release's text is what its capture and its apparatus give: proven, block by block."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.checks.subject import Finding, Loc, Subject
from generator.clean.undo import Difference, Unlike, restore, undone
from generator.errors import visible
from generator.model import Block, Capture, Edit, Emendation, Release

_FIX_BLOCK = "restore the words of the capture, or say the change in `emendations` with its reason"
LONGEST_ENTRY = 120
"""Characters of words that a remedy spells out."""
_FIX_REST = "keep it as a block of the release, or add the cut that explains it to the sidecar"


def unproven(subject: Subject) -> Iterator[Finding]:
    """Yield where a release and its capture do not fit together."""
    archive = subject.archive
    for release in archive.releases.values():
        path = archive.paths[release.id]
        key = release.head.capture
        capture = archive.captures.get(key)
        if capture and capture.release != release.id:
            message = f"the capture `{key}` belongs to `{capture.release}`"
            yield Finding(path, ("capture",), message, "write the key of this release's capture")
        elif capture and (text := archive.capture_texts.get(key)) is not None:
            yield from _of_release(subject, release, capture, text)


def _of_release(
    subject: Subject, release: Release, capture: Capture, text: str
) -> Iterator[Finding]:
    path = subject.archive.paths[release.id]
    emended = list(_unemended(path, release))
    findings = [one for one in emended if isinstance(one, Finding)]
    blocks = [one for one in emended if isinstance(one, Block)]
    if not findings:
        ids = {one.block for one in release.head.emendations}
        findings = list(_compared(path, blocks, capture, text, ids))
    if not findings:
        try:
            restore(blocks, capture, text)
        except Unlike as unlike:
            findings.append(_of_rest(subject, release, capture, unlike.difference))
    yield from findings


def _unemended(path: str, release: Release) -> Iterator[Block | Finding]:
    """Yield each block with its emendations undone, and each emendation that is not there."""
    given: dict[str, list[tuple[int, Emendation]]] = {}
    for index, emendation in enumerate(release.head.emendations):
        given.setdefault(emendation.block, []).append((index, emendation))
    for block in release.blocks:
        text = block.text
        for index, one in sorted(given.get(block.id, ()), key=lambda pair: -pair[1].at):
            end = one.at + len(one.after)
            if text[one.at : end] != one.after or one.at > len(text):
                yield _emendation_absent(path, index, one, text)
            text = text[: one.at] + one.before + text[end:]
        yield Block(block.id, text)


def _emendation_absent(path: str, index: int, emendation: Emendation, text: str) -> Finding:
    stands = visible(text[emendation.at : emendation.at + max(len(emendation.after), 20)], 40)
    after = visible(emendation.after, 40)
    at: Loc = ("emendations", index, "at")
    message = f"at {emendation.at} of {emendation.block} stands `{stands}`, not `{after}`"
    return Finding(path, at, message, f"write in `at` where `{after}` begins")


def _compared(
    path: str, blocks: Iterable[Block], capture: Capture, text: str, emended: Collection[str]
) -> Iterator[Finding]:
    """Yield each block that is not what the capture has at its place."""
    kept = {one.id: one for one in capture.blocks}
    edits: dict[str, list[Edit]] = {}
    for edit in capture.edits:
        edits.setdefault(edit.block, []).append(edit)
    findings = []
    for block in blocks:
        if place := kept.pop(block.id, None):
            try:
                original = undone(block.text, edits.get(block.id, ()))
            except Unlike as unlike:
                findings.append(Finding(path, (block.id,), f"{block.id}: {unlike}", _FIX_BLOCK))
                continue
            if original != text[slice(*place.at)]:
                wanted = text[slice(*place.at)]
                message = _differs(block.id, original, wanted)
                # With edits or other emendations offsets are not those of the text as it stands.
                plain = original == block.text and block.id not in emended
                fix = (_entry(block.id, original, wanted) if plain else None) or _FIX_BLOCK
                findings.append(Finding(path, (block.id,), message, fix))
        else:
            message = f"{block.id} is not in the capture, which has {len(capture.blocks)} blocks"
            findings.append(Finding(path, (block.id,), message, "delete it, or join it to its own"))
    for gone in kept.values():
        message = f"{gone.id}, line {gone.line} of the capture, is not in the release"
        fix = "put the paragraph or heading back; a text is never shortened by hand"
        findings.append(Finding(path, ("capture",), message, fix))
    # A block put in or left out moves all that follow: the first finding says it all.
    moved = any("is not in" in finding.message for finding in findings)
    yield from findings[:1] if moved else findings


def _entry(name: str, found: str, wanted: str) -> str | None:
    """Return the remedy with the emendation that is missing; None if it would be long.

    >>> print(_entry("p1", "They spoke.", "They talked."))
    restore the words of the capture, or add to `emendations`: {block: p1, at: 5, from: "talked.", to: "spoke.", reason: …}
    """
    shorter = min(len(found), len(wanted))
    start = next((i for i in range(shorter) if found[i] != wanted[i]), shorter)
    start = found.rfind(" ", 0, start) + 1
    end = next(
        (i for i in range(shorter - start) if found[-1 - i] != wanted[-1 - i]), shorter - start
    )
    # To the end of a word: a person reads whole words.
    while end and found[len(found) - end] != " ":
        end -= 1
    before, after = wanted[start : len(wanted) - end], found[start : len(found) - end]
    if max(len(before), len(after)) > LONGEST_ENTRY:
        return None
    return (
        f"restore the words of the capture, or add to `emendations`: {{block: {name}, at: {start}, "
        f"from: {_quoted(before)}, to: {_quoted(after)}, reason: …}}"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{visible(escaped, 2 * LONGEST_ENTRY)}"'


def _differs(name: str, found: str, wanted: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), None)
    at = min(len(found), len(wanted)) if at is None else at
    has, had = visible(found[at : at + 30], 40), visible(wanted[at : at + 30], 40)
    ends = "ends"
    return (
        f"{name} differs from its capture at character {at}: "
        f"`{has or ends}` where the capture has `{had or ends}`"
    )


def _of_rest(subject: Subject, release: Release, capture: Capture, found: Difference) -> Finding:
    paths = subject.archive.paths
    if found.block:
        return Finding(paths[release.id], (found.block,), f"{found.block}: {found.why}", _FIX_BLOCK)
    sidecar = paths[release.head.capture]
    if capture.extraction != "text":
        return Finding(
            sidecar, (), f"line {found.line} of the page's text is {found.why}", _FIX_REST
        )
    path = f"{sidecar.rpartition('/')[0]}/{capture.file}"
    return Finding(path, found.line, f"the line is {found.why}", _FIX_REST)
