"""Where UTF-8 is broken by another encoding."""

from __future__ import annotations

import pytest

from generator.clean.mixture import first_bad_byte, mixed_at

YES = "Да, это так и было.\n"
NO = "Нет, это было не так.\n"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "iso8859-5", "cp866"])
def test_a_line_of_another_encoding_is_found(encoding: str) -> None:
    """The offset is that of its first byte that is no UTF-8."""
    data = YES.encode() + NO.encode(encoding)

    assert mixed_at(data) == len(YES.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        YES.encode(),
        (YES * 9).encode("cp1251"),
        (YES * 9).encode("koi8-r"),
        ("양측은 회담을 열었다.\n" * 9).encode("cp949"),
        ("双方举行了会谈。\n" * 9).encode("gb18030"),
        ("会談を開きました。\n" * 9).encode("shift_jis"),
        "naïve café\n".encode("cp1252"),
    ],
)
def test_a_text_in_one_encoding_is_no_mixture(data: bytes) -> None:
    """Neither all UTF-8 nor none of it."""
    assert mixed_at(data) is None


def test_the_first_bad_byte_of_good_bytes_is_the_first() -> None:
    """So that a line number can always be told."""
    assert first_bad_byte(b"good") == 0
