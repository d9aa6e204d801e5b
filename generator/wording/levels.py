"""At which level a release speaks, and how soon after the event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.authority import Event
from generator.model import Archive
from generator.wording.reading import Reading

BUCKETS = (0, 1, 3, 7, 30)
"""Greatest number of days of each column; what comes later has a column of its own."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How long after the last event it reports a release was published."""

    release: str
    kind: str
    level: int
    """0 if the kind is not in the vocabulary."""
    days: int | None
    """None if a day is not known, or the release came before the event's end."""


def lags(archive: Archive, readings: Mapping[str, Reading]) -> tuple[Lag, ...]:
    """Return the level and lag of each release, in the order of dates."""
    return tuple(lag(archive, reading) for reading in readings.values())


def lag(archive: Archive, reading: Reading) -> Lag:
    """Return the level and lag of one release."""
    head = reading.release.head
    kind = archive.kinds.get(head.kind)
    events = (archive.entities.get(each) for each in head.events)
    ends = [one.date.rpartition("/")[2] for one in events if isinstance(one, Event)]
    days = _days(max(ends), reading.date) if ends else None
    return Lag(reading.id, head.kind, kind.level if kind else 0, days)


def _days(event: str, published: str) -> int | None:
    """Return the days between two dates that are known to the day.

    >>> _days("2024-01-17", "2024-01-20"), _days("2024-01", "2024-01-20"), _days("2024-01-02", "2024-01-01")
    (3, None, None)
    """
    if len(event) != 10 or len(published) != 10:
        return None
    days = (date.fromisoformat(published) - date.fromisoformat(event)).days
    return days if days >= 0 else None


def bucket(days: int) -> int:
    """Return the column of a lag.

    >>> [bucket(days) for days in (0, 1, 2, 7, 8, 300)]
    [0, 1, 2, 3, 4, 5]
    """
    return next((place for place, most in enumerate(BUCKETS) if days <= most), len(BUCKETS))
