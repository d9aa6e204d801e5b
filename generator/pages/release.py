"""The page of a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import authority
from generator.model import Caption, Capture, Release
from generator.pages import dates, described
from generator.pages.apparatus import changes, cuts, fixity
from generator.pages.corrections import Corrected, corrected, last_change
from generator.pages.environment import page
from generator.pages.frontmatter import Value
from generator.pages.holdings import Holdings
from generator.pages.named import named
from generator.pages.particulars import Row, rows
from generator.pages.passages import Passage, passages
from generator.pages.relations import Related, related
from generator.pages.sought import sought
from generator.pages.wordingbox import boxes, glance, with_lag
from generator.pages.wordingitem import Box
from generator.pages.words import Words, counted


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """What the page of a release shows."""

    title: str
    language: str
    byline: tuple[Words, ...]
    withheld: str
    """Why not all of the text is shown; empty if it is."""
    dateline: str
    passages: tuple[Passage, ...]
    captions: tuple[Caption, ...]
    corrected_on: str
    """The day of the last change after publication; empty if there was none."""
    corrected: tuple[Corrected, ...]
    glance: tuple[Row, ...]
    """What changed in the wording, in a few lines."""
    rows: tuple[Row, ...]
    named: tuple[Row, ...]
    wording: tuple[Box, ...]
    related: tuple[Related, ...]
    cuts: tuple[Row, ...]
    edits: tuple[tuple[Words, ...], ...]
    emendations: tuple[tuple[Words, ...], ...]
    fixity: tuple[Row, ...]
    previous: Words | None
    following: Words | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the page of a release says of other releases: all that does not follow from its own files."""

    glance: tuple[Row, ...]
    wording: tuple[Box, ...]
    related: tuple[Related, ...]
    previous: Words | None
    following: Words | None


def beside(holdings: Holdings, release: Release) -> Beside:
    """Return what the page of `release` says of others."""
    before, after = _neighbours(holdings, release)
    wording = boxes(holdings, release)
    return Beside(
        glance=glance(holdings, release, wording),
        wording=wording,
        related=related(holdings, release),
        previous=before,
        following=after,
    )


def release_page(holdings: Holdings, release: Release, others: Beside) -> bytes:
    """Return the page of `release`; `others` is what it says of other releases."""
    here = holdings.paths[release.id]
    return page("release", _context(holdings, release, others), here, _meta(holdings, release))


def _context(holdings: Holdings, release: Release, others: Beside) -> ReleasePage:
    head, capture = release.head, holdings.capture(release)
    full = holdings.shown[release.id].whole
    return ReleasePage(
        title=holdings.title(release),
        language=head.language,
        byline=_byline(holdings, release),
        withheld=_withheld(holdings, release),
        dateline=head.dateline.text.strip() if head.dateline else "",
        passages=passages(holdings, release),
        captions=capture.captions if capture and full else (),
        corrected_on=last_change(release),
        corrected=corrected(holdings, release),
        glance=others.glance,
        rows=with_lag(holdings, release, rows(holdings, release)),
        named=named(holdings, release),
        wording=others.wording,
        related=others.related,
        cuts=cuts(capture) if capture else (),
        edits=changes(holdings, release, capture.edits if capture and full else ()),
        emendations=changes(holdings, release, head.emendations if full else ()),
        fixity=fixity(holdings, release.head.capture) if capture else (),
        previous=others.previous,
        following=others.following,
    )


def _byline(holdings: Holdings, release: Release) -> tuple[Words, ...]:
    kind = holdings.archive.kinds.get(release.head.kind)
    published = release.head.published
    when = dates.claimed(published) if published else "undated"
    if published and published.status == "inferred":
        when += " (inferred)"
    if release.head.title and release.head.title.status == "supplied":
        when += "; title supplied by this archive"
    return (
        holdings.to_outlet(release.head.outlet),
        Words(f", {kind.label if kind else release.head.kind}, {when}"),
    )


def _withheld(holdings: Holdings, release: Release) -> str:
    terms = holdings.shown[release.id].rights
    reason = f" {terms.statement}" if terms.statement else ""
    if terms.display == "excerpt":
        return f"Only the beginning of this text may be shown here.{reason}"
    if terms.display == "metadata":
        return f"The text of this release may not be shown here.{reason}"
    return ""


def _neighbours(holdings: Holdings, release: Release) -> tuple[Words | None, Words | None]:
    place, every = holdings.places[release.id], holdings.releases
    before = holdings.to_release(every[place - 1]) if place else None
    after = holdings.to_release(every[place + 1]) if place + 1 < len(every) else None
    return before, after


def description(holdings: Holdings, release: Release) -> str:
    """Return a sentence for lists and search engines: the beginning of what may be shown."""
    shown = holdings.texts[release.id]
    first = next((text for block, text in shown.items() if block.startswith("p")), "")
    if len(first) > 180:
        first = first[:180].rpartition(" ")[0] + " …"
    return first or f"{holdings.outlet_name(release.head.outlet)}: {holdings.title(release)}"


def _meta(holdings: Holdings, release: Release) -> Mapping[str, Value]:
    head, capture = release.head, holdings.capture(release)
    kind = holdings.archive.kinds.get(head.kind)
    terms = holdings.shown[release.id].rights
    aggregator = capture.aggregator if capture else None
    named = {
        each
        for row in holdings.mentions.get(release.id, ())
        if row.layer == "named"
        for each in row.entities
    }
    return {
        "title": holdings.title(release),
        "description": description(holdings, release),
        "record": "release",
        "id": release.id,
        "title_status": head.title.status if head.title else "supplied",
        "outlet": {"id": head.outlet, "name": holdings.outlet_name(head.outlet)},
        "aggregator": {"id": aggregator, "name": holdings.outlet_name(aggregator)}
        if aggregator
        else {},
        "kind": {
            "id": head.kind,
            "label": kind.label if kind else head.kind,
            "level": kind.level if kind else 0,
        },
        "lang": head.language,
        "year": holdings.date(release)[:4] or "undated",
        "dates": _dates(holdings, release),
        "events": list(head.events),
        "entities": sorted(named),
        "sought": sought(holdings, release),
        "rights": {"display": terms.display, "statement": terms.statement or ""},
        "capture": _fixity(capture) if capture else {},
        **described.of_release(holdings, release),
        "author": head.author.value if head.author else "",
        "review": head.review or "",
        "extent": counted(len(release.blocks), "block"),
        **holdings.made_from(release.id),
    }


def _dates(holdings: Holdings, release: Release) -> Mapping[str, Value]:
    head, capture = release.head, holdings.capture(release)
    events = (holdings.archive.entities.get(each) for each in head.events)
    claims = {"published": head.published, "captured": capture.captured if capture else None}
    line = head.dateline.date if head.dateline else None
    return {
        "sort": holdings.date(release),
        "event": [event.date for event in events if isinstance(event, authority.Event)],
        "dateline": line or "",
        **{
            name: {"value": claim.value, "status": claim.status, "precision": claim.precision}
            for name, claim in claims.items()
            if claim
        },
    }


def _fixity(capture: Capture) -> Mapping[str, Value]:
    return {
        "accession": capture.accession,
        "file": capture.file,
        "sha256": capture.sha256,
        "bytes": capture.bytes,
        "url": capture.url or "",
    }
