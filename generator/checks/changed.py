"""What records say of changes after publication holds: corrections, withdrawals, former ids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import ids
from generator.changes import OWED, Change
from generator.checks.subject import Finding, Loc, Subject
from generator.errors import visible
from generator.model import Release, ReleaseHead

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def contradictory(subject: Subject) -> Iterator[Finding]:
    """Yield each entry of `changes` that its release, or an entry beside it, speaks against."""
    for release in subject.archive.releases.values():
        path = subject.archive.paths[release.id]
        before = ""
        for index, change in enumerate(release.head.changes):
            at: Loc = ("changes", index)
            yield from _day(path, (*at, "date"), change.date)
            if change.date < before:
                message = f"the change of {change.date} stands after one of {before}"
                yield Finding(path, (*at, "date"), message, "write the entries in order of date")
            before = max(before, change.date)
            yield from _subject(path, at, change, release)


def _day(path: str, at: Loc, date: str) -> Iterator[Finding]:
    if not _DAY.fullmatch(date):
        yield Finding(path, at, f"`{date}` is no single day", "write the day as YYYY-MM-DD")


def _subject(path: str, at: Loc, change: Change, release: Release) -> Iterator[Finding]:
    now = value(release, change.what)
    if change.gone and change.text is None:
        message = f"`{change.what}` is gone, and nothing says what stood there"
        yield Finding(path, at, message, "write the former words in `from`")
    elif not change.gone and change.is_block and now is None:
        message = f"`{change.what}` is no block of this release"
        fix = "write the id it has now, or `gone: true` if nothing stands in its place"
        yield Finding(path, (*at, "what"), message, fix)
    elif change.text is not None and change.text == now and not change.gone:
        later = release.head.changes[int(at[1]) + 1 :]
        if all(other.what != change.what for other in later):
            message = f"`from` is what stands in {change.what} now"
            yield Finding(path, (*at, "from"), message, "write what stood there before the change")


def value(release: Release, what: str) -> str | None:
    """Return what a release says in a block or a field of its head, as text; None if nothing.

    Args:
        release: The release.
        what: A block's id, or one of `changes.FIELDS`.
    """
    for block in release.blocks:
        if block.id == what:
            return block.text
    return field_text(release.head, what)


def field_text(head: ReleaseHead, name: str) -> str | None:
    """Return a field of a head as text, without its ground; None if it is left out."""
    found = getattr(head, name, None)
    if found is None or found == ():
        return None
    if isinstance(found, tuple):
        return ", ".join(str(one) for one in found)
    text = found if isinstance(found, str) else getattr(found, "value", getattr(found, "text", ""))
    return str(text)


def owed(head: ReleaseHead) -> dict[str, str]:
    """Return the fields whose change must be told, as texts."""
    return {name: text for name in OWED if (text := field_text(head, name)) is not None}


def reused(subject: Subject) -> Iterator[Finding]:
    """Yield each former id that is in use, or that two records claim."""
    archive = subject.archive
    taken = {
        ids.collision_key(key): key
        for table in (archive.releases, archive.outlets, archive.entities, archive.withdrawn)
        for key in table
    }
    for owner, index, former in _former(subject):
        other = taken.setdefault(ids.collision_key(former), owner)
        if other != owner or former == owner:
            path = archive.paths[owner]
            message = f"the former id `{former}` is the id of `{visible(other)}`, or was"
            yield Finding(
                path, ("formerly", index), message, "delete it; an id is never used again"
            )


def _former(subject: Subject) -> Iterator[tuple[str, int, str]]:
    archive = subject.archive
    for key, release in archive.releases.items():
        yield from ((key, index, old) for index, old in enumerate(release.head.formerly))
    for table in (archive.outlets, archive.entities):
        for key, record in table.items():
            yield from ((key, index, old) for index, old in enumerate(record.formerly))


def withdrawn(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with tombstones: no day, an outlet or successor that is not there."""
    archive = subject.archive
    for key, stone in archive.withdrawn.items():
        path = archive.paths[key]
        yield from _day(path, ("date",), stone.date)
        for name, table in (("outlet", archive.outlets), ("replaced_by", archive.releases)):
            to = getattr(stone, name)
            if to and to not in table and to not in subject.unsound:
                noun = "an outlet" if name == "outlet" else "a release"
                message = f"`{to}` is not the id of {noun} in this archive"
                yield Finding(path, (name,), message, f"write the id of {noun}, or delete the line")
