"""What the search keeps from one build to the next: what its pages say, and the shards' files.

Nothing here is needed: where it is absent, stale or damaged, pages are read and shards made again,
with the same bytes. A file counts as unchanged as Git takes it: by size, time and inode.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.site.ledger import state
from generator.site.staged import Staged, linked

_PAGES = "pages.json"
_PROOF = "proof"


def read(kept: Path | None) -> dict[str, Any]:
    """Return what was written about pages; nothing if it cannot be read or was changed."""
    return _proven(kept / _PAGES) if kept else {}


def write(kept: Path | None, pages: Mapping[str, Any]) -> None:
    """Keep what is known of pages, in one step."""
    if kept is None:
        return
    text = json.dumps(pages, ensure_ascii=False)
    kept.mkdir(parents=True, exist_ok=True)
    beside = kept / f"{_PAGES}.new"
    beside.write_text(f"{_digest(text)}\n{text}", "utf-8", newline="\n")
    beside.replace(kept / _PAGES)


def take(kept: Path | None, name: str, staged: Staged, place: str) -> bool:
    """Put the kept folder `name` at a place of a site.

    Returns:
        False if that cannot be done; the files of the folder are then to be put.
    """
    folder = kept / name if kept else None
    rows = _proven(folder / _PROOF) if folder else {}
    left = [file for file, row in rows.items() if not staged.stays(f"{place}/{file}", row[0])]
    if folder is None or not rows or (left and not _is_as_kept(folder, rows)):
        return False
    for file in left:
        staged.link(f"{place}/{file}", folder / file, rows[file][0])
    return True


def keep(kept: Path | None, name: str, staged: Staged, place: str) -> None:
    """Keep what stands at a place of a site under `name`."""
    if kept is None:
        return
    shutil.rmtree(kept / name, ignore_errors=True)
    (kept / name).mkdir(parents=True)
    rows = {}
    for path in [path for path in staged.rows if path.startswith(f"{place}/")]:
        file = path[len(place) + 1 :]
        linked(staged.folder / path, f"{kept / name}/{file}")
        rows[file] = [staged.rows[path][0], *(state(f"{kept / name}/{file}") or ())]
    text = json.dumps(rows)
    (kept / name / _PROOF).write_text(f"{_digest(text)}\n{text}", "utf-8", newline="\n")


def clear(kept: Path | None, names: Iterable[str]) -> None:
    """Remove every kept folder but these."""
    if kept is None or not kept.is_dir():
        return
    for folder in kept.iterdir():
        if folder.is_dir() and folder.name not in set(names):
            shutil.rmtree(folder)


def _is_as_kept(folder: Path, rows: Mapping[str, Sequence[Any]]) -> bool:
    if set(os.listdir(folder)) != {*rows, _PROOF}:  # noqa: PTH208 - of every shard
        return False
    return all([*(state(f"{folder}/{name}") or ())] == row[1:] for name, row in rows.items())


def _proven(file: Path) -> dict[str, Any]:
    """Return what a file of ours says; nothing if it cannot be read or was changed."""
    try:
        digest, text = file.read_text("utf-8").split("\n", 1)
        known = json.loads(text) if digest == _digest(text) else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
