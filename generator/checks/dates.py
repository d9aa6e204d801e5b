"""Dates that contradict each other; a date that is only uncertain contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.authority import Event, Instrument, Person
from generator.checks.days import between, claimed, days, exchanged
from generator.checks.subject import Finding, Loc, Subject
from generator.model import DateClaim, Release

MOST_LATER = 3
"""Days that a release may be published after its dateline before a person should look."""
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def contradictory(subject: Subject) -> Iterator[Finding]:
    """Yield each pair of dates that cannot both be true."""
    for release in subject.archive.releases.values():
        yield from _of_release(subject, release)
    for key, capture in subject.archive.captures.items():
        if capture.captured:
            path = subject.archive.paths[key]
            yield from _precision(path, "captured", capture.captured)
    for entity in subject.archive.entities.values():
        if isinstance(entity, Event):
            yield from _of_event(subject, entity)
        elif isinstance(entity, Person):
            yield from _of_offices(subject, entity)
    yield from _series(subject)


def _of_release(subject: Subject, release: Release) -> Iterator[Finding]:
    path = subject.archive.paths[release.id]
    published = release.head.published
    if not published:
        return
    yield from _precision(path, "published", published)
    yield from _dateline(path, release, published)
    named = [subject.archive.entities.get(key) for key in release.head.events]
    if events := [event for event in named if isinstance(event, Event)]:
        latest = max(events, key=lambda event: days(event.date).first)
        yield from _before_event(path, published, latest)
    capture = subject.archive.captures.get(release.head.capture)
    if capture and capture.captured and capture.release == release.id:
        yield from _after_capture(subject, release, published, capture.captured)


def _before_event(path: str, published: DateClaim, event: Event) -> Iterator[Finding]:
    starts = days(event.date).first
    if claimed(published).last >= starts:
        return
    message = f"published {published.value}, before `{event.id}` of {event.date}"
    other = exchanged(published.value)
    if other and days(other).last >= starts:
        fix = f"see whether day and month are exchanged ({other}), or correct the event"
    else:
        fix = "correct one of the dates, or take out of `events` what the text only announces"
    yield Finding(path, ("published",), message, fix)


def _after_capture(
    subject: Subject, release: Release, published: DateClaim, captured: DateClaim
) -> Iterator[Finding]:
    if claimed(captured).last < claimed(published).first:
        message = f"captured {captured.value}, before it was published on {published.value}"
        path = subject.archive.paths[release.head.capture]
        fix = f"correct `captured`, or `published` in `{subject.archive.paths[release.id]}`"
        yield Finding(path, ("captured",), message, fix)


def _dateline(path: str, release: Release, published: DateClaim) -> Iterator[Finding]:
    line = release.head.dateline
    if not line or not line.date:
        return
    written, out = days(line.date), claimed(published)
    at: Loc = ("dateline",)
    if written.first > out.last and between(out.last, written.first) > 1:
        message = f"the dateline is of {line.date}, after the text was published"
        yield Finding(path, at, message, f"correct it, or `published` ({published.value})")
    elif out.first > written.last and between(written.last, out.first) > MOST_LATER:
        later = between(written.last, out.first)
        message = f"the dateline is of {line.date}, {later} days before the text was published"
        fix = f"see whether both dates are right (published {published.value})"
        yield Finding(path, at, message, fix, "warning")


def _precision(path: str, field: str, claim: DateClaim) -> Iterator[Finding]:
    is_interval = "/" in claim.value
    fits = "interval" if is_interval else _PRECISIONS[len(claim.value)]
    if claim.precision.startswith("not-") and not is_interval:
        return
    if claim.precision != fits:
        message = f"`{claim.value}` is not as precise as `{claim.precision}` says"
        if is_interval or len(claim.value) < 10:
            yield Finding(path, (field,), message, f"write `precision: {fits}`")
        else:
            message = f"`{claim.value}` is more precise than `{claim.precision}` says"
            yield Finding(path, (field,), message, "write `precision: day`, or shorten the date")


def _of_event(subject: Subject, event: Event) -> Iterator[Finding]:
    path = subject.archive.paths[event.id]
    own = days(event.date)
    entities = subject.archive.entities
    whole = entities.get(event.part_of) if event.part_of else None
    if isinstance(whole, Event):
        around = days(whole.date)
        if own.last < around.first or own.first > around.last:
            message = (
                f"of {event.date}, outside of `{whole.id}` ({whole.date}), of which it is part"
            )
            yield Finding(path, ("date",), message, "correct one of the dates, or `part_of`")
    for index, key in enumerate(event.led_to):
        later = entities.get(key)
        date = later.date if isinstance(later, Event | Instrument) else None
        if date and days(date).last < own.first:
            message = f"led to `{key}` of {date}, which was before it ({event.date})"
            fix = "correct one of the dates, or name the two the other way round"
            yield Finding(path, ("led_to", index), message, fix)


def _of_offices(subject: Subject, person: Person) -> Iterator[Finding]:
    for index, office in enumerate(person.offices):
        if office.since and office.until and days(office.until).last < days(office.since).first:
            message = f"an office held from {office.since} to {office.until}"
            path = subject.archive.paths[person.id]
            yield Finding(path, ("offices", index, "to"), message, "correct one of the dates")


def _series(subject: Subject) -> Iterator[Finding]:
    """Yield what contradicts the order that events of one series are numbered in."""
    numbered: dict[str, list[tuple[int, Event]]] = {}
    for entity in subject.archive.entities.values():
        if isinstance(entity, Event) and entity.series and entity.ordinal:
            numbered.setdefault(entity.series, []).append((entity.ordinal, entity))
    for series, events in numbered.items():
        ordered = sorted(events, key=lambda pair: (pair[0], pair[1].id))
        for (number, event), (next_number, later) in pairwise(ordered):
            path = subject.archive.paths[later.id]
            if number == next_number:
                message = f"`{event.id}` is number {number} of `{series}` already"
                yield Finding(path, ("ordinal",), message, "correct the number of one of the two")
            elif days(later.date).last < days(event.date).first:
                message = f"number {next_number} of `{series}`, but before number {number}"
                fix = f"correct the number, or the date ({event.id}: {event.date})"
                yield Finding(path, ("ordinal",), message, fix)
