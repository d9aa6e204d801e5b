"""The front matter that `generator.pages.frontmatter` writes, read without a reader of YAML."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

# YAML 1.1 reads these as truth values and nothing, also where they are keys.
_KEY = r"(?!(?:y|n|yes|no|on|off|true|false|null):)[a-z][a-z0-9_]*"
_STRING = r'"[^"\\\n]*+(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\n]*+)*+"'
_SCALAR = rf"{_STRING}|-?(?:0|[1-9]\d*)|true|false"
# A line: its depth, the dash of an item, a key, a value. Of a key alone what is within follows.
_LINE = re.compile(rf"^( *+)(- )?(?:({_KEY}):(?: (?=\S)|$))?({_SCALAR})?$", re.MULTILINE)
_NEXT = re.compile(r"\n(?! )")
_PLAIN = re.compile(rf'({_KEY}): "([^"\\\n]*+)"')
_FENCE, _INDENT = "---\n", 2
_REPEATED = 300
"""Characters of a field that may well stand the same in many pages: an outlet, a kind."""


def split(source: str) -> tuple[dict[str, Any], str] | None:
    r"""Return the front matter of a page and the text after it; None if it has another form.

    What is returned may be shared between pages: it is only to be read.

    >>> split('---\ntitle: "no"\ndates:\n  event:\n    - "2024"\n---\n\nText\n')
    ({'title': 'no', 'dates': {'event': ['2024']}}, 'Text\n')
    """
    if not source.startswith(_FENCE):
        return None
    end = source.find("\n---\n", 3)
    if end < 0:
        return None
    found: dict[str, Any] = {}
    try:
        for each in _NEXT.split(source[len(_FENCE) : end]):
            if plain := _PLAIN.fullmatch(each):
                found[plain[1]] = plain[2]
            else:
                found |= _repeated(each) if len(each) < _REPEATED else _read(each)
    except (ValueError, IndexError):
        return None
    return found, source[end + 5 :].lstrip("\n")


def _read(text: str) -> dict[str, Any]:
    lines = _LINE.findall(text)
    if len(lines) != text.count("\n") + 1:
        raise ValueError(text)
    found, at = _mapping(lines, 0, 0)
    if at != len(lines):
        raise ValueError(text)
    return found


_repeated = lru_cache(maxsize=1 << 11)(_read)


def _mapping(lines: list[Any], at: int, depth: int) -> tuple[dict[str, Any], int]:
    """Read the mapping whose lines begin with `depth` spaces; return it and what is next."""
    found: dict[str, Any] = {}
    end = len(lines)
    while at < end:
        spaces, dash, key, value = lines[at]
        if len(spaces) != depth or dash:
            break
        if not key:
            raise ValueError(lines[at])
        if value:
            found[key], at = _scalar(value), at + 1
        else:
            found[key], at = _inner(lines, at + 1, depth + _INDENT)
    return found, at


def _list(lines: list[Any], at: int, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    end = len(lines)
    while at < end:
        spaces, dash, key, value = lines[at]
        if len(spaces) != depth or not dash:
            break
        if key:
            # An item that is a mapping: its first line stands after the dash.
            lines[at] = (spaces + "  ", "", key, value)
            item, at = _mapping(lines, at, depth + _INDENT)
            found.append(item)
        else:
            found.append(_scalar(value))
            at += 1
    return found, at


def _inner(lines: list[Any], at: int, depth: int) -> tuple[Any, int]:
    if len(lines[at][0]) != depth:
        raise ValueError("nothing within")
    return (_list if lines[at][1] else _mapping)(lines, at, depth)


def _scalar(text: str) -> Any:
    if not text:
        raise ValueError(text)
    return text[1:-1] if text[0] == '"' and "\\" not in text else json.loads(text)
