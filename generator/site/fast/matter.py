"""The front matter that `generator.pages.frontmatter` writes, read without a reader of YAML."""

from __future__ import annotations

import json
import re
from typing import Any

_SCALAR = re.compile(r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"|-?(?:0|[1-9]\d*)|true|false')
_KEY = re.compile(r"[a-z][a-z0-9_]*")
# YAML 1.1 reads these as truth values and nothing, also where they are keys.
_NO_KEYS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_FENCE, _INDENT = "---\n", 2


def split(source: str) -> tuple[dict[str, Any], str] | None:
    r"""Return the front matter of a page and the text after it; None if it has another form.

    >>> split('---\ntitle: "no"\ndates:\n  event:\n    - "2024"\n---\n\nText\n')
    ({'title': 'no', 'dates': {'event': ['2024']}}, 'Text\n')
    """
    if not source.startswith(_FENCE):
        return None
    end = source.find("\n---\n", 3)
    if end < 0:
        return None
    lines = source[len(_FENCE) : end].split("\n")
    try:
        found, at = _block(lines, 0, 0)
    except ValueError:
        return None
    if at != len(lines) or not isinstance(found, dict):
        return None
    return found, source[end + 5 :].lstrip("\n")


def _block(lines: list[str], at: int, indent: int) -> tuple[Any, int]:
    """Read the mapping or list whose lines begin with `indent` spaces; return it and what is next."""
    if lines[at].startswith("- ", indent):
        return _list(lines, at, indent)
    found: dict[str, Any] = {}
    while at < len(lines):
        line = lines[at]
        if _depth(line) != indent or line.startswith("- ", indent):
            break
        key, colon, value = line[indent:].partition(":")
        if not colon or not _KEY.fullmatch(key) or key in _NO_KEYS:
            raise ValueError(line)
        if value:
            found[key], at = _scalar(value[1:] if value[0] == " " else "?"), at + 1
        else:
            found[key], at = _inner(lines, at + 1, indent + _INDENT)
    return found, at


def _list(lines: list[str], at: int, indent: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(lines) and lines[at].startswith("- ", indent) and _depth(lines[at]) == indent:
        rest = lines[at][indent + 2 :]
        if rest[:1] == '"' or rest[:1].isdigit():
            found.append(_scalar(rest))
            at += 1
        else:
            # An item that is a mapping: its first line stands after the dash.
            lines[at] = " " * (indent + _INDENT) + rest
            item, at = _inner(lines, at, indent + _INDENT)
            found.append(item)
    return found, at


def _inner(lines: list[str], at: int, indent: int) -> tuple[Any, int]:
    if at >= len(lines) or _depth(lines[at]) != indent:
        raise ValueError("nothing within")
    return _block(lines, at, indent)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _scalar(text: str) -> Any:
    if not _SCALAR.fullmatch(text):
        raise ValueError(text)
    return text[1:-1] if text[0] == '"' and "\\" not in text else json.loads(text)
