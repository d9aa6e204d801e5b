"""The part of CBOR that Pagefind's index files use: whole numbers, texts and lists.

Source: RFC 8949, with the shortest form of every number (section 4.2.1).
"""

from __future__ import annotations

from collections.abc import Sequence

Value = int | str | Sequence["Value"]
_NUMBER, _TEXT, _LIST = 0, 3, 4
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}


def decode(data: bytes) -> Value:
    """Return the one value that `data` holds; lists as lists.

    Raises:
        ValueError: It holds something else than numbers, texts and lists, or is cut short.

    >>> decode(bytes([0x82, 0x61, 0x61, 0x18, 0x64]))
    ['a', 100]
    """
    value, end = _decode(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes after the end")
    return value


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, size, at = _head(data, at)
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        if at + size > len(data):
            raise ValueError("cut short")
        return data[at : at + size].decode(), at + size
    if kind == _LIST:
        found = []
        for _ in range(size):
            value, at = _decode(data, at)
            found.append(value)
        return found, at
    raise ValueError(f"kind {kind} at byte {at}")


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    if at >= len(data):
        raise ValueError("cut short")
    kind, size = data[at] >> 5, data[at] & 31
    if size < 24:
        return kind, size, at + 1
    end = at + 1 + _SIZES.get(size, len(data))
    if end > len(data):
        raise ValueError(f"size {size} at byte {at}")
    return kind, int.from_bytes(data[at + 1 : end]), end
