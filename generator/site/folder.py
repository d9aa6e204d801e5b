"""The texts as a script, for the search of a site that is opened from a folder.

A page without a server may load scripts of its folder but read no file, so that the index of the
search is out of its reach. What may be shown of each text, by the data files, goes into one script
with the names that the text holds, and overrides/assets/search/folder.js looks through it word for
word. That is quick for some thousand releases; of a larger archive no such script is made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

NAME = "search/texts.js"
SOURCES = ("data/releases.jsonl", "data/entities.jsonl", "data/citations.json")
"""What it is made of."""
MOST = 40_000_000
"""Bytes of data/releases.jsonl up to which the script is made."""


def texts(site: Path) -> bytes | None:
    """Return the script for the finished `site`; None if it has no data files, or too many texts."""
    data = site / "data"
    held = data / "releases.jsonl"
    if not held.is_file() or held.stat().st_size > MOST:
        return None
    outlets = {
        one["id"]: one.get("container-title", "")
        for one in json.loads((data / "citations.json").read_text("utf-8"))
    }
    names = {one["id"]: one for one in _lines(data / "entities.jsonl")}
    releases = list(_lines(held))
    used = dict.fromkeys(key for one in releases for key in _named(one) if key in names)
    places = {key: place for place, key in enumerate(used)}
    made = {
        "names": [[names[key]["heading"], names[key]["page"], _forms(names[key])] for key in used],
        "releases": [_release(one, outlets.get(one["id"], ""), places) for one in releases],
    }
    return f"window.archive = {json.dumps(made, ensure_ascii=False)};\n".encode()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _release(one: dict[str, Any], outlet: str, places: dict[str, int]) -> dict[str, Any]:
    published = one["published"]
    return {
        "to": one["page"],
        "title": one["title"]["value"] if one["title"] else one["id"],
        "outlet": outlet,
        "date": published["value"] if published else "",
        "names": sorted({places[key] for key in _named(one) if key in places}),
        "blocks": [[block["id"], block["text"]] for block in one["blocks"]],
    }


def _named(one: dict[str, Any]) -> Iterable[str]:
    return (each["entity"] for each in one["mentions"] if each["entity"])


def _forms(entity: dict[str, Any]) -> list[str]:
    every = (each["form"] for each in (*entity["variants"], *entity["errors"]))
    return list(dict.fromkeys((entity["heading"], *every)))
