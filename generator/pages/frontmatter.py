"""Front matter: the only channel from the generator to the theme.

It is made anew from values that the generator names, never copied from what people wrote. A field
is a line: its name, and its value as JSON, which is YAML too. So every string is quoted, no reader
of YAML takes one for a date, a number or a truth value, and the page loop (`site.fast.matter`)
reads a field in one step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import JSONEncoder

from generator.pages.escape import shown

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]
_written = JSONEncoder(ensure_ascii=False, default=lambda value: _value(value)).encode
_DOUBTFUL = ('""', "{}", "[]", "\\")
"""What JSON holds wherever it holds something empty, or a character that is written by its number."""


def dump(fields: Mapping[str, Value]) -> str:
    """Return `fields` as a block of front matter; what is empty is left out.

    >>> print(dump({"title": "no", "dates": {"event": ["2024-01-16"]}, "note": ""}))
    ---
    title: "no"
    dates: {"event": ["2024-01-16"]}
    ---
    """
    told = ((key, _line(value)) for key, value in fields.items())
    return "\n".join(("---", *(f"{key}: {line}" for key, line in told if line), "---"))


def _line(value: Value) -> str:
    """Return a value as JSON; empty if it is."""
    if isinstance(value, str):
        return _written(shown(value)) if value else ""
    if not isinstance(value, int):
        if not value:
            return ""
        # One look at what is written says of most that nothing in it is empty, or not seen.
        text = _written(value)
        if not any(sign in text for sign in _DOUBTFUL) and shown(text) is text:
            return text
        value = _value(value)
        if not value:
            return ""
    return _written(value)


def _mapping(fields: Mapping[str, Value]) -> dict[str, Value]:
    told = ((key, _value(value)) for key, value in fields.items())
    return {key: value for key, value in told if value or isinstance(value, int)}


def _value(value: Value) -> Value:
    """Return a value in which everything that nobody sees is shown."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, int):
        return value
    if isinstance(value, dict | Mapping):
        return _mapping(value)
    return [_value(each) for each in value]
