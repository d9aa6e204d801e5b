"""When a text was published: stated by its page, or inferred with its evidence; never guessed.

Dates in the tail of a page are never asked: teasers are newer than what they stand under.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from generator.clean import mentioned
from generator.clean.dateline import Lifted
from generator.clean.dates import PrintedDate
from generator.clean.pattern import compiled, groups
from generator.clean.profile import Address
from generator.clean.sheet import Reading, dated
from generator.model import Block

OPENING = 4
"""Paragraphs at the head of a text in which it may say when it was made public."""


SHORTLY = 30
"""Most days between a dateline and the day on which an aggregator first saw its page."""


def from_address(url: str | None, address: Address | None) -> Iterator[Reading]:
    """Yield what a page's address tells of its dates."""
    if not url or address is None or not (match := compiled(address.pattern).search(url)):
        return
    for name in groups(address.pattern):
        printed = match[name]
        if not printed:
            continue
        if name == "crawled":
            yield _crawled(int(printed), address.offset_hours)
        elif name == "published" and (value := dated(printed, address.dates)):
            yield Reading("published", value, ("url",), "inferred")
        elif name not in {"published", "captured", "check"}:
            yield Reading(name, printed, ("url",), "inferred")


def _crawled(seconds: int, offset_hours: int) -> Reading:
    clock = datetime.fromtimestamp(seconds, UTC) + timedelta(hours=offset_hours)
    return Reading("crawled", clock.date().isoformat(), ("url",), "inferred", "not-after")


def from_dateline(lifted: Lifted | None, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the date of a dateline: stated if it has a year, else inferred with another date's.

    The year is that of a date elsewhere on the page which names the same day; or the one that
    brings the day shortly before the page was first seen, as its address tells.
    """
    if lifted is None or lifted.date is None:
        return
    if not lifted.date.startswith("-"):
        yield Reading("published", lifted.date, (lifted.evidence,))
        return
    for one in readings:
        same_day = one.value[4:] == lifted.date[1:]
        value = one.value if one.field in {"check", "published"} and same_day else None
        if one.field == "crawled":
            value = _shortly_before(lifted.date, one.value)
        if value:
            evidence = (*one.evidence, lifted.evidence)
            yield Reading("published", value, evidence, "inferred")


def _shortly_before(day: str, crawled: str) -> str | None:
    value = completed(day, crawled)
    return value if 0 <= _number(crawled) - _number(value) <= SHORTLY else None


def completed(day: str, near: str) -> str:
    """Return `--MM-DD` with the year that brings it nearest to the date `near`.

    >>> completed("--12-31", "2025-01-02")
    '2024-12-31'
    """
    year = int(near[:4])
    month, date = int(day[2:4]), int(day[5:7])
    target = _number(near)
    tries = [PrintedDate(year + step, month, date).iso() for step in (0, -1, 1)]
    return min((one for one in tries if one), key=lambda one: abs(_number(one) - target))


def _number(date: str) -> int:
    year, month, day = (int(part) for part in (*date.split("-"), "1", "1")[:3])
    return datetime(year, month, day, tzinfo=UTC).toordinal()


def from_text(blocks: tuple[Block, ...]) -> Iterator[Reading]:
    """Yield the day on which the text says it was made public, with a year from near by.

    The year is that of the nearest whole date in the text: the day is the first such day on or
    after that date, since a text is made public after what it tells of.
    """
    told = mentioned.made_public(blocks[:OPENING])
    if told is None:
        return
    order = {block.id: number for number, block in enumerate(blocks)}
    dates = sorted(
        mentioned.whole_dates(blocks),
        key=lambda named: (abs(order[named.block] - order[told.block]), named.at),
    )
    if not dates:
        return
    event = dates[0].date.iso() or ""
    for year in (int(event[:4]), int(event[:4]) + 1):
        value = told.date.iso(year)
        if value and value >= event:
            evidence = tuple(dict.fromkeys((told.block, dates[0].block)))
            yield Reading("published", value, evidence, "inferred")
            return
