"""Records as YAML text: the same text every time, and one meaning for every reader.

A string that some YAML reader would take for a date, a number, a truth value or nothing stands
in double quotes; so does one that holds syntax or a character nobody sees, which is escaped.
Numbers and truth values that a record declares as such are written bare.

Source: YAML 1.1 type repository; YAML 1.2.2, chapter 10.3 (core schema).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.record import Record, as_written

WIDTH = 100
"""A mapping or list of scalars that fits into a line of this many characters is written in one."""

# Begins with a letter, digit or underscore; holds no syntax of block or flow style.
_PLAIN = re.compile(r"[^\W](?:[\w ./()&;'’–—+-]|:(?=[^\s,\[\]{}]))*")
_PAIR = re.compile(r"(\d{1,12})-(\d{1,12})")
_OTHERS = re.compile(
    r"(?P<nothing>~|null|)|(?P<truth>true|false|yes|no|on|off|y|n)"
    r"|(?P<number>[-+]?(?=[_.,]*\d)[\d_.,]+(?:e[-+]?[\d_]+)?|[-+]?\.(?:inf|nan)"
    r"|[-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+))"
    r"|(?P<time>[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)"
    r"|(?P<date>\d{4}-\d{1,2}(?:-\d{1,2}(?:[t\s/].*)?|/.*)?|\d{4}/.*)",
    re.IGNORECASE | re.DOTALL,
)
_MEANINGS = {
    "nothing": "nothing",
    "truth": "a truth value",
    "number": "a number",
    "time": "a time",
    "date": "a date",
}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def dump(value: Mapping[str, Any] | Sequence[Any]) -> str:
    r"""Return `value` as a YAML document that ends with a newline.

    Args:
        value: Mappings with text keys, lists or tuples, and scalars (text, integers, floats,
            truth values). An entry whose value is None is left out.

    >>> print(dump({"id": "x", "published": "2024-01-20", "at": "26-138", "line": 3}), end="")
    id: x
    published: "2024-01-20"
    at: 26-138
    line: 3
    """
    if not value:
        return "{}\n" if isinstance(value, Mapping) else "[]\n"
    return "\n".join(_lines(value, "")) + "\n"


def record(value: Record) -> str:
    """Return a record as the YAML that reads back as it; fields left at their default are absent."""
    return dump(plain(value))


def plain(value: Record) -> dict[str, Any]:
    """Return a record as mappings, lists and scalars, as a person would write it.

    A claim of which nothing but its value is said is written as that value.
    """
    data = as_written(value)
    return {key: _short(item) for key, item in data.items()}


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"value"}:
            return value["value"]
        return {key: _short(item) for key, item in value.items()}
    return [_short(item) for item in value] if isinstance(value, list | tuple) else value


def _lines(value: Mapping[str, Any] | Sequence[Any], pad: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        heads = ((f"{scalar(key)}:", item) for key, item in value.items() if item is not None)
    else:
        heads = (("-", item) for item in value)
    for head, item in heads:
        if not isinstance(item, Mapping | list | tuple):
            yield f"{pad}{head} {scalar(item)}"
        elif (flow := _flow(item, WIDTH - len(pad) - len(head) - 1)) is not None:
            yield f"{pad}{head} {flow}"
        else:
            yield from _nested(head, item, pad)


def _nested(head: str, item: Mapping[str, Any] | Sequence[Any], pad: str) -> Iterator[str]:
    inner = _lines(item, f"{pad}  ")
    if head == "-":
        # The first entry stands on the hyphen's line.
        yield f"{pad}- {next(inner)[len(pad) + 2 :]}"
    else:
        yield f"{pad}{head}"
    yield from inner


def _flow(value: Mapping[str, Any] | Sequence[Any], room: int) -> str | None:
    """Return the value in one line, or None if it is too long or too deep to read well."""
    if isinstance(value, Mapping):
        entries = [(f"{scalar(key)}: ", item) for key, item in value.items() if item is not None]
        first, last = "{", "}"
    else:
        if any(isinstance(item, Mapping | list | tuple) for item in value):
            return None
        entries = [("", item) for item in value]
        first, last = "[", "]"
    parts = []
    for head, item in entries:
        nested = isinstance(item, Mapping | list | tuple)
        text = _flow(item, room) if nested else scalar(item)
        if text is None or isinstance(item, Mapping):
            return None
        parts.append(head + text)
    flow = first + ", ".join(parts) + last
    # What is empty has no other form.
    return flow if len(flow) <= room or not parts else None


def scalar(value: object) -> str:
    r"""Return one scalar as YAML text.

    >>> print(scalar("no"), scalar("Release: on talks"), scalar("a\u202eb"), scalar("2024-11"))
    "no" "Release: on talks" "a\u202eb" "2024-11"
    """
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(f"{type(value).__name__} is no scalar of a record")


@lru_cache(maxsize=4096)
def means_other(text: str) -> str | None:
    """Return what some YAML reader takes an unquoted scalar for, if not for text.

    >>> means_other("no"), means_other("2024-11-02"), means_other("26-138")
    ('a truth value', 'a date', None)
    """
    if pair := _PAIR.fullmatch(text):
        # A span never ends before it begins; what looks like one and does is a month: 2024-11.
        is_month = int(pair[1]) > int(pair[2]) and len(pair[1]) == 4
        return _MEANINGS["date"] if is_month else None
    found = _OTHERS.fullmatch(text)
    return _MEANINGS[str(found.lastgroup)] if found else None


@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    return value if _is_plain(value) else f'"{_escaped(value)}"'


def _is_plain(value: str) -> bool:
    return bool(
        _PLAIN.fullmatch(value)
        and value[-1] != " "
        and value.isprintable()
        and means_other(value) is None
        and unicodedata.is_normalized("NFC", value)
    )


def _escaped(value: str) -> str:
    # What is not in NFC would be refused, or changed, on the way back: it is spelt out.
    keep_all = unicodedata.is_normalized("NFC", value)
    return "".join(
        _ESCAPES.get(character)
        or (
            character
            if character.isprintable() and (keep_all or character.isascii())
            else _code(ord(character))
        )
        for character in value
    )


def _code(point: int) -> str:
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
