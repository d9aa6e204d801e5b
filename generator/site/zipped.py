"""The form of a zip: parts with their records one after another, then the directory of all records.

What a zip holds can so be put together from parts that were packed apart, and from the last zip,
without unpacking anything.

Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and 4.5.3.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

_SHORT, _LONG = 0xFFFF, 0xFFFFFFFF
_PIECE = 1 << 20
_LENGTHS, _OFFSET, _HEAD = struct.Struct("<HHH"), struct.Struct("<L"), 46
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_FINDER_64 = struct.Struct("<4sLQL")


class Part(NamedTuple):
    """Some files of a zip."""

    pieces: Iterable[bytes]
    """Their bytes, packed, with the header of each."""
    records: Iterable[tuple[bytes, int]]
    """Of each its record, and where it begins in the part."""


@dataclass(frozen=True, slots=True)
class Zip:
    """A zip on the disk."""

    path: Path
    files: Mapping[str, int]
    """Name → place among the files, in the order in which they lie."""
    records: Sequence[bytes]
    borders: Sequence[int]
    """Where each file begins, and where the last one ends."""

    def parts(self, names: Iterable[str]) -> Iterator[Part]:
        """Yield these files as they are; neighbours together."""
        run: list[int] = []
        for place in map(self.files.__getitem__, names):
            if run and run[-1] + 1 != place:
                yield self._run(run)
                run = []
            run.append(place)
        if run:
            yield self._run(run)

    def _run(self, run: Sequence[int]) -> Part:
        begin, end = self.borders[run[0]], self.borders[run[-1] + 1]
        records = [(self.records[place], self.borders[place] - begin) for place in run]
        return Part(self.read(begin, end), records)

    def end(self, name: str) -> int:
        """Return where a file ends."""
        return self.borders[self.files[name] + 1]

    def read(self, begin: int, end: int) -> Iterator[bytes]:
        """Yield what stands between two places."""
        with self.path.open("rb") as file:
            file.seek(begin)
            while begin < end and (piece := file.read(min(_PIECE, end - begin))):
                begin += len(piece)
                yield piece


def opened(path: Path) -> Zip:
    """Return a zip that `joined` made."""
    with path.open("rb") as file:
        begin, size = _directory(file)
        file.seek(begin)
        names, records, begins = _files(file.read(size))
    files = {name: place for place, name in enumerate(names)}
    return Zip(path, files, records, [*begins, begin])


def part_of(made: io.BytesIO) -> Part:
    """Return a finished zip in memory as a part of another."""
    begin, size = _directory(made)
    whole = made.getvalue()
    _, records, begins = _files(whole[begin : begin + size])
    return Part((whole[:begin],), zip(records, begins, strict=True))


def _directory(file: IO[bytes]) -> tuple[int, int]:
    """Return where the directory of a zip begins, and its size."""
    at = file.seek(-_END.size, io.SEEK_END)
    *_, size, begin, _ = _END.unpack(file.read(_END.size))
    file.seek(max(0, at - _FINDER_64.size))
    finder = file.read(_FINDER_64.size)
    if finder.startswith(b"PK\x06\x07"):
        file.seek(_FINDER_64.unpack(finder)[2])
        *_, size, begin = _END_64.unpack(file.read(_END_64.size))
    return begin, size


def _files(told: bytes) -> tuple[list[str], list[bytes], list[int]]:
    """Return names, records and beginnings of the files of a directory."""
    names, records, begins = [], [], []
    at = 0
    while at < len(told):
        name, extra, comment = _LENGTHS.unpack_from(told, at + 28)
        after = at + _HEAD + name + extra + comment
        begin = _OFFSET.unpack_from(told, at + 42)[0]
        if begin == _LONG:
            begin = struct.unpack_from("<Q", told, after - 8)[0]
        names.append(told[at + _HEAD : at + _HEAD + name].decode())
        records.append(told[at:after])
        begins.append(begin)
        at = after
    return names, records, begins


def joined(parts: Iterable[Part]) -> Iterator[bytes]:
    """Yield the bytes of a zip of these parts."""
    at, records = 0, []
    for part in parts:
        begin = at
        for piece in part.pieces:
            at += len(piece)
            yield piece
        records += [_placed(record, begin + offset) for record, offset in part.records]
    directory = b"".join(records)
    yield directory
    yield _end(len(records), len(directory), at)


def _placed(record: bytes, begin: int) -> bytes:
    """Return a record that says where its file begins."""
    name, extra, _ = _LENGTHS.unpack_from(record, 28)
    sizes = record[_HEAD + name + 4 :] if extra else b""
    was_far = record[42:46] == b"\xff" * 4
    if begin < _LONG and not was_far:
        return record[:42] + _OFFSET.pack(begin) + record[_HEAD:]
    sizes = sizes[:-8] if was_far else sizes
    told = sizes + struct.pack("<Q", begin) if begin >= _LONG else sizes
    more = struct.pack("<HH", 1, len(told)) + told if told else b""
    head = (
        record[:6]
        + struct.pack("<H", 45 if more else 20)
        + record[8:30]
        + struct.pack("<H", len(more))
    )
    return (
        head + record[32:42] + _OFFSET.pack(min(begin, _LONG)) + record[_HEAD : _HEAD + name] + more
    )


def _end(count: int, size: int, begin: int) -> bytes:
    far = count >= _SHORT or size >= _LONG or begin >= _LONG
    length = _END_64.size - 12
    more = (
        _END_64.pack(b"PK\x06\x06", length, 45, 45, 0, 0, count, count, size, begin)
        + _FINDER_64.pack(b"PK\x06\x07", 0, begin + size, 1)
    )  # fmt: skip
    few, short, near = min(count, _SHORT), min(size, _LONG), min(begin, _LONG)
    end = _END.pack(b"PK\x05\x06", 0, 0, few, few, short, near, 0)
    return more + end if far else end
