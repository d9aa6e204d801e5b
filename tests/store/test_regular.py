"""Bytes and characters of the files people write."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store import regular
from generator.store.limits import Limits
from generator.store.regular import read_text

LIMITS = Limits(size=200, line=50)

BYTES = [
    ("empty", b"", 1, "the file is empty"),
    ("blank", b" \n\n", 1, "the file is empty"),
    ("UTF-16", "a: b\n".encode("utf-16"), 1, "the file is in UTF-16"),
    ("a byte order mark", b"\xef\xbb\xbfa: b\n", 1, "begins with a byte order mark"),
    ("CP1251", "a: b\nc: Да\n".encode("cp1251"), 2, "byte 0xc4 is no UTF-8"),
    ("CP949", "가나".encode("cp949"), 1, "byte 0xb0 is no UTF-8"),
    ("an overlong form", b"a: \xc0\xaf\n", 1, "byte 0xc0 is no UTF-8"),
    ("a surrogate", b"a: \xed\xa0\x80\n", 1, "byte 0xed is no UTF-8"),
    ("CR LF", b"a: b\r\nc: d\r\n", 1, "lines end in CR LF"),
    ("a lone CR", b"a: b\rc: d\n", 1, "U+000D"),
    ("NUL", b"a: b\x00\n", 1, "U+0000"),
    ("an escape of terminals", b"a: \x1b[31m\n", 1, "U+001B"),
    ("a tab", b"a: b\n\tc: d\n", 2, "a tab in the text `\\tc: d`"),
    ("another direction", "a: x\u202ey\n".encode(), 1, "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("zero width", "a: x\u200by\n".encode(), 1, "U+200B ZERO WIDTH SPACE"),
    ("a soft hyphen", "a: x\u00ady\n".encode(), 1, "U+00AD SOFT HYPHEN"),
    ("a tag character", "a: x\U000e0041\n".encode(), 1, "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("a private character", "a: \ue000\n".encode(), 1, "U+E000"),
    ("a noncharacter", "a: \ufffe\n".encode(), 1, "U+FFFE"),
    ("a line separator", "a: \u2028\n".encode(), 1, "U+2028 LINE SEPARATOR"),
    ("a letter in two parts", "a: b\nc: e\u0301\n".encode(), 2, "not in Unicode form NFC"),
    ("a long line", b"a: b\n" + b"x" * 51 + b"\n", 2, "51 characters long; 50 is the most"),
    ("a long file", b"a\n" * 101, 1, "202 bytes long; 200 is the most"),
]


@pytest.mark.parametrize(("_name", "data", "line", "message"), BYTES, ids=[b[0] for b in BYTES])
def test_what_bytes_hide_is_told_with_its_line(
    tmp_path: Path, _name: str, data: bytes, line: int, message: str
) -> None:
    """Each encoding, line end and character that is not plain text is one fault, shown escaped."""
    path = tmp_path / "a.yml"
    path.write_bytes(data)

    found = [(fault.line, fault.message) for fault in read_text(path, LIMITS).faults]

    assert [one for one in found if one[0] == line and message in one[1]], found
    assert all(told.isprintable() for _, told in found)


def test_a_sources_own_characters_only_earn_a_warning(tmp_path: Path) -> None:
    """In a release's text an unseen character may be the source's; it is told and kept."""
    path = tmp_path / "a.md"
    path.write_text("x\u200by e\u0301\n", "utf-8")

    read = read_text(path, LIMITS, prose=True)

    assert read.text == "x\u200by e\u0301\n"
    assert [fault.level for fault in read.faults] == ["warning"]


def test_a_wide_space_is_seen(tmp_path: Path) -> None:
    """Spaces of other widths are characters of a text, not faults."""
    path = tmp_path / "a.md"
    path.write_text("a\u00a0b\u3000c\n", "utf-8")

    assert read_text(path, LIMITS).faults == ()


def test_faults_of_one_sort_are_not_told_without_end(tmp_path: Path) -> None:
    """A file with a thousand tabs is told by its first twenty."""
    path = tmp_path / "a.yml"
    path.write_text("\ta\n" * 60, "utf-8")

    assert len(read_text(path, LIMITS).faults) == 20


def test_only_a_regular_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link, a pipe, a socket and a folder are told; none is followed or waited for."""
    (tmp_path / "target").write_text("a: b\n")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        # The path of a socket may not be long.
        monkeypatch.chdir(tmp_path)
        server.bind("socket")

        told = {
            name: read_text(tmp_path / name, LIMITS).faults[0].message
            for name in ("link", "pipe", "folder", "socket", "nothing")
        }

    assert told == {
        "link": "is a symbolic link",
        "pipe": "is a pipe",
        "folder": "is a folder",
        "socket": "is a socket",
        "nothing": "is not there",
    }


@given(st.lists(st.text("ab\u0301\u0323e\u00e9\u1100\u1161\u200b\t\xa0 "), max_size=4))
def test_one_look_at_a_file_misses_no_line(lines: list[str]) -> None:
    """A file without a fault is one whose lines, looked at one by one, have none."""
    data = "".join(f"{line}\n" for line in ("x", *lines)).encode()
    each = [*regular._character_faults(["x", *lines], prose=True)]

    assert list(regular.decode(data, Limits(9000, 900), prose=True).faults) == each
