"""The lists of releases that can be followed, cited and taken away: of the whole, by whom, of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.authority import FOLDERS, Event
from generator.model import Archive, Mention, Release

_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}


def lists(
    archive: Archive, mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, tuple[Release, ...]]:
    """Return each list that holds a release: folder of its page in the site → its releases.

    The list of an outlet is what it published; of an event what is about it; of a series what is
    about its events; of any other record what names it. The newest come first; those without a
    date come last.
    """
    found: dict[str, list[Release]] = defaultdict(list)
    for release in newest(archive.releases.values()):
        for folder in _of(archive, release, mentions.get(release.id, ())):
            found[folder].append(release)
    return {folder: tuple(found[folder]) for folder in sorted(found)}


def newest(releases: Iterable[Release]) -> list[Release]:
    """Return releases by date, the newest first, those without a date last; then by id."""
    return sorted(releases, key=lambda one: (date(one), one.id), reverse=True)


def date(release: Release) -> str:
    """Return the day a release is listed by: published, else its dateline; empty if unknown."""
    if release.head.published:
        return release.head.published.value.partition("/")[0]
    line = release.head.dateline
    return (line.date or "").partition("/")[0] if line else ""


def _of(archive: Archive, release: Release, mentions: Sequence[Mention]) -> set[str]:
    head = release.head
    named = {entity for one in mentions if one.layer == "named" for entity in one.entities}
    events = [archive.entities.get(event) for event in head.events]
    series = {event.series for event in events if isinstance(event, Event) and event.series}
    folders = {f"outlets/{head.outlet}"} if head.outlet in archive.outlets else set()
    for key in named | set(head.events) | series:
        if entity := archive.entities.get(key):
            folders.add(f"{_FOLDER[type(entity)]}/{key}")
    return folders
