"""What is known of a release besides its text: the rows of its record, each with its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.authority import Event
from generator.model import Claim, DateClaim, Release
from generator.pages import dates
from generator.pages.holdings import Holdings
from generator.pages.passages import block_name
from generator.pages.words import Words, outward

_STATUS = {
    "stated": ("stated", ": "),
    "inferred": ("inferred", " from "),
    "supplied": ("supplied by this archive", ", after "),
}
"""Status → how it is said, and how its evidence follows."""
_LINE = re.compile("l([0-9]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A term and what is known: one or more values, each a run of words."""

    term: str
    values: tuple[tuple[Words, ...], ...]


def rows(holdings: Holdings, release: Release) -> tuple[Row, ...]:
    """Return the rows of a release's record; what is not known has none, an unknown date one."""
    return tuple(
        row
        for part in (_custody, _dates, _description, _terms)
        for row in part(holdings, release)
        if row.values
    )


def ground(claim: Claim, holdings: Holdings, release: Release) -> tuple[Words, ...]:
    """Return how a value is known: its status, its evidence, its note."""
    said, follows = _STATUS[claim.status]
    lines = [int(each[1:]) for each in claim.evidence if _LINE.fullmatch(each)]
    others = [each for each in claim.evidence if not _LINE.fullmatch(each)]
    grounds = [_evidence(each, holdings, release) for each in others]
    if lines:
        grounds.insert(0, Words(in_lines(lines)))
    pieces = [Words(said)]
    for number, each in enumerate(grounds):
        pieces += [Words(", " if number else follows), each]
    if claim.note:
        pieces.append(Words(f" ({claim.note})"))
    return tuple(pieces)


def in_lines(numbers: Sequence[int]) -> str:
    """Return which lines of a capture are meant, in words.

    >>> in_lines([6]), in_lines([6, 8, 30])
    ('line 6 of the capture', 'lines 6, 8 and 30 of the capture')
    """
    *before, last = [str(each) for each in numbers]
    if not before:
        return f"line {last} of the capture"
    return f"lines {', '.join(before)} and {last} of the capture"


def _evidence(evidence: str, holdings: Holdings, release: Release) -> Words:
    if evidence in {block.id for block in release.blocks}:
        return holdings.to_release(release, evidence, block_name(evidence))
    known = {"url": "its address", "person": "whoever added it"}
    return Words(known.get(evidence, evidence))


def _custody(holdings: Holdings, release: Release) -> Iterator[Row]:
    head, capture = release.head, holdings.capture(release)
    yield Row("Outlet", ((holdings.to_outlet(head.outlet),),))
    if head.agency:
        yield Row("Text of", ((holdings.to_entity(head.agency),),))
    if capture and capture.aggregator:
        through = (
            Words("through "),
            holdings.to_outlet(capture.aggregator),
            Words(", which republished it"),
        )
        yield Row("How it reached us", (through,))
    elif capture:
        yield Row("How it reached us", ((Words("from the outlet’s own page"),),))
    if capture and capture.url:
        yield Row("Page captured", ((outward(capture.url),),))
    outlet = holdings.archive.outlets.get(head.outlet)
    if capture and capture.aggregator and outlet and outlet.url:
        yield Row("Outlet’s own site", ((outward(outlet.url),),))


def _dates(holdings: Holdings, release: Release) -> Iterator[Row]:
    head, capture = release.head, holdings.capture(release)
    events = (holdings.archive.entities.get(each) for each in head.events)
    yield Row(
        "Event",
        tuple(
            (Words(f"{dates.in_words(event.date)}: "), holdings.to_entity(event.id))
            for event in events
            if isinstance(event, Event)
        ),
    )
    if head.dateline:
        on = f"{dates.in_words(head.dateline.date)}: " if head.dateline.date else ""
        yield Row("Dateline", ((Words(f"{on}“{head.dateline.text.strip()}”"),),))
    yield Row("Published", (_dated(head.published, holdings, release),))
    yield Row("Captured", (_seen(capture.captured if capture else None, holdings, release),))


def _dated(claim: DateClaim | None, holdings: Holdings, release: Release) -> tuple[Words, ...]:
    if claim is None:
        return (Words("not known"),)
    return (Words(f"{dates.claimed(claim)}; "), *ground(claim, holdings, release))


def _seen(claim: DateClaim | None, holdings: Holdings, release: Release) -> tuple[Words, ...]:
    """Return the day of a capture; that the capture itself prints it is no word of the outlet."""
    if claim is None or claim.status != "stated" or not claim.evidence:
        return _dated(claim, holdings, release)
    if not _LINE.fullmatch(claim.evidence[0]):
        return _dated(claim, holdings, release)
    known = ground(claim, holdings, release)[2:]
    return (Words(f"{dates.claimed(claim)}; printed on "), *known)


def _description(holdings: Holdings, release: Release) -> Iterator[Row]:
    head = release.head
    kind = holdings.archive.kinds.get(head.kind)
    yield Row("Kind", ((Words(f"{kind.label}, level {kind.level}" if kind else head.kind),),))
    if head.title:
        own = head.title.status == "stated" and not head.title.note
        yield Row(
            "Title",
            ((Words("the outlet’s own"),) if own else ground(head.title, holdings, release),),
        )
    for term, claim in (("Author", head.author), ("Section", head.section)):
        if claim:
            yield Row(term, ((Words(claim.value),),))
    yield Row("Language", ((Words(LANGUAGES.get(head.language, head.language)),),))


def _terms(holdings: Holdings, release: Release) -> Iterator[Row]:
    statement = holdings.shown[release.id].rights.statement
    if statement:
        yield Row("Rights", ((Words(statement),),))
    yield Row("Reference code", ((Words(release.id),),))


LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "de": "German", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "mk": "Macedonian", "mn": "Mongolian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh": "Chinese", "zh-Hans": "Chinese", "zh-Hant": "Chinese",
}  # fmt: skip
"""Names of languages by their ISO 639-1 code; another code stands for itself."""
