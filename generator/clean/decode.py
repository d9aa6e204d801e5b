"""Bytes of a capture → characters, with the proof that the bytes can be had back.

Order of trust: what a person says, a byte order mark, what the page declares, strict UTF-8, a
detector whose answer must give the same bytes again and read like a language. What is not sure
is refused with its remedy; no character is replaced, dropped or normalised.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import charset_normalizer

from generator.clean.binary import MOST_CONTROLS, control_share, kind_of_binary
from generator.clean.lines import line_of, lines
from generator.clean.mixture import first_bad_byte, mixed_at
from generator.clean.plausible import plausible
from generator.errors import Problem, Refused, visible

GUESS_FROM = 150
"""Fewest bytes on which an encoding is guessed. Source: with 40 characters the detector missed
two of twenty texts, with 150 none."""
NULS = 0.1
"""Share of NUL bytes from which a text is none of UTF-8, but perhaps of UTF-16."""
# The candidates, by the names under which they are recorded; all are codecs of Python.
DETECTED = (
    "utf-16-le", "utf-16-be", "cp949", "koi8-r", "cp1251", "cp1252", "gb18030", "cp932", "euc-jp",
    "iso8859-5",
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages say the name of a smaller set than they use. Source: WHATWG Encoding Standard, "Names and
# labels": latin1 means windows-1252, euc-kr means its extension, gb2312 means GB 18030.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "iso8859-9": "cp1254",
}  # fmt: skip
_CONVERT = "save it as UTF-8, or name its encoding with `--encoding`"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A capture's characters, and how its bytes were read."""

    text: str
    encoding: str
    """Name of the Python codec that reads the bytes again: `data.decode(encoding) == text`."""
    how: str
    """`given`, `byte order mark`, `declared`, `utf-8` or `detected`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken; a release is a page of text, not a book."""

    size: int = 16 * 2**20
    """Bytes of a capture."""
    line: int | None = 2**20
    """Characters of a line; None for HTML, whose lines mean nothing."""


def decode(
    data: bytes,
    path: str,
    *,
    declared: str | None = None,
    given: str | None = None,
    limits: Limits = Limits(),
) -> Decoded:
    r"""Return the characters of a capture.

    Args:
        data: The bytes as received.
        path: What problems name as their place.
        declared: What the HTTP header or the page itself says its encoding is.
        given: What the person who adds it says; nothing else is tried then.
        limits: Greatest size of the capture and of a line.

    Raises:
        Refused: Empty, binary, too large, undecodable, mixed encodings, or too short to tell.

    >>> decode("Да".encode(), "a.txt")
    Decoded(text='Да', encoding='utf-8', how='utf-8')
    """
    _check_bytes(data, path, limits.size)
    found = _given(data, path, given) if given else _found(data, path, declared)
    _check_text(found.text, path, limits.line)
    return found


def reread(data: bytes, encoding: str) -> str:
    """Return the characters that `decode` once found, by the encoding that was recorded."""
    return data.decode(encoding)


def _check_bytes(data: bytes, path: str, most: int) -> None:
    if not data.strip():
        _refuse(path, 1, "the capture is empty", "save the page's text again")
    if len(data) > most:
        size = f"the capture has {len(data):,} bytes; {most:,} is the most"
        _refuse(path, 1, size, "take out what is not the text of the release")
    if kind := kind_of_binary(data):
        _refuse(path, 1, f"the capture is {kind}, not text", "save the text or HTML of the page")


def _given(data: bytes, path: str, given: str) -> Decoded:
    name = _codec(given)
    if name is None:
        _refuse(path, 1, f"`{visible(given)}` is no encoding known here", "write one as `cp949`")
    text = _strict(data, _marked(data, name) or name)
    if text is None:
        where = _first_fault(data, name)
        message = f"byte {where} cannot be read as {name}"
        _refuse(path, _line_at(data, where), message, "name another encoding with `--encoding`")
    return Decoded(text, _marked(data, name) or name, "given")


def _found(data: bytes, path: str, declared: str | None) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, path, name)
    said = _codec(declared) if declared else None
    if said and (text := _strict(data, said)) is not None:
        return Decoded(text, said, "declared")
    if not _may_be_utf_16(data) and (text := _strict(data, "utf-8")) is not None:
        return Decoded(text, "utf-8", "utf-8")
    return _detected(data, path)


