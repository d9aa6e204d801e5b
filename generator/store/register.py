"""What is already in the archive, as far as adding must know: captures, addresses, ids.

Only the first lines of sidecars are read, so that adding to ten thousand captures does not first
prove ten thousand; whatever is wrong in them is for `check` to tell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.clean import address
from generator.store import yamlfile

_LINE = re.compile(r"^(sha256|url|release): (.+)$", re.MULTILINE)
_HEAD = 16_000
"""Characters of a sidecar that hold its fields before the lists of blocks and cuts."""
_PENDING = re.compile(r"^review: pending$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A capture that is there."""

    key: str
    """`<outlet>/<accession>`."""
    sha256: str
    release: str
    url: str | None = None


@dataclass(slots=True)
class Register:
    """Captures and releases by what identifies them; grows as captures are added."""

    captures: dict[str, Entry] = field(default_factory=dict)
    """By key."""
    by_sha256: dict[str, Entry] = field(default_factory=dict)
    by_address: dict[str, list[Entry]] = field(default_factory=dict)
    releases: dict[str, Path] = field(default_factory=dict)
    """Id → the release's file."""

    fresh: set[str] = field(default_factory=set)
    """Keys of captures added since it was made; they may not be on the disk yet."""

    def take(self, entry: Entry, *, fresh: bool = False) -> None:
        """Note a capture."""
        if fresh:
            self.fresh.add(entry.key)
        self.captures[entry.key] = entry
        self.by_sha256.setdefault(entry.sha256, entry)
        if entry.url:
            self.by_address.setdefault(address.key(entry.url), []).append(entry)

    def at_address(self, url: str | None) -> list[Entry]:
        """Return the captures of a page's address."""
        return self.by_address.get(address.key(url), []) if url else []


def register(content: Path) -> Register:
    """Return what a content folder holds.

    Args:
        content: The folder; it may be empty.
    """
    found = Register()
    for path in _files(content / "releases", ".md"):
        found.releases[path.stem] = path
    for path in _files(content / "captures", ".yml"):
        if entry := _entry(path):
            found.take(entry)
    return found


def is_pending(path: Path) -> bool:
    """Return whether nobody has reviewed the release in this file yet."""
    front = path.read_text("utf-8", errors="replace").partition("\n---\n")[0]
    return bool(_PENDING.search(front))


def _files(root: Path, ending: str) -> Iterator[Path]:
    """Yield the regular files one folder beneath `root`, in order; links are not followed."""
    for folder in _entries(root):
        if folder.is_dir(follow_symlinks=False):
            for entry in _entries(Path(folder.path)):
                if entry.name.endswith(ending) and entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _entry(path: Path) -> Entry | None:
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(_HEAD)
    fields = {name: _scalar(value) for name, value in _LINE.findall(head)}
    if "sha256" not in fields or "release" not in fields:
        return None
    key = f"{path.parent.name}/{path.stem}"
    return Entry(key, fields["sha256"], fields["release"], fields.get("url"))


def _scalar(text: str) -> str:
    if not text.startswith(('"', "'")):
        return text
    value = yamlfile.parse(f"v: {text}\n").data
    return str(value["v"]) if isinstance(value, dict) else text
