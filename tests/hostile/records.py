"""Records whose every text is hostile; each is one file (a release with its capture: three)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.store import yamltext

Made = tuple[dict[str, bytes], str, tuple[str, ...]]
"""Files; the page they give; the texts that must stand on it."""


def yaml(record: Mapping[str, Any]) -> bytes:
    """Return a record as a file."""
    return yamltext.dump(record).encode()


def entity(folder: str, **more: Any) -> Callable[[str, str], Made]:
    """Return what makes a record of a folder of authorities from an id and a text."""

    def make(name: str, text: str) -> Made:
        record = {
            "id": name,
            "heading": text,
            "variants": [{"form": f"v {text}", "seen": f"seen {text}"}],
            "sources": [{"url": "https://x.example/a", "note": f"source {text}"}],
            "note": f"note {text}",
            **{key: value(text) if callable(value) else value for key, value in more.items()},
        }
        files = {f"authorities/{folder}/{name}.yml": yaml(record)}
        forms = () if folder in ("series", "formulae") else (f"v {text}",)
        return files, f"{folder}/{name}/index.html", (text, *forms, f"note {text}")

    return make


def outlet(name: str, text: str) -> Made:
    """Return an outlet."""
    record = {
        "id": name,
        "name": text,
        "kind": "newspaper",
        "labels": [f"label {text}"],
        "url": "https://x.example/",
        "rights": {"display": "full", "statement": f"rights {text}"},
        "note": f"note {text}",
    }
    return {f"outlets/{name}.yml": yaml(record)}, f"outlets/{name}/index.html", (text,)


def withdrawal(name: str, text: str) -> Made:
    """Return the tombstone of a release."""
    record = {"id": name, "date": "2025-01-01", "why": f"why {text}", "title": text}
    return {f"withdrawn/{name}.yml": yaml(record)}, f"releases/{name}/index.html", (f"why {text}",)


def release(name: str, texts: Sequence[str], **head: Any) -> Made:
    """Return a release whose blocks are `texts`, with its capture, cuts and caption."""
    lines = [f"cut {name} {texts[0]}", *texts, f"caption {texts[0]}"]
    whole = "\n".join(lines) + "\n"
    reason = f"because {texts[0]}" if texts[0].isprintable() else "because"
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    spans = [f"{start}-{start + len(line)}" for start, line in zip(starts, lines, strict=True)]
    blocks = [
        {"id": f"p{number}", "at": spans[number], "line": str(number + 1)}
        for number in range(1, len(texts) + 1)
    ]
    last = len(lines)
    sidecar = {
        "accession": name,
        "file": f"{name}.txt",
        "sha256": hashlib.sha256(whole.encode()).hexdigest(),
        "bytes": str(len(whole.encode())),
        "encoding": "utf-8",
        "release": name,
        "blocks": blocks,
        "captions": [{"text": lines[-1], "lines": f"{last}-{last}"}],
        "cuts": [
            {"at": spans[0], "lines": "1-1", "rule": "page/top", "reason": reason},
            {
                "at": spans[-1],
                "lines": f"{last}-{last}",
                "rule": "page/caption",
                "reason": "caption",
            },
        ],
    }
    front = {
        "id": name, "title": "Hostile", "outlet": "herald", "kind": "statement", "language": "en",
        "published": "2024-01-01", "capture": f"herald/{name}", **head,
    }  # fmt: skip
    body = "\n\n".join(f"\\{text}" if text[0] in "#\\" else text for text in texts)
    files = {
        f"releases/2024/{name}.md": b"---\n" + yaml(front) + b"---\n" + body.encode() + b"\n",
        f"captures/herald/{name}.yml": yamltext.dump(_numbers(sidecar)).encode(),
        f"captures/herald/{name}.txt": whole.encode(),
    }
    return files, f"releases/{name}/index.html", tuple(texts)


def _numbers(sidecar: dict[str, Any]) -> dict[str, Any]:
    return sidecar | {
        "bytes": int(sidecar["bytes"]),
        "blocks": [block | {"line": int(block["line"])} for block in sidecar["blocks"]],
    }


def in_head(name: str, text: str) -> Made:
    """Return a release with the text in its head."""
    files, page, _ = release(
        name,
        ["They met."],
        title=text,
        author=f"author {text}",
        section=f"section {text}",
        rights={"display": "full", "statement": f"rights {text}"},
    )
    return files, page, (text, f"author {text}")


def in_body(name: str, text: str) -> Made:
    """Return a release with the text in its body, its cuts, its caption."""
    return release(name, [text, f"again {text} again"])


def in_changes(name: str, text: str) -> Made:
    """Return a release with the text in what was changed, in its dateline and in an emendation."""
    files, page, _ = release(
        name,
        ["They met."],
        dateline={"text": f"dateline {text}", "place": f"place {text}"},
        changes=[
            {"date": "2025-01-01", "what": "p1", "from": f"from {text}", "why": f"why {text}"},
            {"date": "2025-01-02", "what": "title", "from": f"title {text}", "why": "a slip"},
        ],
    )
    return files, page, (f"from {text}", f"why {text}", f"title {text}", f"dateline {text}")


PERSON = entity(
    "people",
    order="given-first",
    family=lambda text: f"family {text}",
    errors=lambda text: [{"form": f"e {text}", "note": f"error {text}"}],
    offices=lambda text: [{"title": f"office {text}", "from": "2020-01-01"}],
)
MAKERS: Mapping[str, Callable[[str, str], Made]] = {
    "person": PERSON,
    "organisation": entity("organisations"),
    "place": entity("places", demonyms=lambda text: [f"d {text}"]),
    "event": entity("events", date="2024-01-01"),
    "instrument": entity("instruments", form="treaty"),
    "series": entity("series"),
    "formula": entity("formulae", patterns=["they met"]),
    "outlet": outlet,
    "withdrawal": withdrawal,
    "head": in_head,
    "body": in_body,
    "changes": in_changes,
}
