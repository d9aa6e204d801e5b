"""Topic: dates in texts, relations and alignment of the first releases, against the gold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Archive
from generator.relate import align, paragraphs, relations
from generator.relate.align import Paragraph
from generator.resolve import mentions
from generator.resolve.dates import date_mentions
from generator.store.load import load
from tests import gold
from tests.quality.corpora import PROJECT
from tests.quality.measure import Absent, Measure, counted

ONE, OTHER = "001_b3d7a488b788b6fb", "004_2764f9c59a526e05"
VARIANTS = frozenset(
    {("p1", "p3"), ("p4", "p4"), ("p5", "p8"), ("p7", "p6"), ("p8", "p11"), ("p9", "p9")}
)
"""Paragraphs of the two dialogues that a careful reader sets side by side."""
MIRRORS = frozenset({("p7", "p7")})
SIDES = frozenset({"same-event", "refers-to-same"})
"""Relations that hold from either side; the gold writes each once."""


def measures() -> Iterator[Measure]:
    """Yield the figures of dates and relations."""
    if not gold.GOLD.exists():
        raise Absent("../shared/gold is not there")
    known = load(PROJECT / "content", frozenset({"entity", "vocabulary"})).archive
    archive = gold.archive(entities=known.entities, vocabulary=known.vocabulary)
    yield from _dates(archive)
    yield from _relations(archive)
    yield from _alignment(archive)


def _dates(archive: Archive) -> Iterator[Measure]:
    right, sound = {}, {}
    for name, reading in gold.readings().items():
        release = archive.releases[gold.IDS[name]]
        found = {
            (one.block, one.text): one.value
            for one in date_mentions(release, archive.vocabulary.calendars)
        }
        for told in reading["dates_in_text"]:
            value = found.get((told["block"], told["text"]))
            key = f"{name[:3]} {told['block']} {told['text']}: {value}"
            right[key] = value == str(told["value"])
            sound[key] = value is None or right[key]
    yield counted("dates in the gold's texts: right", right)
    yield counted("dates in the gold's texts: right or left open", sound)


def _relations(archive: Archive) -> Iterator[Measure]:
    related = relations(archive, mentions(archive))
    found = {(one.type, one.source, one.target) for one in related}
    wanted = {
        (_ours(one["type"]), gold.IDS[name], gold.IDS[one["to"]])
        for name, reading in gold.readings().items()
        for one in reading["relations"]
        if one["type"] != "shares-formula"
    }
    true = wanted | {(_turned(kind), two, one) for kind, one, two in wanted if _turned(kind)}
    yield counted(
        "relations of the gold: found", {str(one): one in found for one in sorted(wanted)}
    )
    yield counted("relations found: in the gold", {str(one): one in true for one in sorted(found)})


def _ours(kind: str) -> str:
    if kind == "series-previous":
        return "previous-in-series"
    return "refers-to-same" if kind.startswith("refers-to-same") else kind


def _turned(kind: str) -> str:
    if kind == "previous-in-series":
        return "next-in-series"
    return kind if kind in SIDES else ""


def _alignment(archive: Archive) -> Iterator[Measure]:
    named = mentions(archive)

    def of(name: str) -> tuple[Paragraph, ...]:
        release = archive.releases[gold.IDS[name]]
        return paragraphs(release, named[release.id], archive.entities)

    pairs = align(of(ONE), of(OTHER))
    for kind, wanted in (("variant", VARIANTS), ("mirror", MIRRORS)):
        found = {(one.one, one.other) for one in pairs if one.kind == kind}
        either = sorted(wanted | found, key=str)
        results = {f"{kind} {one}": one in wanted and one in found for one in either}
        yield counted(f"two dialogues: {kind} paragraphs, found and true", results)
