"""A small archive with one of everything, for tests of data files."""

from __future__ import annotations

from typing import Any

from generator.authority import Event, Person, Series
from generator.model import (
    Archive,
    Block,
    Capture,
    KindTerm,
    Mention,
    Outlet,
    Relation,
    Release,
    ReleaseHead,
)
from generator.record import checked

HEAD: dict[str, Any] = {
    "id": "2024-11-02-talks",
    "title": {"value": "[Talks]", "status": "supplied"},
    "outlet": "herald",
    "kind": "statement",
    "language": "en",
    "published": {"value": "2024-11-02", "evidence": ["l2"]},
    "dateline": {"text": "Town, November 2 -- ", "place": "Town", "date": "2024-11-02"},
    "author": "A. Writer",
    "events": ["talks-2024"],
    "capture": "herald/0123",
    "emendations": [
        {"block": "p1", "at": 0, "from": "These", "to": "The", "reason": "a slip of the pen"}
    ],
}
CAPTURE: dict[str, Any] = {
    "accession": "0123",
    "file": "0123.txt",
    "sha256": "ab" * 32,
    "bytes": 321,
    "encoding": "utf-8",
    "url": "https://herald.example/talks",
    "captured": {"value": "2026-03-22"},
    "aggregator": "watch",
    "release": "2024-11-02-talks",
    "blocks": [
        {"id": "p1", "at": "21-60", "line": "4"},
        {"id": "h1", "at": "61-69", "line": "6"},
    ],
    "captions": [{"text": "A handshake", "lines": "9-9"}],
    "cuts": [{"at": "0-20", "lines": "1-2", "rule": "herald/header", "reason": "page header"}],
}
MENTIONS = (
    Mention("2024-11-02-talks", "p1", 4, 9, "sides", ("north", "south"), "nominal", "sides"),
    Mention("2024-11-02-talks", "p1", 15, 22, "Example", (), "named", "surname", ("a", "b")),
    Mention("2024-11-02-talks", "title", 1, 6, "Talks", ("talks-2024",), "named", "event"),
    Mention("2024-11-02-talks", "h1", 0, 3, "End", ("end",), "named", "name"),
)
RELATIONS = (
    Relation("same-event", "2024-11-02-talks", "2024-11-03-talks", 0.5, "talks-2024", ("p1", "p2")),
)


def archive(**rights: Any) -> Archive:
    """Return the archive; `rights` are those of its release."""
    head = checked(ReleaseHead, HEAD | ({"rights": rights} if rights else {}))
    release = Release(head, (Block("p1", "The sides met Example é."), Block("h1", "End")))
    return Archive(
        releases={release.id: release},
        captures={"herald/0123": checked(Capture, CAPTURE)},
        outlets={"herald": Outlet(id="herald", name="Herald", kind="newspaper")},
        entities={
            "talks-2024": Event(
                id="talks-2024", heading="Talks of 2024", date="2024-11-01", series="talks"
            ),
            "talks": Series(id="talks", heading="Talks"),
            "writer": Person(id="writer", heading="A. Writer", order="given-first"),
        },
        kinds={
            "statement": KindTerm(id="statement", label="Statement", level=2, definition="Said.")
        },
    )
