"""A small sound archive, and ways to spoil it."""

from __future__ import annotations

import hashlib
from typing import Any

from generator.authority import FOLDERS, Entity
from generator.checks.subject import Finding, Subject
from generator.model import Archive, Block, Capture, KindTerm, Outlet, Release, ReleaseHead
from generator.record import checked
from generator.vocabulary import Vocabulary

TEXT = "Gazette | Home\nThe ministers met.\nThey talked.\nMore from Gazette\n"
KEY = "gazette/a1"


def entity(folder: str, key: str, **fields: Any) -> Entity:
    """Return a record of the class that `folder` holds."""
    given: dict[str, Any] = {"id": key, "heading": key.title(), **fields}
    if folder == "people":
        given.setdefault("order", "given-first")
    if folder == "events":
        given.setdefault("date", "2024-11-01")
    made = checked(FOLDERS[folder], given)
    assert isinstance(made, Entity)
    return made


def capture(**fields: Any) -> Capture:
    """Return the sidecar of `TEXT`, with some fields otherwise."""
    given = {
        "accession": "a1",
        "file": "a1.txt",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "bytes": len(TEXT),
        "encoding": "utf-8",
        "captured": "2024-11-03",
        "release": "talks",
        "blocks": [
            {"id": "p1", "at": "15-33", "line": 2},
            {"id": "p2", "at": "34-46", "line": 3},
        ],
        "cuts": [
            {"at": "0-14", "lines": "1-1", "rule": "x.head", "reason": "name"},
            {"at": "47-64", "lines": "4-4", "rule": "x.tail", "reason": "links"},
        ],
    }
    return checked(Capture, {**given, **fields})


def release(*texts: str, **fields: Any) -> Release:
    """Return the release of `TEXT`, or of other paragraphs, with some fields otherwise."""
    given = {
        "id": "talks",
        "title": "Talks",
        "outlet": "gazette",
        "kind": "press-release",
        "language": "en",
        "published": "2024-11-02",
        "capture": KEY,
    }
    paragraphs = texts or ("The ministers met.", "They talked.")
    blocks = tuple(Block(f"p{number}", text) for number, text in enumerate(paragraphs, 1))
    return Release(checked(ReleaseHead, {**given, **fields}), blocks)


def subject(*parts: Any, pages: dict[str, str] | None = None, **more: Any) -> Subject:
    """Return an archive of an outlet, a kind and `parts`: releases, captures, entities."""
    releases = {one.id: one for one in parts if isinstance(one, Release)}
    captures = {f"gazette/{one.accession}": one for one in parts if isinstance(one, Capture)}
    entities = {one.id: one for one in parts if isinstance(one, Entity)}
    outlets = {one.id: one for one in parts if isinstance(one, Outlet)}
    outlets.setdefault("gazette", Outlet(id="gazette", name="Gazette", kind="newspaper"))
    archive = Archive(
        releases=releases,
        captures=captures,
        outlets=outlets,
        entities=entities,
        kinds={"press-release": KindTerm(id="press-release", label="a", level=5, definition="b")},
        pages=pages or {},
        paths={key: key for key in (*releases, *captures, *outlets, *entities)},
        capture_texts=dict.fromkeys(captures, TEXT),
        vocabulary=more.pop("vocabulary", Vocabulary()),
    )
    return Subject(archive, **more)


def told(findings: Any) -> list[str]:
    """Return path, place and message of findings, as `talks kind: …`."""
    return [f"{one.path} {_place(one)}: {one.message}" for one in findings]


def _place(finding: Finding) -> str:
    at = finding.at
    return str(at) if isinstance(at, int) else ".".join(str(part) for part in at)
