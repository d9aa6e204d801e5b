"""Formulae and slots find something, and what persons said of paragraphs still holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.authority import Formula, Series
from generator.changes import short_hash
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible
from generator.nearest import nearest
from generator.wording.patterns import fault

_READ = "read the paragraph again, and write the short hash `{}` if it still holds, else delete it"


def unsound(subject: Subject) -> Iterator[Finding]:
    """Yield each pattern that cannot be used, and each label or alignment that leads nowhere."""
    archive = subject.archive
    for place, slot in enumerate(archive.vocabulary.slots):
        yield from _patterns("vocabulary/slots.yml", (place, "patterns"), slot.patterns)
    for place, term in enumerate(archive.vocabulary.commitments):
        yield from _patterns("vocabulary/commitments.yml", (place, "patterns"), term.patterns)
    for entity in archive.entities.values():
        path = archive.paths[entity.id]
        if isinstance(entity, Formula):
            yield from _patterns(path, ("patterns",), entity.patterns)
            if not entity.patterns:
                fix = "add `patterns`, each an expression in RE2's syntax"
                yield Finding(path, ("id",), "a formula without `patterns` finds nothing", fix)
        if isinstance(entity, Series):
            yield from _series(path, entity, subject)


def _patterns(path: str, at: Loc, patterns: Sequence[str]) -> Iterator[Finding]:
    for place, pattern in enumerate(patterns):
        if why := fault(pattern):
            message = f"pattern `{visible(pattern, 60)}` {why}"
            fix = "write words that the wording has, and as few wildcards as it needs"
            yield Finding(path, (*at, place), message, fix)


def _series(path: str, series: Series, subject: Subject) -> Iterator[Finding]:
    known = [slot.id for slot in subject.archive.vocabulary.slots]
    slots: list[tuple[Loc, str]] = [
        (("slots", place), slot) for place, slot in enumerate(series.slots)
    ]
    slots += [(("labels", place, "slot"), one.slot) for place, one in enumerate(series.labels)]
    for at, slot in slots:
        if slot not in known and "vocabulary/slots" not in subject.unsound:
            meant = nearest(slot, known)
            fix = f"write `{meant}`" if meant else "add it to `vocabulary/slots.yml`"
            yield Finding(path, at, f"`{slot}` is no slot of the vocabulary", fix)
    for place, label in enumerate(series.labels):
        yield from _place(path, ("labels", place), "at", label.at, label.text, subject)
    for place, ruling in enumerate(series.alignments):
        for field, text in zip(("one", "other"), ruling.texts, strict=True):
            where = getattr(ruling, field)
            yield from _place(path, ("alignments", place), field, where, text, subject)


def _place(  # noqa: PLR0913 - where it stands, what it says, and of what
    path: str, at: Loc, field: str, place: str, text: str, subject: Subject
) -> Iterator[Finding]:
    release, _, block = place.partition("#")
    found = subject.archive.releases.get(release)
    if found is None:
        if release not in subject.unsound:
            message = f"`{visible(release)}` is not the id of a release in this archive"
            yield Finding(path, (*at, field), message, "write the id of a release")
        return
    now = next((one.text for one in found.blocks if one.id == block), None)
    if now is None:
        message = f"`{release}` has no block `{block}`"
        yield Finding(path, (*at, field), message, "write the id of one of its blocks")
    elif short_hash(now) != text:
        message = f"the text of `{place}` has changed since; what is said of it is not used"
        yield Finding(path, (*at, field), message, _READ.format(short_hash(now)), "warning")
