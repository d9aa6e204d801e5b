"""What the search keeps from one build to the next: what its pages say, and the shards' files.

Nothing here is needed: where it is absent, stale or damaged, pages are read and shards made again,
with the same bytes. A file counts as unchanged as Git takes it: by size, time and inode.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_PAGES = "pages.json"
_PROOF = "proof"


def state(path: str | Path) -> list[int]:
    """Return what tells whether a file is the one that was seen before."""
    found = os.stat(path)  # noqa: PTH116 - of every page and file of the search, at every build
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def read(kept: Path | None) -> dict[str, Any]:
    """Return what was written about pages; nothing if it cannot be read or was changed."""
    if kept is None:
        return {}
    try:
        digest, text = (kept / _PAGES).read_text("utf-8").split("\n", 1)
        known = json.loads(text) if digest == _digest(text) else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def write(kept: Path | None, pages: Mapping[str, Any]) -> None:
    """Keep what is known of pages, in one step."""
    if kept is None:
        return
    text = json.dumps(pages, ensure_ascii=False)
    kept.mkdir(parents=True, exist_ok=True)
    beside = kept / f"{_PAGES}.new"
    beside.write_text(f"{_digest(text)}\n{text}", "utf-8", newline="\n")
    beside.replace(kept / _PAGES)


def take(kept: Path | None, name: str, target: Path) -> bool:
    """Put the kept folder `name` at `target`; return False, with nothing done, if it has not stayed as it was."""
    if kept is None or not _is_proven(kept / name):
        return False
    _copy(kept / name, target)
    return True


def keep(kept: Path | None, name: str, made: Path) -> None:
    """Keep the folder `made` under `name`."""
    if kept is None:
        return
    shutil.rmtree(kept / name, ignore_errors=True)
    _copy(made, kept / name)
    (kept / name / _PROOF).write_text(_proof(kept / name), "utf-8")


def clear(kept: Path | None, names: Iterable[str]) -> None:
    """Remove every kept folder but these."""
    if kept is None or not kept.is_dir():
        return
    for folder in kept.iterdir():
        if folder.is_dir() and folder.name not in set(names):
            shutil.rmtree(folder)


def _is_proven(folder: Path) -> bool:
    try:
        return (folder / _PROOF).read_text("utf-8") == _proof(folder)
    except (OSError, ValueError):
        return False


def _proof(folder: Path) -> str:
    names = sorted(set(os.listdir(folder)) - {_PROOF})  # noqa: PTH208 - as above
    return _digest(repr([(name, state(f"{folder}/{name}")) for name in names]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _copy(source: Path, target: Path) -> None:
    """Make `target` a folder of the same files: by links, or by copies where there are no links."""
    target.mkdir(parents=True)
    for name in set(os.listdir(source)) - {_PROOF}:  # noqa: PTH208 - as above
        try:
            os.link(f"{source}/{name}", f"{target}/{name}")
        except OSError:
            shutil.copyfile(source / name, target / name)