def _may_be_utf_16(data: bytes) -> bool:
    # Such a text may be valid UTF-8 too: every second byte of Latin letters is NUL, of Cyrillic
    # ones the control character 4, with a NUL beside each space.
    nuls = data.count(b"\0")
    return nuls >= NULS * len(data) or (nuls > 0 and control_share(data) > MOST_CONTROLS)


def _by_mark(data: bytes, path: str, name: str) -> Decoded:
    text = _strict(data, name)
    if text is None:
        where = _first_fault(data, name)
        message = f"the byte order mark says {name}, but byte {where} is not"
        _refuse(path, _line_at(data, where), message, _CONVERT)
    return Decoded(text, name, "byte order mark")


def _detected(data: bytes, path: str) -> Decoded:
    _refuse_faults(data, path)
    if len(data) < GUESS_FROM:
        message = f"the encoding of {len(data)} bytes that are no UTF-8 cannot be told"
        _refuse(path, _line_at(data, first_bad_byte(data)), message, _CONVERT)
    for name in _candidates(data):
        text = _strict(data, name)
        if text is not None and plausible(text, name):
            return Decoded(text, name, "detected")
    where = first_bad_byte(data)
    message = f"byte {where} is no UTF-8, and no other encoding tried gives readable text"
    raise Refused(Problem(path, _line_at(data, where), message, _CONVERT))


def _candidates(data: bytes) -> Iterator[str]:
    matches = charset_normalizer.from_bytes(
        data, cp_isolation=[_isolated(name) for name in DETECTED], enable_fallback=False
    )
    proposed = [codecs.lookup(match.encoding).name for match in matches]
    yield from (name for name in proposed if name in DETECTED)
    yield from (name for name in DETECTED if name not in proposed)


def _isolated(name: str) -> str:
    return {"iso8859-5": "iso8859_5"}.get(name, name.replace("-", "_"))


def _refuse_faults(data: bytes, path: str) -> None:
    if control_share(data) > MOST_CONTROLS and b"\0" not in data:
        _refuse(path, 1, "the capture is binary, not text", "save the text or HTML of the page")
    if (where := mixed_at(data)) is not None:
        seen = data[where : where + 1].hex()
        message = f"byte {where} (0x{seen}) is no UTF-8, though the text around it is"
        fix = "save the whole text in one encoding; here two are mixed, or the file is damaged"
        _refuse(path, _line_at(data, where), message, fix)


def _check_text(text: str, path: str, longest: int | None) -> None:
    if not text.strip():
        _refuse(path, 1, "the capture has no characters but spaces", "save the page's text again")
    if (where := text.find("\0")) >= 0:
        fix = "save the page again as text; NUL stands in no text"
        _refuse(path, line_of(text, where), f"character {where} is NUL (`\\x00`)", fix)
    if control_share(text.encode("utf-8", "surrogatepass")) > MOST_CONTROLS:
        _refuse(path, 1, "the capture is binary, not text", "save the text or HTML of the page")
    for number, (start, end) in enumerate(lines(text) if longest else (), 1):
        if longest is not None and end - start > longest:
            message = f"the line has {end - start:,} characters; {longest:,} is the most"
            _refuse(path, number, message, "break it into the paragraphs of the release")


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().strip("'\"")).name
    except (LookupError, ValueError):
        return None
    meant = _MEANT.get(name, name)
    # Python knows codecs that are no encodings of text, such as `rot13` and `zip`.
    try:
        "".encode(meant)
    except (LookupError, TypeError, ValueError):
        return None
    return meant


def _marked(data: bytes, name: str) -> str | None:
    family = name.partition("-sig")[0].removesuffix("-le").removesuffix("-be")
    return next((n for mark, n in _MARKS if data.startswith(mark) and n.startswith(family)), None)


def _strict(data: bytes, name: str) -> str | None:
    """Return the text if every byte is read and writing it gives the same bytes."""
    try:
        text = data.decode(name)
        return text if _again(text, name, data) else None
    except (UnicodeError, ValueError):
        return None


def _again(text: str, name: str, data: bytes) -> bool:
    if name in {"utf-16", "utf-32"}:
        return any(
            mark + text.encode(f"{name}-{order}") == data
            for mark, marked in _MARKS
            for order in ("le", "be")
            if marked == name
        )
    return text.encode(name) == data


def _first_fault(data: bytes, name: str) -> int:
    try:
        data.decode(name)
    except UnicodeDecodeError as fault:
        return fault.start
    return 0


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _refuse(path: str, line: int, message: str, fix: str) -> NoReturn:
    raise Refused(Problem(path, line, message, fix))
