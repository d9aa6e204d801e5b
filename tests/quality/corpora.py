"""The real texts beside the project, and what content/ says about cleaning them."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from generator.clean.result import Library
from generator.store.load import load
from tests.quality.measure import Absent

PROJECT = Path(__file__).resolve().parents[2]
SHARED = PROJECT.parent / "shared"
CORPORA = SHARED / "corpora"


@cache
def library() -> Library:
    """Return the profiles, outlets and kinds of content/."""
    loaded = load(PROJECT / "content")
    return Library(
        sites=tuple(loaded.profiles.sites.values()),
        agencies=tuple(loaded.profiles.agencies.values()),
        outlets=loaded.archive.outlets,
        kinds=tuple(loaded.archive.kinds.values()),
    )


def rows(name: str) -> list[dict[str, Any]]:
    """Return the records of a corpus.

    Raises:
        Absent: It is not there.
    """
    path = CORPORA / name
    if not path.is_file():
        raise Absent(f"../shared/corpora/{name} is not there")
    data = path.read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    return [json.loads(line) for line in text.decode().splitlines() if line]
