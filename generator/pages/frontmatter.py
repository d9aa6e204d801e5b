"""Front matter: the only channel from the generator to the theme.

It is made anew from values that the generator names, never copied from what people wrote; every
string is quoted, so that no reader of YAML takes one for a date, a number or a truth value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.pages.escape import shown

_quoted = json.JSONEncoder(ensure_ascii=False).encode
Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]


def dump(fields: Mapping[str, Value]) -> str:
    """Return `fields` as a block of front matter; what is empty is left out.

    >>> print(dump({"title": "no", "dates": {"event": ["2024-01-16"]}, "note": ""}))
    ---
    title: "no"
    dates:
      event:
        - "2024-01-16"
    ---
    """
    return "\n".join(("---", *_mapping(fields, ""), "---"))


def _mapping(fields: Mapping[str, Value], indent: str) -> list[str]:
    lines = []
    for key, value in fields.items():
        if value == "" or (not isinstance(value, str | int) and not value):
            continue
        lines += _entry(f"{indent}{key}:", value, indent + "  ")
    return lines


def _entry(lead: str, value: Value, indent: str) -> list[str]:
    if isinstance(value, str | int):
        return [f"{lead} {_scalar(value)}"]
    if isinstance(value, Mapping):
        inner = _mapping(value, indent)
        return [lead, *inner] if inner else []
    return [lead, *(line for each in value for line in _item(each, indent))]


def _item(value: Value, indent: str) -> list[str]:
    if isinstance(value, Mapping):
        first, *rest = _mapping(value, indent + "  ") or [f"{indent}  {{}}"]
        return [f"{indent}- {first.lstrip()}", *rest]
    return _entry(f"{indent}-", value, indent + "  ")


def _scalar(value: str | int) -> str:
    # JSON's strings are YAML's double-quoted strings once what nobody sees is shown.
    return _quoted(shown(value)) if isinstance(value, str) else json.dumps(value)
