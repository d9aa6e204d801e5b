"""Bytes that are no text: told by their first bytes, or by their control characters."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist00", "a property list or web archive"),
    (b"WARC/", "a WARC archive"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = 0.01
"""Greatest share of control bytes in a text. Measured: 0 in every corpus; 0.1 and more in
compressed or compiled files."""


def kind_of_binary(data: bytes) -> str | None:
    """Return what the first bytes say the file is, or None if they say nothing.

    >>> kind_of_binary(b"%PDF-1.7 ...")
    'a PDF file'
    >>> kind_of_binary(b"Press release")
    """
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def control_share(data: bytes) -> float:
    r"""Return the share of bytes that are control characters (NUL not counted).

    >>> control_share(b"\x01\x02ab")
    0.5
    """
    return len(_CONTROLS.findall(data)) / max(1, len(data))
