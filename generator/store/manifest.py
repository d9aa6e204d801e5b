"""Lists of captures to add: a JSON object a line, each with a file and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.errors import Problem, Refused, visible
from generator.nearest import nearest
from generator.record import DateText
from generator.store.wish import Wish

FIELDS = ("title", "published", "captured", "author", "kind", "language")
"""What may be stated of a release besides where it comes from."""
KEYS = ("file", "url", "outlet", "accession", "id", "encoding", *FIELDS)
"""What an object of a list may hold."""
_WRITE = 'write {"file": "a.txt", …} in one line'
_DATES = {"published", "captured"}
_date = TypeAdapter(DateText)


def date_fault(text: str) -> str | None:
    """Return why `text` is no date, or None if it is one."""
    try:
        _date.validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0]["msg"]).removeprefix("Value error, ")
    return None


def read_manifest(path: Path, common: Wish) -> Iterator[Wish | Refused]:
    """Yield a wish for each line of a list; a faulty line yields its refusal.

    Args:
        path: The list; files named in it are looked for beside it.
        common: What holds for all of them, unless a line says otherwise.
    """
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _wish(line, path.parent, common)
            except _Faulty as faulty:
                name = visible(path.as_posix(), 300)
                yield Refused(Problem(name, number, *faulty.args))


class _Faulty(Exception):
    """A line cannot be followed; its arguments are what is wrong and the way to mend it."""


def _wish(line: str, folder: Path, common: Wish) -> Wish:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise _Faulty("the line is no JSON", _WRITE) from None
    said = _strings(data)
    if "file" not in said:
        raise _Faulty("`file` is missing", 'name the capture, as "file": "a.txt"')
    given = {name: said[name] for name in FIELDS if said.get(name)}
    return replace(
        common,
        path=folder / said["file"],
        url=said.get("url") or common.url,
        outlet=said.get("outlet") or common.outlet,
        accession=said.get("accession") or common.accession,
        id=said.get("id") or common.id,
        encoding=said.get("encoding") or common.encoding,
        given={**common.given, **given},
    )


def _strings(data: Any) -> dict[str, str]:
    if not isinstance(data, dict):
        raise _Faulty("the line is no object", _WRITE)
    for name, value in data.items():
        if name not in KEYS:
            meant = nearest(name, KEYS)
            fix = f"write `{meant}`" if meant else f"known are {', '.join(KEYS)}"
            raise _Faulty(f"unknown field `{visible(name, 40)}`", fix)
        if value is not None and not isinstance(value, str):
            raise _Faulty(f"`{name}` is no text", "put it in double quotes")
        if name in _DATES and value and (why := date_fault(value)):
            raise _Faulty(f"`{name}`: {why.partition('; ')[0]}", "write it as 2024-11-02")
    return {name: value for name, value in data.items() if value is not None}
