"""Bytes and characters of the files people write: regular files, UTF-8, nothing unseen."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.errors import Level, visible
from generator.store.fault import LineFault
from generator.store.limits import SHOWN, Limits

_KINDS = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""General categories of characters that nobody sees but machines act on."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text with its lines ended by newlines, and what is wrong with it."""

    text: str | None
    """None if nothing could be read."""
    faults: tuple[LineFault, ...] = ()


def other_than_file(mode: int) -> str | None:
    """Return what a path is if it is no regular file, from its `st_mode`; else None."""
    if stat.S_ISREG(mode):
        return None
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "no regular file")


def read_bytes(path: Path, limits: Limits) -> bytes | LineFault:
    """Return a regular file's bytes, or why they were not read.

    The file is looked at before it is opened: a pipe would be waited for without end.
    """
    try:
        found = os.lstat(path)
        if kind := other_than_file(found.st_mode):
            return LineFault(1, f"is {kind}", "put a regular file in its place, or delete it")
        if found.st_size > limits.size:
            return LineFault(
                1, f"is {found.st_size} bytes long; {limits.size} is the most", "shorten the file"
            )
        return path.read_bytes()
    except FileNotFoundError:
        return LineFault(1, "is not there", "put it back: git log shows when it went")
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        return LineFault(1, f"cannot be read: {why}", "make the file readable")


def read_text(path: Path, limits: Limits, *, prose: bool = False) -> Text:
    """Return a file's text, or why it was not read.

    Args:
        path: The file.
        limits: Its greatest size and line.
        prose: Whether unseen characters and other forms of Unicode only earn a warning, as in a
            release's text, which says what the source says.
    """
    data = read_bytes(path, limits)
    if isinstance(data, LineFault):
        return Text(None, (data,))
    return decode(data, limits, prose=prose)


def decode(data: bytes, limits: Limits, *, prose: bool = False) -> Text:
    r"""Return the text of bytes, with what is wrong with its encoding, line ends and characters.

    >>> decode(b"a: \xff", Limits(9, 9)).faults[0].message
    'byte 0xff is no UTF-8'
    """
    if not data.strip():
        return Text(None, (LineFault(1, "the file is empty", "write it, or delete it"),))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Text(None, (LineFault(1, "the file is in UTF-16", "save it as UTF-8"),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is no UTF-8"
        return Text(None, (LineFault(line, message, "save the file as UTF-8"),))
    faults = []
    if text.startswith("\ufeff"):
        text = text[1:]
        faults.append(
            LineFault(1, "the file begins with a byte order mark", "save it as UTF-8 without one")
        )
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        faults.append(LineFault(1, "lines end in CR LF", "save the file with LF line ends"))
    lines = text.split("\n")
    if too_long := list(_length_faults(lines, limits)):
        return Text(None, (*faults, *too_long))
    # Nearly every file is sound, which one look at all of it shows.
    whole = " ".join(lines)
    if not (whole.isprintable() and unicodedata.is_normalized("NFC", whole)):
        faults += _character_faults(lines, prose=prose)
    return Text(text, tuple(faults))


def _length_faults(lines: list[str], limits: Limits) -> Iterator[LineFault]:
    if max(map(len, lines)) <= limits.line:
        return
    found = (
        LineFault(
            number,
            f"the line is {len(line)} characters long; {limits.line} is the most",
            "shorten the line",
        )
        for number, line in enumerate(lines, 1)
        if len(line) > limits.line
    )
    yield from islice(found, SHOWN)


def _character_faults(lines: list[str], *, prose: bool) -> Iterator[LineFault]:
    level: Level = "warning" if prose else "error"
    told = 0
    for number, line in enumerate(lines, 1):
        if line.isascii() and line.isprintable():
            continue
        if found := unseen(line):
            fix = "delete it; what quotes a source may hold it as an escape"
            if found == "\t":
                fix = "put spaces in its place"
            elif prose:
                fix = "see whether the source has it; if not, delete it"
            where = visible(line[max(0, line.index(found) - 20) :], 40)
            # A lone CR ends a line for some programs and for others not: no text can hold it.
            graver: Level = "error" if "\r" in line else level
            yield LineFault(number, f"{named(found)} in the text `{where}`", fix, graver)
        elif not unicodedata.is_normalized("NFC", line):
            fix = "save the file in Unicode form NFC"
            yield LineFault(number, "the line is not in Unicode form NFC", fix, level)
        else:
            continue
        told += 1
        if told == SHOWN:
            return


def unseen(text: str) -> str | None:
    """Return the first character of `text` that nobody sees but machines act on, if any."""
    if text.isprintable():
        return None
    return next((one for one in text if unicodedata.category(one) in UNSEEN), None)


def named(character: str) -> str:
    r"""Return how a message calls an unseen character.

    >>> named("\u202e")
    'the unseen character U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    if character == "\t":
        return "a tab"
    name = unicodedata.name(character, "")
    return f"the unseen character U+{ord(character):04X} {name}".rstrip()
