"""All readings of a capture → the fields of its release."""

from __future__ import annotations

from dataclasses import replace

from generator.clean import kinds, outlets, published
from generator.clean.claims import best, claim, date_claim
from generator.clean.dateline import Lifted
from generator.clean.language import language
from generator.clean.profile import SiteProfile
from generator.clean.result import Fields, Library, Source
from generator.clean.sheet import Reading
from generator.clean.supplied import supplied_title
from generator.model import Block, Dateline

Context = tuple[Source, Library, SiteProfile | None]
Readings = tuple[Reading, ...]


def assembled(
    readings: Readings, blocks: tuple[Block, ...], lifted: Lifted | None, context: Context
) -> tuple[Fields, Readings]:
    """Return the fields, and all readings as they were settled.

    Args:
        readings: What a person, the page and its profiles said, in the order of their weight.
        blocks: The body.
        lifted: The dateline, if one was lifted.
        context: The capture, the library, and the site's profile.
    """
    source, library, site = context
    found = (*readings, *(lifted.readings if lifted else ()))
    found = tuple(outlets.settled(found, library.outlets))
    found += tuple(outlets.from_address(source.url, library.outlets))
    found += tuple(published.from_address(source.url, site.address if site else None))
    found = _dated(found, blocks, lifted)
    found = _titled(found, blocks, library)
    text = "\n".join(block.text for block in blocks)
    if code := language(text):
        found += (Reading("language", code, ("text",), "inferred"),)
    return _claims(found, lifted), found


def _dated(found: Readings, blocks: tuple[Block, ...], lifted: Lifted | None) -> Readings:
    """Return the readings with those that date the text."""
    known = date_claim(found, "published")
    if known is None or known.status != "stated":
        found += tuple(published.from_dateline(lifted, found))
    if date_claim(found, "published") is None:
        found += tuple(published.from_text(blocks))
    if date_claim(found, "published") is None:
        crawled = [one for one in found if one.field == "crawled"]
        found += tuple(replace(one, field="published") for one in crawled)
    return _confirmed(found, lifted)


def _confirmed(found: Readings, lifted: Lifted | None) -> Readings:
    """Return the readings with those that agree with the date of publication as its evidence."""
    known = date_claim(found, "published")
    if known is None or known.precision != "day":
        return found
    agrees: list[Reading] = []
    if lifted and lifted.date and known.value.endswith(lifted.date.lstrip("-")):
        agrees.append(Reading("published", known.value, (lifted.evidence,), known.status))
    elif lifted and lifted.date:
        agrees.append(Reading("check", lifted.date, (lifted.evidence,)))
    agrees += [
        replace(one, field="published", status=known.status)
        for one in found
        if one.field == "check" and one.value == known.value
    ]
    return (*found, *agrees)


def _titled(found: Readings, blocks: tuple[Block, ...], library: Library) -> Readings:
    title = best(found, "title")
    if not title:
        found += tuple(supplied_title(blocks, library.kinds))
    if not best(found, "kind"):
        first = next((block for block in blocks if not block.is_heading), None)
        proposed = kinds.propose(title[0] if title else None, first, library.kinds)
        found += tuple(proposed or kinds.otherwise(library.kinds))
    return found


def _claims(found: Readings, lifted: Lifted | None) -> Fields:
    when = date_claim(found, "published")
    return Fields(
        title=claim(found, "title"),
        published=when,
        captured=date_claim(found, "captured"),
        outlet=claim(found, "outlet"),
        aggregator=claim(found, "aggregator"),
        author=claim(found, "author"),
        section=claim(found, "section"),
        place=claim(found, "place"),
        kind=claim(found, "kind"),
        language=claim(found, "language"),
        agency=claim(found, "agency"),
        dateline=_dateline(lifted, when.value if when else None),
    )


def _dateline(lifted: Lifted | None, near: str | None) -> Dateline | None:
    if lifted is None:
        return None
    date = lifted.date
    if date and date.startswith("-"):
        date = published.completed(date, near) if near else None
    return Dateline(text=lifted.text, place=lifted.place, date=date, agency=lifted.agency)
