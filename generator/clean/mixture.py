"""Where a text that is mostly UTF-8 holds bytes of another encoding."""

from __future__ import annotations

import re

# Well-formed sequences of more than one byte. Source: Unicode Standard, table 3-7.
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
# A line of another encoding has three such sequences and no stray byte only by a rare accident.
_ENOUGH = 3


def first_bad_byte(data: bytes) -> int:
    r"""Return the offset of the first byte that is not part of UTF-8, or 0.

    >>> first_bad_byte("é".encode() + b"\xe9")
    2
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start
    return 0


def mixed_at(data: bytes) -> int | None:
    r"""Return where the first stray byte of a text that is else UTF-8 stands, or None.

    None also says that the text is in no way UTF-8: then one other encoding may fit the whole.

    >>> mixed_at("Да, это так.\n".encode() + "Нет\n".encode("cp1251"))
    21
    >>> mixed_at("Нет, это не так.\n".encode("cp1251"))
    """
    strays = [_stray(line) for line in data.splitlines(keepends=True)]
    whole = sum(1 for count, stray in strays if count >= _ENOUGH and stray is None)
    sequences = sum(count for count, _ in strays)
    high = len(_HIGH.findall(data))
    inside = sum(len(found) for found in _SEQUENCE.findall(data))
    broken = any(stray is not None for _, stray in strays)
    if broken and (whole or (sequences >= _ENOUGH and inside >= 0.5 * high)):
        return first_bad_byte(data)
    return None


def _stray(line: bytes) -> tuple[int, int | None]:
    """Return the number of sequences in a line, and the offset of its first stray byte."""
    left = _SEQUENCE.sub(lambda found: b"." * len(found[0]), line)
    stray = _HIGH.search(left)
    return len(_SEQUENCE.findall(line)), stray.start() if stray else None
