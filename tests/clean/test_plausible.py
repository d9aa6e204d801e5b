"""Characters that can be a language, and such as cannot."""

from __future__ import annotations

import pytest

from generator.clean.plausible import plausible

RUSSIAN = "Стороны провели переговоры о сотрудничестве в торговле и договорились о новой встрече."
SETS = ("koi8-r", "cp1251", "iso8859-5")


@pytest.mark.parametrize("written", SETS)
@pytest.mark.parametrize("read", SETS)
def test_a_russian_text_is_plausible_only_in_its_own_encoding(written: str, read: str) -> None:
    """KOI8-R, Windows-1251 and ISO 8859-5 give Cyrillic letters for each other's bytes."""
    text = RUSSIAN.encode(written).decode(read, "replace")

    assert plausible(text, read) is (written == read)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        ("양측은 회담에서 협력을 넓히기로 합의하였다고 밝혔다.", "cp949", "gb18030"),
        ("양측은 회담에서 협력을 넓히기로 합의하였다고 밝혔다.", "cp949", "cp1252"),
        ("双方同意明年举行会谈,并继续发展两国的友好关系。", "gb18030", "cp949"),
        ("双方は来年、合同委員会を開くことで合意しました。", "euc-jp", "cp949"),
        (RUSSIAN, "cp1251", "cp1252"),
        (RUSSIAN, "koi8-r", "gb18030"),
    ],
)
def test_bytes_read_with_another_language_s_encoding_are_not(
    text: str, written: str, read: str
) -> None:
    """Letters of rare kinds, of several scripts, or piled up."""
    assert not plausible(text.encode(written).decode(read, "replace"), read)


@pytest.mark.parametrize("character", ["\x07", "\ue000", "\uffff", "\x85"])
def test_characters_that_stand_in_no_text_make_it_implausible(character: str) -> None:
    """Control characters, private use and unassigned ones come of wrong codecs."""
    assert not plausible(f"A text {character} with it.", "cp1252")


def test_capitals_inside_words_make_cyrillic_implausible() -> None:
    """Encodings that share the small letters differ in the capitals."""
    assert plausible(f"{RUSSIAN}\r\n{RUSSIAN}\t", "cp1251")
    assert not plausible(RUSSIAN.replace("р", "Р"), "cp1251")


def test_a_text_without_letters_beyond_ascii_reads_in_any_script() -> None:
    """There is nothing against it."""
    assert plausible("No foreign letter at all.", "utf-16-le")
