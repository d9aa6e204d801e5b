"""Files in pieces: what is large is made and written some hundred kilobytes at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

SIZE = 1 << 18
"""Characters that a piece has at least, but for the last."""


def encoded(texts: Iterable[str], size: int = SIZE) -> Iterator[bytes]:
    r"""Yield texts one after another, in UTF-8.

    >>> list(encoded(["a", "bc", "é"], size=2))
    [b'abc', b'\xc3\xa9']
    """
    some: list[str] = []
    held = 0
    for text in texts:
        some.append(text)
        held += len(text)
        if held >= size:
            yield "".join(some).encode()
            some.clear()
            held = 0
    yield "".join(some).encode()
