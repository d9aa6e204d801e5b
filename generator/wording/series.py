"""A series read by slots: what its releases say of one thing, one beside the other; and silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.authority import Event, Series, SlotLabel
from generator.changes import short_hash
from generator.model import Archive
from generator.vocabulary import Slot
from generator.wording.patterns import Finder
from generator.wording.reading import Reading

ENOUGH = 2
"""Members directly before a release that must agree before their words are expected of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A release of a series, and the event it reports."""

    reading: Reading
    event: Event
    member: bool
    """False for one that is only read beside the members."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words of a paragraph that say something of a slot."""

    slot: str
    release: str
    block: str
    start: int
    end: int
    label: SlotLabel | None = None
    """What a person said of it, if one put the paragraph here; else a rule did."""

    @property
    def confirmed(self) -> bool:
        """Whether a person put the paragraph here."""
        return self.label is not None


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """A series by slots and releases."""

    series: Series
    columns: tuple[Column, ...]
    """In the order of the events."""
    slots: tuple[Slot, ...]
    placed: tuple[Placed, ...]
    stale: tuple[SlotLabel, ...]
    """Labels of paragraphs that have changed since: told, not used."""

    def cell(self, slot: str, release: str) -> tuple[Placed, ...]:
        """Return what a release says of a slot."""
        return tuple(one for one in self.placed if (one.slot, one.release) == (slot, release))


def columns(
    series: Series, archive: Archive, readings: Mapping[str, Reading]
) -> tuple[Column, ...]:
    """Return the releases of a series in the order of its events.

    Of several releases on one event those of the highest level stand for it: a news report beside
    the parties' own release is no member of a series of releases.
    """
    events = [
        (one, one.series == series.id)
        for one in archive.entities.values()
        if isinstance(one, Event) and (one.series == series.id or one.id in series.read_with)
    ]
    events.sort(key=lambda each: (each[0].date, each[0].id))
    told = _by_event(readings.values())
    return tuple(
        Column(reading, event, member)
        for event, member in events
        for reading in _highest(told.get(event.id, ()), archive)
    )


def _by_event(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    told: dict[str, list[Reading]] = {}
    for reading in readings:
        for event in reading.release.head.events:
            told.setdefault(event, []).append(reading)
    return told


def _highest(readings: Sequence[Reading], archive: Archive) -> list[Reading]:
    levels = [
        kind.level if (kind := archive.kinds.get(one.release.head.kind)) else 99 for one in readings
    ]
    return [one for one, level in zip(readings, levels, strict=True) if level == min(levels)]


def table(series: Series, archive: Archive, readings: Mapping[str, Reading]) -> SeriesTable:
    """Return a series by its slots.

    Args:
        series: Its record; a slot that is not in the vocabulary is passed over (`check` tells it).
        archive: Events, kinds and the vocabulary.
        readings: What may be read of each release.
    """
    known = {one.id: one for one in archive.vocabulary.slots}
    slots = tuple(known[one] for one in series.slots if one in known)
    finder = Finder([(one.id, pattern) for one in slots for pattern in one.patterns])
    held = columns(series, archive, readings)
    sound, stale = _labels(series, readings)
    placed = [
        one
        for reading in dict.fromkeys(column.reading.id for column in held)
        for one in _placed(readings[reading], finder, sound)
    ]
    return SeriesTable(series, held, slots, tuple(placed), stale)


Labels = Mapping[tuple[str, str, str], SlotLabel]
"""Release, block and slot → what a person says."""


def _labels(
    series: Series, readings: Mapping[str, Reading]
) -> tuple[Labels, tuple[SlotLabel, ...]]:
    sound: dict[tuple[str, str, str], SlotLabel] = {}
    stale: list[SlotLabel] = []
    for label in series.labels:
        release, _, block = label.at.partition("#")
        reading = readings.get(release)
        if reading and short_hash(reading.text(block)) == label.text:
            sound[release, block, label.slot] = label
        else:
            stale.append(label)
    return sound, tuple(stale)


def _placed(reading: Reading, finder: Finder, labels: Labels) -> Iterator[Placed]:
    for block in reading.blocks:
        mine = {key[2]: one for key, one in labels.items() if key[:2] == (reading.id, block.id)}
        found = [one for one in finder.find(block.text) if not block.is_heading]
        for one in found:
            label = mine.get(one.key)
            if label is None or not label.deny:
                yield Placed(one.key, reading.id, block.id, one.start, one.end, label)
        for slot, label in mine.items():
            if not label.deny and slot not in {one.key for one in found}:
                yield Placed(slot, reading.id, block.id, 0, len(block.text), label)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the releases before lead one to expect of a release, and it does not have."""

    what: str
    """`name`, `formula` or `slot`."""
    id: str
    before: tuple[str, ...]
    """The releases directly before it that all have it."""


def silences(
    at: Column, before: Sequence[Column], has: Mapping[str, Mapping[str, frozenset[str]]]
) -> tuple[Expected, ...]:
    """Return what is not seen in a release though the two before it have it.

    Args:
        at: The release; nothing is said of one whose text is not whole.
        before: The columns before it, on other events.
        has: Sort of thing (`name`, `formula`, `slot`) → release → ids that it has.
    """
    last = before[-ENOUGH:]
    if not at.reading.whole or len(last) < ENOUGH:
        return ()
    ids = tuple(column.reading.id for column in last)
    found = []
    for what, of in has.items():
        common = frozenset.intersection(*(of[one] for one in ids))
        found += [Expected(what, each, ids) for each in sorted(common - of[at.reading.id])]
    return tuple(found)
