"""A long list by date, parted so that no page of it is long: by years, months, ten days, days.

Where an entry stands follows from its date and how many share it, so that a new entry changes the
pages of its own period only.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.pages import dates
from generator.pages.particulars import Row

Entry = tuple[str, Row]
"""A date (ISO; empty if unknown) and what the list says of it."""
MOST = 400
"""Entries that one page may hold. A page of 400 has about 100 kB of HTML."""
YEAR, MONTH, TEN, DAY = (len(part) for part in ("2011", "2011-12", "2011-12-1", "2011-12-10"))


@dataclass(frozen=True, slots=True)
class Part:
    """The entries of one page."""

    name: str
    """The period, in words."""
    slug: str
    """The same, for a path."""
    entries: tuple[Entry, ...]


def by(entries: Sequence[Entry], length: int) -> dict[str, tuple[Entry, ...]]:
    """Return entries by the first `length` characters of their dates, in their order."""
    runs = groupby(entries, key=lambda entry: entry[0][:length])
    return {period: tuple(inside) for period, inside in runs}


def parts(entries: Sequence[Entry], lengths: Sequence[int] = (YEAR, MONTH, TEN, DAY)) -> Iterator[Part]:  # fmt: skip
    """Yield entries in parts of at most `MOST`, each a whole period if it can be.

    Args:
        entries: In the order of their dates.
        lengths: How much of a date makes a period, the longest periods first.
    """
    for period, inside in by(entries, lengths[0]).items():
        if len(inside) <= MOST:
            yield Part(_name(period), _slug(period), inside)
        elif len(period) == lengths[0] < DAY:
            yield from parts(inside, lengths[1:])
        else:
            yield from _numbered(period, inside)


def _numbered(period: str, entries: tuple[Entry, ...]) -> Iterator[Part]:
    """Yield the entries of one day, or of a date not known better, by number."""
    for number, start in enumerate(range(0, len(entries), MOST), start=1):
        some = entries[start : start + MOST]
        yield Part(f"{_name(period)}, part {number}", f"{_slug(period)}-part-{number}", some)


def _name(period: str) -> str:
    if len(period) != TEN:
        return dates.in_words(period) if period else "Undated"
    first = _slug(period)
    year, month = int(first[:YEAR]), int(first[YEAR + 1 : MONTH])
    last = min(int(period[-1]) * 10 + 9, monthrange(year, month)[1])
    return dates.in_words(f"{first}/{first[:MONTH]}-{last:02}")


def _slug(period: str) -> str:
    if len(period) != TEN:
        return period or "undated"
    return f"{period}{'1' if period.endswith('0') else '0'}"
