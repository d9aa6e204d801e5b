"""What `add` says of a capture: found, flagged, not found, and where the files are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from generator.clean.result import Cleaned, Fields
from generator.errors import visible
from generator.model import Claim
from generator.store.intake import Added

_SAID = {
    "added": "added",
    "completed": "completed (an earlier `add` was stopped)",
    "again": "written again",
    "version": "another version of",
    "known": "already here",
}


def brief(added: Added, content: Path) -> str:
    """Return one line on a capture."""
    release = _release(added, content)
    if added.outcome == "known":
        source = visible(added.ready.wish.path.as_posix(), 200)
        return (
            f"{_SAID['known']}: {source} is {content.as_posix()}/{added.capture_path} ({release})"
        )
    cleaned = added.ready.taken.cleaned
    told = [f"{len(cleaned.blocks)} blocks", f"{len(cleaned.cuts)} cuts"]
    told += [f"{len(cleaned.flags)} flagged"] if cleaned.flags else []
    told += [f"{len(cleaned.notes)} notes"] if cleaned.notes else []
    return f"{_SAID[added.outcome]} {release}: {', '.join(told)}"


def full(added: Added, content: Path) -> Iterator[str]:
    """Yield the lines that tell all about one capture."""
    yield brief(added, content)
    if added.outcome == "known":
        yield "  nothing was written"
        if added.ready.wish.given or added.ready.wish.id:
            yield "next: to have what you say written into a release that is still to be reviewed, add `--again`"
        return
    taken, cleaned = added.ready.taken, added.ready.taken.cleaned
    decoded = f"{len(added.ready.data):,} bytes, {taken.decoded.encoding} ({taken.decoded.how})"
    yield f"  capture   {content.as_posix()}/{added.capture_path}: {decoded}"
    yield f"  sidecar   {content.as_posix()}/{added.sidecar_path}"
    yield from (
        f"  removed   {path.as_posix()}, which it takes the place of" for path in added.gone
    )
    site, agency = cleaned.profiles.site or "none", cleaned.profiles.agency or "none"
    yield f"  profiles  site: {site}, agency: {agency}"
    yield from _differences(added)
    yield from _found(cleaned.fields)
    yield from _text(cleaned)
    yield from _doubts(cleaned)
    yield _next(added, content)


def _release(added: Added, content: Path) -> str:
    if added.outcome == "known":
        return f"release {added.place.release}"
    return f"{content.as_posix()}/{added.place.release_path}"


def _differences(added: Added) -> Iterator[str]:
    if added.outcome == "version":
        yield "the release file was not touched; where this version differs:"
        yield from (f"  {line}" for line in added.differences or ("nowhere in the text",))


def _found(found: Fields) -> Iterator[str]:
    absent = []
    yield "found:"
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Claim):
            ground = ", ".join(value.evidence) or "nothing"
            shown = visible(value.value, 90)
            yield f"  {field.name:<10} {shown}  [{_status(value)}; from {ground}]"
        elif value is not None:
            yield f"  {field.name:<10} {visible(value.text, 90)}  [{value.date or 'no date'}]"
        else:
            absent.append(field.name)
    if absent:
        yield f"not found: {', '.join(absent)}"


def _status(claim: Claim) -> str:
    precision = getattr(claim, "precision", "day")
    return claim.status if precision == "day" else f"{claim.status}, {precision}"


def _text(cleaned: Cleaned) -> Iterator[str]:
    headings = sum(1 for block in cleaned.blocks if block.is_heading)
    kept = f"{len(cleaned.blocks) - headings} paragraphs, {headings} headings"
    yield f"kept: {kept}, {len(cleaned.captions)} captions; {len(cleaned.edits)} edits"
    for cut in cleaned.cuts:
        first, last = cut.lines
        where = f"l{first}" if first == last else f"l{first}-{last}"
        yield f"  cut {where:<10} {cut.rule}: {cut.reason}"


def _doubts(cleaned: Cleaned) -> Iterator[str]:
    if cleaned.flags:
        yield "flagged, left in the text; look at these lines:"
    for flag in cleaned.flags:
        yield f"  l{flag.line} {flag.why}: `{visible(flag.text, 80)}`"
    if cleaned.notes:
        yield "doubts:"
    yield from (f"  {note}" for note in cleaned.notes)


def _next(added: Added, content: Path) -> str:
    if added.outcome == "version":
        return "next: if the new text is to be shown, change the release by hand and say why"
    path = _release(added, content)
    return f"next: read {path}, correct it, and delete its line `review: pending`"
