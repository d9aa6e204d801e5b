"""How heavy a page gets: what it lists is weighed before it is printed, so that none is too long to load.

A weight is about the bytes of HTML that a thing becomes, rather more than fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.pages.particulars import Row
from generator.pages.words import Words

LIMIT = 125_000
"""What the lists of one page may weigh: with its head and foot the page stays under 150 kB."""
_ADDRESS, _LINE, _ROW = 25, 20, 40
"""The marks of a link, of a line and of a row."""
T = TypeVar("T")


def of_line(pieces: Iterable[Words]) -> int:
    """Return what a line of words and links weighs."""
    return _LINE + sum(map(of_words, pieces))


def of_words(piece: Words) -> int:
    """Return what words weigh, with their link."""
    address = piece.to or piece.out
    return _size(piece.text) + len(address) + _ADDRESS if address else _size(piece.text)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def of_rows(rows: Iterable[Row]) -> int:
    """Return what the rows of a table weigh."""
    return sum(map(of_row, rows))


def of_row(row: Row) -> int:
    """Return what a term with its values weighs."""
    return _ROW + _size(row.term) + sum(map(of_line, row.values))


def left(*parts: int) -> int:
    """Return what a page still has room for, beside parts of these weights: never nothing.

    >>> left(25_000, 20_000), left(500_000)
    (80000, 31250)
    """
    return max(LIMIT - sum(parts), LIMIT // 4)


def runs(things: Iterable[T], weight: Callable[[T], int], first: int = LIMIT) -> list[Sequence[T]]:
    """Return things in runs, each for a page: no run of several is heavier than a page may be.

    Args:
        things: In the order in which they stand.
        weight: What one of them weighs.
        first: What the first page has room for.

    >>> runs([100_000, 50_000, 30_000], lambda thing: thing)
    [[100000], [50000, 30000]]
    """
    made: list[list[T]] = [[]]
    room = first
    for thing in things:
        weighs = weight(thing)
        if weighs > room and made[-1]:
            made.append([])
            room = LIMIT
        made[-1].append(thing)
        room -= weighs
    return [*made]
