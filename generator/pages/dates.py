"""Dates in words, as precise as they are known."""

from __future__ import annotations

from datetime import date

from generator.model import DateClaim

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_PRECISION = {"not-before": "not before ", "not-after": "not after "}


def in_words(iso: str) -> str:
    """Return an ISO date or interval in English words.

    >>> in_words("2024-11-02"), in_words("2024-11"), in_words("2024")
    ('2 November 2024', 'November 2024', '2024')
    >>> in_words("2024-01-15/2024-01-17"), in_words("2024-12-30/2025-01-02")
    ('15–17 January 2024', '30 December 2024 – 2 January 2025')
    >>> in_words("2022-02-24/..")
    'since 24 February 2022'
    """
    first, slash, last = iso.partition("/")
    if not slash or first == last:
        return _one(first)
    if last == "..":
        return f"since {_one(first)}"
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_one(last)}"
    if len(first) == len(last) == 10 and first[:4] == last[:4]:
        return f"{_one(first)[:-5]} – {_one(last)}"
    return f"{_one(first)} – {_one(last)}"


def claimed(claim: DateClaim) -> str:
    """Return the date of a claim in words, with its precision."""
    return _PRECISION.get(claim.precision, "") + in_words(claim.value)


def first_day(iso: str) -> str:
    """Return where a date or interval begins, for sorting."""
    return iso.partition("/")[0]


def span(dates: list[str]) -> str:
    """Return from when to when some dates are, in words; empty if there are none.

    >>> span(["2025-07-13", "2024-01-17"]), span(["2024-01-17"])
    ('17 January 2024 – 13 July 2025', '17 January 2024')
    """
    known = sorted(first_day(each) for each in dates if each)
    return in_words(f"{known[0]}/{known[-1]}") if known else ""


def _one(iso: str) -> str:
    year, _, rest = iso.partition("-")
    if not rest:
        return str(int(year))
    month, _, day = rest.partition("-")
    words = f"{MONTHS[int(month) - 1]} {int(year)}"
    return f"{int(day)} {words}" if day else words


def days_after(event: str, published: str) -> str:
    """Return how long after an event something was published; empty if a day is not known.

    >>> days_after("2024-01-15/2024-01-17", "2024-01-20"), days_after("2024-06", "2024-06-20")
    ('3 days after', '')
    """
    end = event.rpartition("/")[2]
    if len(end) != 10 or len(published) != 10:
        return ""
    days = (date.fromisoformat(published) - date.fromisoformat(end)).days
    if days < 0:
        return "before its end"
    return "the same day" if days == 0 else f"{days:,} day{'' if days == 1 else 's'} after"
