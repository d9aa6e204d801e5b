"""The dates that a whole release tells, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator.model import Release
from generator.resolve.dates.find import find_dates
from generator.resolve.dates.mention import DateMention
from generator.vocabulary import Calendar

_DAY = len("2024-01-17")


def anchor_of(release: Release) -> date | int | None:
    """Return the release's own day: of its dateline, else of its publication.

    A month or year alone gives the year; of an interval nothing is taken.
    """
    head = release.head
    claims = (
        head.dateline.date if head.dateline else None,
        head.published.value if head.published else None,
    )
    known = [claim for claim in claims if claim and "/" not in claim]
    for claim in known:
        if len(claim) == _DAY:
            return date.fromisoformat(claim)
    return int(known[0][:4]) if known else None


def date_mentions(
    release: Release, calendars: tuple[Calendar, ...] = ()
) -> tuple[DateMention, ...]:
    """Find the dates told in a release's dateline, title and body.

    Where the release has no date of its own, days without a year take the one year that all
    its full dates tell.

    Args:
        release: The release.
        calendars: Other counts of years, from the vocabulary.

    Returns:
        Mentions with their block (`dateline`, `title`, `p1` …), in reading order.
    """
    texts = list(_texts(release))
    anchor = anchor_of(release)
    language = release.head.language
    if anchor is None:
        anchor = _year_of(_read(texts, None, language, calendars))
    return _read(texts, anchor, language, calendars)


def _texts(release: Release) -> Iterable[tuple[str, str]]:
    head = release.head
    if head.dateline:
        yield "dateline", head.dateline.text
    if head.title and head.title.status != "supplied":
        yield "title", head.title.value
    yield from ((block.id, block.text) for block in release.blocks)


def _read(
    texts: Iterable[tuple[str, str]],
    anchor: date | int | None,
    language: str,
    calendars: tuple[Calendar, ...],
) -> tuple[DateMention, ...]:
    every: list[DateMention] = []
    previous: tuple[DateMention, ...] = ()
    for block, text in texts:
        found = find_dates(
            text, anchor=anchor, language=language, previous=previous, calendars=calendars
        )
        every += (replace(one, block=block) for one in found)
        # A heading stands between two paragraphs without ending what was told.
        previous = found if block.startswith("p") else previous
    return tuple(every)


def _year_of(mentions: Sequence[DateMention]) -> int | None:
    """Return the year of all full dates, if it is one."""
    years = {
        one.year
        for one in mentions
        if one.rule == "explicit" and one.value and one.precision in {"day", "interval"}
    }
    return years.pop() if len(years) == 1 else None
