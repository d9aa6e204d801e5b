"""A text against its former wording, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
LONGEST = 25_000_000
"""Pairs of words that are compared; longer texts stand one after the other."""
AROUND = 6
"""Words that stay around a change; what lies further away is left out."""


def marked(before: str, after: str) -> str:
    """Return a text with what went as `[-…-]` and what came as `{+…+}`, shortened between changes.

    >>> marked("They talked of the treaty.", "They spoke of the treaty.")
    'They [-talked-]{+spoke+} of the treaty.'
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > LONGEST:
        return f"[-{before}-]{{+{after}+}}"
    return "".join(_pieces(old, new))


def _pieces(before: list[str], after: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps = matcher.get_opcodes()
    for number, (step, first, last, start, end) in enumerate(steps):
        if step == "equal":
            yield _near(after[start:end], opens=number == 0, closes=number == len(steps) - 1)
            continue
        if last > first:
            yield f"[-{''.join(before[first:last])}-]"
        if end > start:
            yield f"{{+{''.join(after[start:end])}+}}"


def _near(words: list[str], *, opens: bool, closes: bool) -> str:
    """Return what stands around changes: its ends, where a change is next to them."""
    kept = 2 * AROUND
    if len(words) <= kept * 2:
        return "".join(words)
    head = "" if opens else "".join(words[:kept])
    tail = "" if closes else "".join(words[-kept:])
    return f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}"
