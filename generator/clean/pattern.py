"""Patterns and date formats that profiles declare: compiled once, and never able to hang.

Source: google-re2 matches in time linear in the text (no backtracking, so no look-around); what a
look-around would say, a profile says with a condition (`followed_by`, `follows`, `ends_with_next`)
or with a group named `at`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any

import re2
from pydantic import AfterValidator

FIELDS = frozenset(
    {
        "title",
        "outlet",
        "published",
        "captured",
        "author",
        "section",
        "agency",
        "aggregator",
        "place",
        "kind",
        "language",
        "url",
        "time",
        "check",
    }
)
"""What a named group or `sets` may give. `check` is a date that must agree with `published`;
`time` and `url` are told, not kept."""
DATES = frozenset({"published", "captured", "check"})
"""Fields that are read with the rule's date formats."""
MARKS = frozenset({"at", "body"})
"""`at`: the part of the match that is meant (all of it, if there is no such group).
`body`, `body1` … `body9`: parts of a cut passage that stay, each as a paragraph."""


@cache
def compiled(pattern: str) -> Any:
    """Return the RE2 object of `pattern`, made once.

    Raises:
        ValueError: RE2 cannot read it; the text says what and why.
    """
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as fault:
        why = fault.args[0] if fault.args else b"unknown"
        told = why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)
        raise ValueError(f"pattern `{pattern[:80]}` cannot be read: {told}") from None


@cache
def groups(pattern: str) -> Mapping[str, int]:
    """Return the named groups of `pattern` and their numbers.

    >>> dict(groups("Date: (?P<published>.+)"))
    {'published': 1}
    """
    return MappingProxyType(dict(compiled(pattern).groupindex))


def unknown_groups(pattern: str, allowed: Iterable[str]) -> list[str]:
    """Return the named groups of `pattern` that are neither in `allowed` nor `body1` … `body9`."""
    known = set(allowed) | {f"body{number}" for number in range(1, 10)}
    return sorted(name for name in groups(pattern) if name not in known)


def _readable(pattern: str) -> str:
    compiled(pattern)
    return pattern


Pattern = Annotated[str, AfterValidator(_readable)]
"""A regular expression in RE2's syntax, searched in one line unless it says `^` or `$`."""
