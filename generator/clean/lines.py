r"""Lines of a text, without changing a character of it.

A line ends at `\n`, `\r\n`, `\r`, NEL (U+0085), LINE SEPARATOR (U+2028), PARAGRAPH SEPARATOR
(U+2029) or the end of the text. Source: Unicode Standard 5.8, "Newline Guidelines" (without
vertical tab and form feed, which stand inside lines of captures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the half-open span of each line, its end mark left out, in order.

    A text that ends in an end mark has no further, empty line after it.

    >>> list(lines("one\r\ntwo\rthree\n"))
    [(0, 3), (5, 8), (9, 14)]
    """
    start = 0
    for found in _END.finditer(text):
        yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def line_of(text: str, offset: int) -> int:
    r"""Return the 1-based number of the line that holds the character at `offset`.

    >>> line_of("one\r\ntwo", 5)
    2
    """
    return 1 + sum(1 for found in _END.finditer(text, 0, offset) if found.end() <= offset)
