"""How words begin and end that are nothing but words: what stands in paragraphs, lists and tables."""

from __future__ import annotations

import re

from generator.site.fast.inline import SPECIAL, Link, Unknown, inline

BEGINS = r"[-+>#:~=|_\s]|\*(?!\*?[^\s*])|```|\d+\.\s"
"""What would begin a block of another kind."""
PLAIN = rf"(?!{BEGINS})[^\n{SPECIAL}]++(?<! )"
"""A line that stays as it is."""
_BEGUN = re.compile(BEGINS)


def begun(text: str, link: Link) -> str:
    """Return the HTML of words that stand where a block could begin.

    Raises:
        Unknown: One does, or there is something else in them.
    """
    if not text or _BEGUN.match(text):
        raise Unknown(text)
    return ended(text, link)


def ended(text: str, link: Link) -> str:
    """Return the HTML of words that stand at the end of a line.

    Raises:
        Unknown: Spaces follow, or there is something else in them.
    """
    if text.endswith(" "):
        raise Unknown(text)
    return inline(text, link)
