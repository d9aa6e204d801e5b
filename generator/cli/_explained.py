"""A capture line by line: what was kept, cut and edited, by which rule, and what it gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.clean.lines import lines
from generator.errors import visible
from generator.model import Capture, Claim, Cut, Edit, Kept, Release
from generator.store.one import One

Tone = Literal["kept", "cut", "removed", "inserted", "note", "head"]
CUT_WIDTH = 100
"""Characters shown of a line that was cut; the capture has it whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters in one tone."""

    tone: Tone
    text: str


Row = tuple[Part, ...]


def explained(one: One) -> Iterator[Row]:
    """Yield the rows of an explanation, in order."""
    yield from _about(one)
    yield from _fields(one)
    yield ()
    by_line = _by_line(one.capture)
    edits = _edits(one.capture)
    for number, line in enumerate(lines(one.text), start=1):
        if not one.text[slice(*line)].strip():
            continue
        for span in by_line.get(number, ()):
            if isinstance(span, Cut):
                yield _cut(one, span, number, line)
            else:
                yield from _kept(one, span, edits.get(span.id, []))
        if number in by_line and (gives := _gives(one, number)):
            yield (Part("note", f"{'':>10}gives {gives}"),)


def _by_line(capture: Capture) -> Mapping[int, list[Cut | Kept]]:
    """Return what stands in each line, in the order of the text."""
    found: defaultdict[int, list[Cut | Kept]] = defaultdict(list)
    spans: list[Cut | Kept] = [*capture.blocks, *capture.cuts]
    for span in sorted(spans, key=lambda span: span.at):
        first, last = span.lines if isinstance(span, Cut) else (span.line, span.line)
        for number in range(first, last + 1):
            found[number].append(span)
    return found


def _edits(capture: Capture) -> Mapping[str, list[Edit]]:
    found: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in sorted(capture.edits, key=lambda edit: edit.at):
        found[edit.block].append(edit)
    return found


def _about(one: One) -> Iterator[Row]:
    capture = one.capture
    yield (Part("head", f"capture {one.key}"),)
    yield (Part("note", f"release {capture.release}{'' if one.release else ' (not to be read)'}"),)
    told = [f"{capture.bytes:,} bytes", capture.encoding, f"sha256 {capture.sha256}"]
    yield (Part("note", ", ".join(told)),)
    if capture.url:
        yield (Part("note", f"from {visible(capture.url, 300)}"),)
    if capture.extraction != "text":
        yield (Part("note", f"lines are those of the page: {visible(capture.extraction, 300)}"),)
    used = capture.profiles
    yield (Part("note", f"site profile {used.site or 'none'}, agency {used.agency or 'none'}"),)
    if one.others:
        yield (Part("note", f"other captures of this release: {', '.join(one.others)}"),)


def _fields(one: One) -> Iterator[Row]:
    for name, claim in _claims(one):
        ground = ", ".join(claim.evidence) or "nothing told"
        precision = getattr(claim, "precision", "day")
        status = claim.status if precision == "day" else f"{claim.status}, {precision}"
        yield (
            Part("note", f"  {name:<10} "),
            Part("kept", visible(claim.value, 300)),
            Part("note", f"  [{status}; from {ground}]"),
        )


def _claims(one: One) -> Iterator[tuple[str, Claim]]:
    if one.release:
        head = one.release.head
        found = {"title": head.title, "published": head.published, "author": head.author}
        found["section"] = head.section
        yield from ((name, claim) for name, claim in found.items() if claim)
    if one.capture.captured:
        yield "captured", one.capture.captured


def _cut(one: One, cut: Cut, number: int, line: tuple[int, int]) -> Row:
    first, last = max(cut.at[0], line[0]), min(cut.at[1], line[1])
    shown = visible(one.text[first:last].strip(), CUT_WIDTH)
    opens = cut.at[0] >= line[0]
    why = f"  {cut.rule}: {cut.reason}" if opens else ""
    return (Part("note", f"{number:>5}  -  "), Part("cut", shown), Part("note", why))


def _kept(one: One, block: Kept, edits: list[Edit]) -> Iterator[Row]:
    text = one.text[slice(*block.at)]
    yield (Part("note", f"{block.line:>5} {block.id:>3} "), *_edited(text, edits))
    for edit in edits:
        before, after = visible(edit.before, 80), visible(edit.after, 80)
        told = f"`{before}` became `{after}`" if after else f"`{before}` was taken out"
        yield (Part("note", f"{'':>10}{edit.rule} at {edit.at}: {told}"),)


def _edited(text: str, edits: list[Edit]) -> Iterator[Part]:
    """Yield the capture's characters with what edits took out and put in."""
    at = shift = 0
    for edit in edits:
        start = edit.at - shift
        yield Part("kept", visible(text[at:start], len(text)))
        yield Part("removed", visible(edit.before, len(text)))
        yield Part("inserted", visible(edit.after, len(text)))
        at = start + len(edit.before)
        shift += len(edit.after) - len(edit.before)
    yield Part("kept", visible(text[at:], len(text)))


def _gives(one: One, number: int) -> str:
    """Return the fields of which this line is evidence."""
    name = f"l{number}"
    told = [field for field, claim in _claims(one) if name in claim.evidence]
    if _is_dateline(one.release, one.capture, number):
        told.append("dateline")
    return ", ".join(told)


def _is_dateline(release: Release | None, capture: Capture, number: int) -> bool:
    lifted = {edit.block for edit in capture.edits if edit.rule == "dateline.lift"}
    return bool(
        release
        and release.head.dateline
        and any(block.line == number and block.id in lifted for block in capture.blocks)
    )
