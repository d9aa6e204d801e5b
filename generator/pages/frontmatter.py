"""Front matter: the only channel from the generator to the theme.

It is made anew from values that the generator names, never copied from what people wrote; every
string is quoted, so that no reader of YAML takes one for a date, a number or a truth value.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from generator.pages.escape import shown

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
    lines = ["---"]
    _mapping(lines, fields, "")
    lines.append("---")
    return "\n".join(lines)


def _mapping(lines: list[str], fields: Mapping[str, Value], indent: str) -> None:
    for key, value in fields.items():
        if isinstance(value, str):
            if value:
                lines.append(f"{indent}{key}: {quoted(value)}")
        elif isinstance(value, int):
            lines.append(f"{indent}{key}: {json.dumps(value)}")
        elif value:
            lines.append(f"{indent}{key}:")
            _inside(lines, value, indent + "  ")


def _inside(lines: list[str], value: Mapping[str, Value] | Sequence[Value], indent: str) -> None:
    """Add what a mapping or list holds, under the line that names it."""
    if isinstance(value, dict | Mapping):
        above = len(lines)
        _mapping(lines, value, indent)
        if len(lines) == above:
            lines.pop()
    else:
        for each in value:
            _item(lines, each, indent)


def _item(lines: list[str], value: Value, indent: str) -> None:
    if isinstance(value, str):
        lines.append(f"{indent}- {quoted(value)}")
    elif isinstance(value, int):
        lines.append(f"{indent}- {json.dumps(value)}")
    elif isinstance(value, dict | Mapping):
        first = len(lines)
        _mapping(lines, value, indent + "  ")
        # The dash stands where the first line is indented.
        inner = "".join(lines[first : first + 1])
        lines[first : first + 1] = [f"{indent}- {inner.lstrip() or '{}'}"]
    else:
        lines.append(f"{indent}-")
        _inside(lines, value, indent + "  ")


def quoted(text: str) -> str:
    """Return a string as front matter writes it.

    JSON's strings are YAML's double-quoted strings once what nobody sees is shown.
    """
    return encode_basestring(text if text.isascii() and text.isprintable() else shown(text))
