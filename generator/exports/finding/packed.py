"""A table of the search as a file: JSON, compressed, since a plain server compresses nothing.

The browser's own `DecompressionStream` reads it. The same value gives the same bytes, from the same zlib.
"""

from __future__ import annotations

import json
import zlib

ENDING = ".pack"
"""No ending of an archive: some servers would say of those that the browser is to unpack them."""


def packed(value: object) -> bytes:
    """Return the bytes of a value of lists, dictionaries, texts and numbers.

    >>> json.loads(zlib.decompress(packed({"a": [1, "ü"]})))
    {'a': [1, 'ü']}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A text may hold half of a pair of UTF-16, which no browser would read.
    return zlib.compress(text.encode("utf-8", "replace"), 9)
