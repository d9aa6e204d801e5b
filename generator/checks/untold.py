"""What was published is not changed in silence: the archive against an earlier state of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.changes import Change
from generator.checks.changed import owed
from generator.checks.subject import Finding
from generator.errors import visible
from generator.model import Archive, Block, Release

_NEVER = "an id that was published leads somewhere for ever"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The part of an earlier state that may be missed: what has changed or gone since."""

    releases: Mapping[str, Release]
    """Those whose file differs now, by id."""
    paths: Mapping[str, str]
    """Path under content/ of each of these releases, then."""
    records: Mapping[str, str]
    """Id of each outlet or authority record whose file is gone → its path then."""
    captures: tuple[str, ...] = ()
    """Paths of captures whose bytes differ now, or that are gone."""
    stones: Mapping[str, str] = field(default_factory=dict)
    """Id of each tombstone whose file is gone → its path then."""


def untold(earlier: Earlier, archive: Archive) -> Iterator[Finding]:
    """Yield each change of what was published that no record tells.

    Args:
        earlier: What differs from the archive now.
        archive: The archive now.
    """
    led = _led(archive)
    for key, before in earlier.releases.items():
        if not before.head.review:
            yield from _release(before, earlier.paths[key], archive, led)
    yield from _gone(earlier, archive, led)
    for path in earlier.captures:
        yield from _capture(path, archive)


def _release(
    before: Release, path: str, archive: Archive, led: Mapping[str, str]
) -> Iterator[Finding]:
    key = before.id
    now = archive.releases.get(key) or archive.releases.get(led.get(key, ""))
    if now is not None:
        yield from _changed(before, now, archive.paths[now.id])
    elif key not in archive.withdrawn and key not in led:
        yield _vanished(path, key, "release")


def _gone(earlier: Earlier, archive: Archive, led: Mapping[str, str]) -> Iterator[Finding]:
    for key, path in earlier.records.items():
        if key not in archive.paths and key not in led:
            yield _vanished(path, key, "record")
    for key, path in earlier.stones.items():
        if key not in archive.withdrawn:
            message = f"the tombstone of `{key}` is gone"
            yield Finding(path, 1, message, "restore the file; an id is never used again")


def _led(archive: Archive) -> dict[str, str]:
    """Return where former ids lead."""
    releases = {key: one.head.formerly for key, one in archive.releases.items()}
    records = {
        key: one.formerly
        for table in (archive.outlets, archive.entities)
        for key, one in table.items()
    }
    return {old: key for key, olds in (*releases.items(), *records.items()) for old in olds}


def _vanished(path: str, key: str, noun: str) -> Finding:
    stone = f"write `withdrawn/{key}.yml` (`python -m generator new withdrawal {key}`), or "
    fix = f"write `formerly: [{key}]` in the record that has taken its place, or restore the file"
    return Finding(
        path,
        1,
        f"the {noun} `{key}` was published and is gone; {_NEVER}",
        (stone if noun == "release" else "") + fix,
    )


def _capture(path: str, archive: Archive) -> Iterator[Finding]:
    folder, _, name = path.removeprefix("captures/").partition("/")
    key = f"{folder}/{name.rpartition('.')[0]}"
    if key in archive.captures:
        fix = "restore the file; a newer capture of the page is added like any other"
        yield Finding(path, 1, "the bytes of a capture that was committed have changed", fix)
    elif any(release.head.capture == key for release in archive.releases.values()):
        yield Finding(path, 1, "a capture that a release rests on is gone", "restore the file")


def _changed(before: Release, now: Release, path: str) -> Iterator[Finding]:
    known = Counter(before.head.changes)
    fresh = [change for change in now.head.changes if not _drawn(known, change)]
    for change in known.elements():
        message = f"the entry of {change.date} on {change.what} was published and is gone"
        yield Finding(path, ("changes",), message, "restore it; an entry is never taken back")
    yield from _fields(before, now, path, fresh)
    yield from _blocks(before, now, path, fresh)


def _drawn(stock: Counter[Change], change: Change) -> bool:
    if stock[change] < 1:
        return False
    stock[change] -= 1
    return True


def _fields(before: Release, now: Release, path: str, fresh: list[Change]) -> Iterator[Finding]:
    then, here = owed(before.head), owed(now.head)
    told = {change.what: change.text for change in fresh if not change.is_block}
    for name in sorted(then.keys() | here.keys()):
        if then.get(name) == here.get(name):
            continue
        if name not in told or told[name] != then.get(name):
            message = f"`{name}` was published as {_quoted(then.get(name))} and no entry says so"
            yield Finding(path, (name,), message, _fix(name, then.get(name)))


def _blocks(before: Release, now: Release, path: str, fresh: list[Change]) -> Iterator[Finding]:
    """Yield blocks that were there and are not, or are there and were not, and no entry says so.

    Blocks are known by their text: one that was inserted before them gives the others new numbers
    and changes nothing of what they say.
    """
    left, added = _apart(before.blocks, now.blocks)
    told = Counter(change.text for change in fresh if change.is_block and change.text is not None)
    here = {change.what for change in fresh if change.is_block and not change.gone}
    for block in left:
        if told[block.text] > 0:
            told[block.text] -= 1
            continue
        message = f"{block.id} was published as {_quoted(block.text)} and no entry says so"
        same = next((one.id for one in added if one.id == block.id), None)
        at = (block.id,) if same else ("changes",)
        yield Finding(path, at, message, _fix(block.id, block.text, gone=same is None))
    for block in added:
        if block.id not in here and all(one.id != block.id for one in left):
            message = f"{block.id} was not published before, and no entry says so"
            yield Finding(path, (block.id,), message, _fix(block.id, None))


def _apart(
    then: tuple[Block, ...], here: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    old = Counter((block.is_heading, block.text) for block in then)
    new = Counter((block.is_heading, block.text) for block in here)
    gone, come = old - new, new - old
    return _taken(then, gone), _taken(here, come)


def _taken(blocks: tuple[Block, ...], wanted: Counter[tuple[bool, str]]) -> tuple[Block, ...]:
    found = []
    for block in blocks:
        if wanted[block.is_heading, block.text] > 0:
            wanted[block.is_heading, block.text] -= 1
            found.append(block)
    return tuple(found)


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"`{visible(text, 60)}`"


def _fix(what: str, text: str | None, *, gone: bool = False) -> str:
    """Return the entry that is missing, as far as it can be known."""
    former = "" if text is None else ', from: "the former words, whole"'
    taken = ", gone: true" if gone else ""
    return f'add `- {{date: "YYYY-MM-DD", what: {what}{former}{taken}, why: …}}` to `changes`'
