"""The texts as a script, for the search of a site that is opened from a folder.

A page without a server may load scripts of its folder but read no file, so that the index of the
search is out of its reach. What may be shown of each text, by the data files, goes into one script
with the names that the text holds, and overrides/assets/search/folder.js looks through it word for
word. That is quick for some thousand releases; of a larger archive no such script is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.site.pressed import Piece, named, pieces

NAME = "search/texts.js"
SOURCES = ("data/releases.jsonl", "data/entities.jsonl", "data/citations.json")
"""What it is made of."""
MOST = 40_000_000
"""Bytes of data/releases.jsonl up to which the script is made."""
# What a line says without reading all of it; within a text of JSON no quote stands so.
_ID = re.compile(rb'\n\{"id": ?"([^"\\]+)"')
_KEY = re.compile(rb'"entity": ?"([^"\\]+)"')


def texts(site: Path) -> Iterator[Piece] | None:
    """Return the script for the finished `site`, in pieces that say what they are made of.

    A piece is made when it is asked for, and not at all where it is packed already.

    Returns:
        None if the site has no data files, or too many texts.
    """
    data = site / "data"
    held = data / "releases.jsonl"
    if not held.is_file() or held.stat().st_size > MOST:
        return None
    outlets = {
        one["id"]: one.get("container-title", "")
        for one in json.loads((data / "citations.json").read_text("utf-8"))
    }
    return _pieces(held, outlets, {one["id"]: one for one in _lines(data / "entities.jsonl")})


def _pieces(
    held: Path, outlets: Mapping[str, str], names: Mapping[str, Mapping[str, Any]]
) -> Iterator[Piece]:
    parts = list(_parts(held))
    keys = dict.fromkeys(key for part in parts for key in part.keys)
    used = [key for key in keys if key in names]
    places = {key: place for place, key in enumerate(used)}
    rows = [[names[key]["heading"], names[key]["page"], _forms(names[key])] for key in used]
    yield named(f'window.archive = {{"names": {_text(rows)}, "releases": ['.encode())
    for part in parts:
        told = [
            [outlets.get(each, "") for each in part.ids],
            [places.get(key) for key in part.keys],
        ]
        name = named(part.name + part.begin.to_bytes(1) + _text(told).encode())[0]
        yield name, partial(_made, held, part, outlets, places)
    yield named(b"]};\n")


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of data/releases.jsonl."""

    place: tuple[int, int]
    """Where they begin, and how long they are."""
    name: bytes
    """The name of what stands in them."""
    ids: tuple[str, ...]
    """Of the releases."""
    keys: tuple[str, ...]
    """Of the records that are named in them, in order."""

    @property
    def begin(self) -> bool:
        """Whether they are the first."""
        return self.place[0] == 0


def _parts(held: Path) -> Iterator[_Part]:
    with held.open("rb") as file:
        at, whole = 0, b""
        for piece in pieces(file):
            whole += piece
            if whole.endswith(b"\n"):
                lines = b"\n" + whole
                ids, keys = (tuple(map(bytes.decode, each.findall(lines))) for each in (_ID, _KEY))
                yield _Part((at, len(whole)), named(whole)[0], ids, keys)
                at, whole = at + len(whole), b""


def _made(held: Path, part: _Part, outlets: Mapping[str, str], places: Mapping[str, int]) -> bytes:
    with held.open("rb") as file:
        file.seek(part.place[0])
        lines = file.read(part.place[1]).splitlines()
    releases = map(json.loads, lines)
    rows = (_text(_release(one, outlets.get(one["id"], ""), places)) for one in releases)
    return f"{'' if part.begin else ', '}{', '.join(rows)}".encode()


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _release(one: dict[str, Any], outlet: str, places: Mapping[str, int]) -> dict[str, Any]:
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


def _forms(entity: Mapping[str, Any]) -> list[str]:
    every = (each["form"] for each in (*entity["variants"], *entity["errors"]))
    return list(dict.fromkeys((entity["heading"], *every)))
