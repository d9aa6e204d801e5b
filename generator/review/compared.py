"""Two states of the archive: what a reader finds changed, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.model import Archive, Mention, Relation, Release
from generator.record import Record, as_written
from generator.review.words import marked


@dataclass(frozen=True, slots=True)
class State:
    """The archive at one commit, and what follows from it."""

    archive: Archive
    mentions: Mapping[str, tuple[Mention, ...]]
    relations: tuple[Relation, ...]
    pages: frozenset[str] | None
    """Paths of the page tree; None if it cannot be made."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the review: of one release, one record, or of the site; its lines are sentences."""

    heading: str
    lines: tuple[str, ...]


def compared(before: State, after: State) -> tuple[Part, ...]:
    """Return what changes for readers, part by part; nothing if nothing does."""
    parts = [_pages(before, after), *_releases(before, after), *_records(before, after)]
    parts += [_written(before.archive, after.archive), _captures(before.archive, after.archive)]
    return tuple(part for part in parts if part.lines)


def _pages(before: State, after: State) -> Part:
    if before.pages is None or after.pages is None:
        return Part("Pages", ("cannot be told before the faults are mended: run `check`",))
    lines = [f"appears: {_address(path)}" for path in sorted(after.pages - before.pages)]
    lines += [f"vanishes: {_address(path)}" for path in sorted(before.pages - after.pages)]
    return Part("Pages", tuple(lines))


def _address(path: str) -> str:
    """Return the address of a page of the tree.

    >>> _address("people/index.md"), _address("data.md"), _address("index.md")
    ('/people/', '/data/', '/')
    """
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{folder}/" if folder else "/"


def _releases(before: State, after: State) -> Iterator[Part]:
    for key in sorted(before.archive.releases.keys() | after.archive.releases.keys()):
        old, new = before.archive.releases.get(key), after.archive.releases.get(key)
        if old and new:
            lines = [*_head(old, new), *_text(old, new)]
        elif new:
            lines = ["new", *(f"{block.id}: {{+{block.text}+}}" for block in new.blocks)]
        else:
            lines = ["withdrawn" if key in after.archive.withdrawn else "gone"]
        lines += _links(before, after, key)
        yield Part(f"Release {key}", tuple(lines))


def _head(old: Release, new: Release) -> Iterator[str]:
    yield from _fields(old.head, new.head)


def _fields(old: Record, new: Record) -> Iterator[str]:
    then, now = map(as_written, (old, new))
    for name in dict.fromkeys((*now, *then)):
        if then.get(name) != now.get(name):
            yield f"{name}: {marked(_said(then.get(name)), _said(now.get(name)))}"


def _said(value: Any) -> str:
    """Return a field's value in one line."""
    if value is None:
        return ""
    if isinstance(value, dict):
        if value.keys() == {"value"}:
            return str(value["value"])
        return "; ".join(f"{key}: {_said(part)}" for key, part in value.items())
    if isinstance(value, tuple | list):
        return " | ".join(_said(part) for part in value)
    return str(value)


def _text(old: Release, new: Release) -> Iterator[str]:
    then, now = [block.text for block in old.blocks], [block.text for block in new.blocks]
    steps = SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
    for step, first, last, start, end in steps:
        if step == "equal":
            continue
        shared = min(last - first, end - start)
        for number in range(shared):
            words = marked(then[first + number], now[start + number])
            yield f"{new.blocks[start + number].id}: {words}"
        for block in old.blocks[first + shared : last]:
            yield f"{block.id}: [-{block.text}-]"
        for block in new.blocks[start + shared : end]:
            yield f"{block.id}: {{+{block.text}+}}"


def _links(before: State, after: State, key: str) -> Iterator[str]:
    then, now = _named(before, key), _named(after, key)
    yield from (f"link appears: {one}" for one in sorted(now - then))
    yield from (f"link vanishes: {one}" for one in sorted(then - now))
    earlier, later = _related(before, key), _related(after, key)
    yield from (f"relation appears: {one}" for one in sorted(later - earlier))
    yield from (f"relation vanishes: {one}" for one in sorted(earlier - later))


def _named(state: State, key: str) -> set[str]:
    return {
        f"{mention.block} “{mention.text}” → {', '.join(mention.entities)}"
        for mention in state.mentions.get(key, ())
        if mention.layer == "named" and mention.entities
    }


def _related(state: State, key: str) -> set[str]:
    return {f"{one.type} → {one.target}" for one in state.relations if one.source == key}


def _records(before: State, after: State) -> Iterator[Part]:
    for noun, old, new in (
        ("Record", before.archive.entities, after.archive.entities),
        ("Outlet", before.archive.outlets, after.archive.outlets),
        ("Kind", before.archive.kinds, after.archive.kinds),
        ("Tombstone", before.archive.withdrawn, after.archive.withdrawn),
    ):
        for key in sorted(old.keys() | new.keys()):
            yield Part(f"{noun} {key}", tuple(_record(old.get(key), new.get(key))))


def _record(old: Record | None, new: Record | None) -> Iterator[str]:
    if old and new:
        yield from _fields(old, new)
    elif new:
        yield "new"
        yield from (f"{name}: {{+{_said(value)}+}}" for name, value in _dumped(new).items())
    else:
        yield "gone"


def _dumped(record: Record) -> dict[str, Any]:
    return {name: value for name, value in as_written(record).items() if name != "id"}


def _written(before: Archive, after: Archive) -> Part:
    lines = []
    for path in sorted(before.pages.keys() | after.pages.keys()):
        old, new = before.pages.get(path, ""), after.pages.get(path, "")
        if old != new:
            lines.append(
                f"{path}: {marked(old, new)}"
                if old and new
                else f"{path}: {'new' if new else 'gone'}"
            )
    return Part("Hand-written pages", tuple(lines))


def _captures(before: Archive, after: Archive) -> Part:
    lines = []
    for key in sorted(before.captures.keys() | after.captures.keys()):
        old, new = before.captures.get(key), after.captures.get(key)
        if old and new and old != new:
            lines += [f"{key}: {line}" for line in _fields(old, new)]
        elif old is None or new is None:
            lines.append(f"{key}: {'new' if new else 'gone'}")
    return Part("Captures", tuple(lines))
