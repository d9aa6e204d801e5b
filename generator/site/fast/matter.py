"""The front matter that `generator.pages.frontmatter` writes, read without a reader of YAML."""

from __future__ import annotations

import re
from functools import cache
from json import JSONDecoder
from typing import Any

_FENCE = "---\n"
# YAML 1.1 reads these as truth values and nothing, also where they are keys.
_NAME = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_]*")
# What YAML does not take, or takes for the end of a line, or for space where JSON does not.
_FOREIGN = re.compile(
    "[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def _refuse(text: str) -> Any:
    raise ValueError(text)


# A number with a point or an exponent, and what is none, are other things in YAML.
_value = JSONDecoder(parse_float=_refuse, parse_constant=_refuse).raw_decode


def split(source: str) -> tuple[dict[str, Any], str] | None:
    r"""Return the front matter of a page and the text after it; None if it has another form.

    >>> split('---\ntitle: "no"\ndates: {"event": ["2024"]}\n---\n\nText\n')
    ({'title': 'no', 'dates': {'event': ['2024']}}, 'Text\n')
    """
    if not source.startswith(_FENCE):
        return None
    end = source.find("\n---\n", 3)
    head = source[len(_FENCE) : end]
    if end < 0 or _FOREIGN.search(head):
        return None
    found: dict[str, Any] = {}
    try:
        for line in head.split("\n"):
            name, _, value = line.partition(": ")
            found[name], last = _value(value)
            if last < len(value) or not _is_name(name):
                return None
    except ValueError:
        return None
    return found, source[end + 5 :].lstrip("\n")


@cache
def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None
