"""JSON Schemas of the records people write, made from their declarations: for editors."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from generator.authority import FOLDERS
from generator.changes import Withdrawal
from generator.model import Capture, Outlet, ReleaseHead
from generator.store.load import LISTS, PROFILES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Every scalar of ours is text, so a number or truth value may also stand in quotes.
_ALSO_TEXT = {
    "integer": {"type": ["integer", "string"], "pattern": r"^-?\d+$"},
    "number": {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"},
    "boolean": {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
}
_CLAIMS = ("Claim", "DateClaim")


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file, by name: `release`, `capture`, `people`, ….

    A release's schema is that of its front matter.
    """
    declared: dict[str, Any] = {
        "release": ReleaseHead,
        "capture": Capture,
        "outlet": Outlet,
        "withdrawn": Withdrawal,
        **FOLDERS,
        **{f"vocabulary-{name}": listed for name, listed in LISTS.items()},
        **{f"profile-{folder}": profile for folder, profile in PROFILES.items()},
    }
    return {name: _schema(one) for name, one in sorted(declared.items())}


def _schema(declared: Any) -> dict[str, Any]:
    made: dict[str, Any] = _as_written(TypeAdapter(declared).json_schema(by_alias=True))
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
