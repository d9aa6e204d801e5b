"""Small archives for tests of wording, and the first releases as they stand in content/."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from generator.authority import Entity
from generator.model import Archive, Block, Capture, DateClaim, Outlet, Release, ReleaseHead
from generator.record import checked
from generator.relate import relations
from generator.resolve import mentions
from generator.store.load import load
from generator.vocabulary import Slot, Vocabulary
from generator.wording import Wording

CONTENT = Path(__file__).parents[2] / "content"
NOVEMBER = "2024-11-02-voice-of-korea-strategic-dialogue"
JULY = "2025-07-13-kcna-second-strategic-dialogue"
JANUARY = "2024-01-20-naenara-foreign-minister-visit-to-russia"
REPORT = "2024-01-17-the-diplomatic-insight-foreign-minister-visit-to-russia"


@cache
def seeds() -> Wording:
    """Return the wording of the first releases."""
    archive = load(CONTENT).archive
    named = mentions(archive)
    return Wording(archive, named, relations(archive, named))


def release(key: str, *paragraphs: str, **head: Any) -> Release:
    """Return a release dated by the beginning of its id; a paragraph for each text."""
    given: dict[str, Any] = {
        "id": key,
        "outlet": "gazette",
        "kind": "statement",
        "language": "en",
        "capture": f"gazette/{key}",
    }
    if "published" not in head:
        given["published"] = DateClaim(value=key[:10])
    blocks = tuple(Block(f"p{number}", text) for number, text in enumerate(paragraphs, 1))
    return Release(checked(ReleaseHead, {**given, **head}), blocks)


def capture(key: str, **fields: Any) -> Capture:
    """Return a sidecar of the release `key`."""
    given = {"accession": key, "file": f"{key}.txt", "sha256": "0" * 64, "bytes": 1}
    return checked(Capture, {**given, "encoding": "utf-8", "release": key, **fields})


def wording(
    *releases: Release,
    entities: tuple[Entity, ...] = (),
    slots: tuple[Slot, ...] = (),
    captures: tuple[Capture, ...] = (),
    outlets: tuple[Outlet, ...] = (),
) -> Wording:
    """Return the wording of an archive without mentions and relations."""
    archive = Archive(
        releases={one.id: one for one in releases},
        captures={f"gazette/{one.accession}": one for one in captures},
        outlets={one.id: one for one in outlets},
        entities={one.id: one for one in entities},
        kinds={},
        vocabulary=Vocabulary(slots=slots),
    )
    return Wording(archive, {}, ())
