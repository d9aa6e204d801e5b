"""JSON Schemas of the records people write, made from their declarations: for editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from generator.authority import FOLDERS
from generator.changes import Withdrawal
from generator.model import Capture, Outlet, ReleaseHead
from generator.record import adapter, fields_of, is_record
from generator.store.declared import leaves
from generator.store.described import words_of
from generator.store.fileread import LISTS, PROFILES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Every scalar of ours is text, so a number or truth value may also stand in quotes.
_ALSO_TEXT = {
    "integer": {"type": ["integer", "string"], "pattern": r"^-?\d+$"},
    "number": {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"},
    "boolean": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
}
_CLAIMS = ("Claim", "DateClaim")


def declarations() -> dict[str, Any]:
    """Return what each kind of file holds: a record's class, or a list of one, by name."""
    return {
        "release": ReleaseHead,
        "capture": Capture,
        "outlet": Outlet,
        "withdrawn": Withdrawal,
        **FOLDERS,
        **{f"vocabulary-{name}": listed for name, listed in LISTS.items()},
        **{f"profile-{folder}": profile for folder, profile in PROFILES.items()},
    }


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file, by name: `release`, `capture`, `people`, ….

    A release's schema is that of its front matter.
    """
    return {name: _schema(one) for name, one in sorted(declarations().items())}


def files() -> dict[str, bytes]:
    """Return the folder `schemas/` that editors read: file name → bytes."""
    return {
        f"{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()
        for name, schema in schemas().items()
    }


def records(declared: Any) -> Iterator[Any]:
    """Yield every record that a file of this declaration may hold, outer ones first, each once."""
    seen: list[type[Any]] = []
    waiting = [declared]
    while waiting:
        for leaf in leaves(waiting.pop(0)):
            if get_origin(leaf) is dict:
                waiting.append(get_args(leaf)[1])
            elif is_record(leaf) and leaf not in seen:
                seen.append(leaf)
                yield leaf
                waiting += [field.annotation for field in fields_of(leaf).values()]


def _described(schema: dict[str, Any], declared: Any) -> None:
    """Put what is said of each field into its schema."""
    objects = [schema, *schema.get("$defs", {}).values()]
    for record in records(declared):
        words = words_of(record)
        for made in objects:
            if (
                made.get("title") == record.__name__
                and made.get("properties", {}).keys() == words.keys()
            ):
                for name, text in words.items():
                    made["properties"][name]["description"] = text


def _schema(declared: Any) -> dict[str, Any]:
    made: dict[str, Any] = _as_written(adapter(declared).json_schema(by_alias=True))
    _described(made, declared)
    for name in _CLAIMS:
        if claim := made.get("$defs", {}).get(name):
            # A bare string is a stated value.
            made["$defs"][name] = {"anyOf": [claim["properties"]["value"], claim]}
    return {"$schema": DIALECT, **made}


def _as_written(schema: Any) -> Any:
    """Return a schema as it holds of our YAML, in which nothing is ever null."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema if part != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: _as_written(part)
        for key, part in schema.items()
        if not (key == "default" and part is None)
    }
    return {**made, **_ALSO_TEXT.get(made.get("type") or "", {})} if _is_scalar(made) else made


def _is_scalar(schema: dict[str, Any]) -> bool:
    return isinstance(schema.get("type"), str) and schema["type"] in _ALSO_TEXT
