"""`releases.jsonl`: everything the archive holds on a release, on one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.authority import Event
from generator.changes import Change
from generator.corrections import former
from generator.exports import given, jsontext
from generator.model import Archive, Capture, Claim, DateClaim, Mention, Relation, Release
from generator.record import as_json
from generator.rights import Shown, shown


def lines(
    archive: Archive, mentions: Mapping[str, Sequence[Mention]], relations: Sequence[Relation]
) -> Iterator[str]:
    """Yield a line for each release, in the order of their ids."""
    leading = _by_source(relations)
    return jsontext.lines(
        record(archive, archive.releases[key], mentions.get(key, ()), leading.get(key, ()))
        for key in sorted(archive.releases)
    )


def _by_source(relations: Sequence[Relation]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        found.setdefault(relation.source, []).append(relation)
    return found


def record(
    archive: Archive,
    release: Release,
    mentions: Sequence[Mention],
    relations: Sequence[Relation],
) -> dict[str, Any]:
    """Return one release as its line gives it; `package.RELEASE` describes each field."""
    head = release.head
    capture = archive.captures.get(head.capture)
    given_out = shown(release, archive.outlets)
    kind = archive.kinds.get(head.kind)
    return {
        "id": head.id,
        "page": f"releases/{head.id}/",
        "title": _claim(head.title),
        "outlet": head.outlet,
        "aggregator": capture.aggregator if capture else None,
        "agency": head.agency,
        "kind": head.kind,
        "level": kind.level if kind else None,
        "language": head.language,
        "published": _date(head.published),
        "captured": _date(capture.captured) if capture else None,
        "dateline": _dateline(release),
        "author": _claim(head.author),
        "section": _claim(head.section),
        **_text(given_out, release, capture),
        "cuts": _cuts(capture),
        "mentions": list(given.mentions(archive, release, mentions)),
        "events": list(head.events),
        "series": _series(archive, head.events),
        "relations": [_relation(relation) for relation in relations],
        "changes": [_change(archive, release, change) for change in head.changes],
        "formerly": list(head.formerly),
        "capture": _capture(head.capture, capture),
        "rights": as_json(given_out.rights),
    }


def _claim(claim: Claim | None) -> dict[str, Any] | None:
    return as_json(claim) if claim else None


def _date(claim: DateClaim | None) -> dict[str, Any] | None:
    return as_json(claim) if claim else None


def _dateline(release: Release) -> dict[str, Any] | None:
    line = release.head.dateline
    if line is None:
        return None
    return {
        "value": line.date,
        "status": "stated",
        "precision": "day",
        "text": line.text,
        "place": line.place,
        "agency": line.agency,
    }


def _text(given_out: Shown, release: Release, capture: Capture | None) -> dict[str, Any]:
    """Return what carries words of the text: held back where rights do not let it out."""
    kept = {block.id: block.line for block in capture.blocks} if capture else {}
    captions = capture.captions if capture and given_out.whole else ()
    return {
        "blocks": [
            {
                "id": block.id,
                "kind": "heading" if block.is_heading else "paragraph",
                "text": block.text,
                "capture_line": kept.get(block.id),
            }
            for block in given_out.blocks
        ],
        "captions": [{"text": caption.text, "lines": list(caption.lines)} for caption in captions],
        "emendations": [as_json(one) for one in release.head.emendations if given_out.whole],
    }


def _cuts(capture: Capture | None) -> list[dict[str, Any]]:
    return [
        {
            "start": cut.at[0],
            "end": cut.at[1],
            "lines": list(cut.lines),
            "rule": cut.rule,
            "reason": cut.reason,
        }
        for cut in (capture.cuts if capture else ())
    ]


def _series(archive: Archive, events: Sequence[str]) -> list[str]:
    found = (archive.entities.get(event) for event in events)
    return sorted({one.series for one in found if isinstance(one, Event) and one.series})


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "type": relation.type,
        "target": relation.target,
        "score": relation.score,
        "via": relation.via,
        "evidence": list(relation.evidence),
    }


def _change(archive: Archive, release: Release, change: Change) -> dict[str, Any]:
    told = as_json(change)
    return told | {"from": former(archive, release, change)}


def _capture(key: str, capture: Capture | None) -> dict[str, Any]:
    if capture is None:
        return {"path": f"captures/{key}", "sha256": None, "bytes": None, "url": None}
    folder = key.rpartition("/")[0]
    return {
        "path": f"captures/{folder}/{capture.file}",
        "sha256": capture.sha256,
        "bytes": capture.bytes,
        "url": capture.url,
    }
