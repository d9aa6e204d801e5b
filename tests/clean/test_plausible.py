"""Characters that can be a language, and such as cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean.decode import DETECTED
from generator.clean.plausible import plausible
from tests.clean import test_decode
from tests.conftest import Golden

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


WRITTEN = {
    "ko": ("cp949", "utf-16-le", "utf-16-be"),
    "ru": ("koi8-r", "cp1251", "iso8859-5", "utf-16-le"),
    "zh": ("gb18030", "utf-16-be"),
    "ja": ("cp932", "euc-jp", "utf-16-le"),
    "en": ("cp1252", "utf-16-le"),
}
TEXTS = {
    "ko": test_decode.KOREAN,
    "ru": test_decode.RUSSIAN,
    "zh": test_decode.CHINESE,
    "ja": test_decode.JAPANESE,
    "en": test_decode.ENGLISH,
}


def test_what_each_wrong_reading_of_a_text_is_taken_for(golden: Golden) -> None:
    """Five languages in the encodings they are written in, read by every other: yes or no."""
    said = [
        f"{language} {written} read as {read}: {plausible(found, read)}"
        for language, encodings in WRITTEN.items()
        for written in encodings
        for read in DETECTED
        if (found := _reading(TEXTS[language].encode(written), read)) is not None
    ]

    golden("\n".join(said) + "\n", Path(__file__).parent / "golden" / "plausible.txt")


def _reading(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


@pytest.mark.parametrize(
    ("text", "encoding", "readable"),
    [
        ("é" * 10 + "a" * 10, "cp1252", False),  # marked letters pile up
        ("éa" * 10, "cp1252", True),  # as many plain letters as marked ones
        ("éa" * 10 + "é", "cp1252", False),
        ("я" * 9 + "é", "cp1251", False),  # letters of low frequency
        ("о" * 9 + "é", "cp1251", True),  # nine tenths of one script
        ("о" * 8 + "é", "cp1251", False),
        ("이" * 3 + "뷁" * 22, "cp949", True),  # 12 in 100 are common syllables
        ("이" * 3 + "뷁" * 23, "cp949", False),
        ("的" + "龘" * 9, "gb18030", True),  # one in ten is a common character
        ("的" + "龘" * 10, "gb18030", False),
        ("の" + "龘" * 3, "cp932", True),  # a quarter is kana
        ("の" + "龘" * 4, "cp932", False),
        ("カ" + "龘" * 3, "euc-jp", True),
        ("的" * 8 + "の" * 8, "gb18030", True),  # texts in Han may quote kana
        ("的" * 8 + "이" * 8, "gb18030", False),
        ("이" * 8 + "的" * 8, "cp949", True),  # texts in Hangul may quote Han
        ("이" * 8 + "の" * 8, "cp949", False),
        ("об" * 19 + " оБ", "cp1251", False),  # capitals inside half of the words
        ("об " * 19 + "оБ", "cp1251", True),  # in one of twenty words
        ("об " * 18 + "оБ", "cp1251", False),
        ("Ω" * 9, "utf-16-le", True),  # nothing is known of the script
    ],
)
def test_how_much_is_enough_to_be_a_language(text: str, encoding: str, *, readable: bool) -> None:
    """The shares at which a text begins to read, each from both sides."""
    assert plausible(text, encoding) is readable
