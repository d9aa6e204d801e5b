"""Bytes → characters: what is read, with which proof, and what is refused."""

from __future__ import annotations

import codecs
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.decode import GUESS_FROM, Limits, decode, reread
from generator.errors import Problem, Refused

KOREAN = (
    "외무성은 지난 금요일 기자들에게 두 나라 사이의 회담이 우호적인 분위기에서 진행되였다고 밝혔다. "
    "쌍방은 경제와 문화 분야에서 협력을 더욱 넓혀 나가기로 합의하였으며 다음 해에 회의를 열기로 하였다. "
)
RUSSIAN = (
    "Министерство сообщило, что в пятницу стороны провели переговоры о сотрудничестве в торговле. "
    "Участники встречи подтвердили готовность продолжить работу над новым соглашением в мае. "
)
CHINESE = (
    "外交部发言人在星期五的记者会上说,两国代表就经济合作和文化交流等问题进行了深入的会谈。"
    "双方同意明年举行联合委员会会议,并继续发展友好关系,为地区的和平作出新的努力。"
)
JAPANESE = (
    "外務省の報道官は金曜日の記者会見で、両国の代表が経済協力と文化交流について話し合ったと発表しました。"
    "双方は来年、合同委員会を開くことで合意し、友好関係をさらに発展させる考えを示しました。"
)
ENGLISH = (
    "The ministry’s spokesman said on Friday that both sides – “in a frank spirit” – had spoken about "
    "trade and culture. The café owner’s résumé of the naïve façade was not discussed there. "
)
PAIRS = [
    (text, encoding)
    for text, encodings in (
        (KOREAN, ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949", "euc-kr")),
        (RUSSIAN, ("utf-8", "utf-16", "utf-16-be", "koi8-r", "cp1251", "iso8859-5")),
        (CHINESE, ("utf-8", "utf-16", "utf-16-le", "gb18030", "gb2312")),
        (JAPANESE, ("utf-8", "utf-16", "shift_jis", "cp932", "euc-jp")),
        (ENGLISH, ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32")),
    )
    for encoding in encodings
]


def refusal(data: bytes, **asked: str) -> Problem:
    """Return the one problem for which `data` is refused."""
    with pytest.raises(Refused) as refused:
        decode(data, "a.txt", **asked)  # type: ignore[arg-type] # only texts are asked with here
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize("length", [200, 700, 3000])
@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_a_text_in_any_common_encoding_is_read_to_the_character(
    text: str, encoding: str, length: int
) -> None:
    """Five languages in 28 encodings, short and long: the text comes back, and so do the bytes."""
    wanted = (text * 30)[:length]
    data = wanted.encode(encoding)

    found = decode(data, "a.txt")

    assert found.text == wanted
    assert reread(data, found.encoding) == wanted


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (KOREAN, "euc-kr", "cp949"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp1251", "cp1251"),
        (CHINESE, "gb2312", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (ENGLISH, "cp1252", "cp1252"),
    ],
)
def test_the_encoding_found_is_named_as_the_set_that_holds_it(
    text: str, encoding: str, name: str
) -> None:
    """Twins that give the same characters are recorded under the larger one's name."""
    found = decode((text * 3).encode(encoding), "a.txt")

    assert (found.encoding, found.how) == (name, "detected")


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(mark: bytes, encoding: str, name: str) -> None:
    """The mark is no character of the text; the recorded name reads the bytes again."""
    data = mark + "Да.".encode(encoding)

    found = decode(data, "a.txt")

    assert (found.text, found.encoding, found.how) == ("Да.", name, "byte order mark")
    assert reread(data, name) == "Да."


def test_line_ends_and_invisible_characters_stay_as_they_are() -> None:
    """Offsets point into the capture, so not even a line end may change."""
    text = "one\r\ntwo\rthree\u2028four\u202e\u200bfive\n"

    assert decode(text.encode(), "a.txt").text == text


def test_what_the_page_declares_is_tried_before_guessing() -> None:
    """A short page in an old encoding is read by its own declaration, under its wider name."""
    found = decode("Да, это так.".encode("cp1251"), "a.html", declared="windows-1251")

    assert (found.text, found.how) == ("Да, это так.", "declared")


def test_a_declaration_that_does_not_fit_is_not_followed() -> None:
    """The bytes decide: a page that says ASCII and is UTF-8 is read as UTF-8."""
    found = decode("Москва".encode(), "a.html", declared="utf-16")

    assert (found.text, found.encoding) == ("Москва", "utf-8")


def test_latin_1_means_what_browsers_take_it_for() -> None:
    """Pages that declare ISO 8859-1 use the quotes of Windows-1252."""
    found = decode("“Да”".replace("Да", "Yes").encode("cp1252"), "a.html", declared="ISO-8859-1")

    assert found.text == "“Yes”"


def test_a_person_may_name_the_encoding_of_a_few_bytes() -> None:
    """What is too short to tell is read as the person says."""
    found = decode("Да".encode("koi8-r"), "a.txt", given="KOI8-R")

    assert (found.text, found.encoding, found.how) == ("Да", "koi8-r", "given")


def test_a_named_encoding_still_leaves_out_the_byte_order_mark() -> None:
    """`--encoding utf-8` for a file with a mark does not put the mark into the text."""
    found = decode(codecs.BOM_UTF8 + b"Yes", "a.txt", given="utf-8")

    assert (found.text, found.encoding) == ("Yes", "utf-8-sig")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "cp949", "utf-16-le"])
def test_a_few_bytes_are_never_guessed(encoding: str) -> None:
    """Below the limit the encoding is asked for, not guessed."""
    text = KOREAN if encoding == "cp949" else RUSSIAN
    data = text.encode(encoding)[: GUESS_FROM - 2]

    problem = refusal(data)

    assert "cannot be told" in problem.message
    assert "`--encoding`" in problem.fix


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\u3000\u2003 ".encode()])
def test_an_empty_capture_is_refused(data: bytes) -> None:
    """White space alone is no text either."""
    problem = refusal(data)

    assert "empty" in problem.message or "but spaces" in problem.message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%...", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00", "a JPEG picture"),
        (b"GIF89a\x01", "a GIF picture"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"{\\rtf1\\ansi Press release}", "an RTF document"),
        (b"SQLite format 3\x00", "an SQLite database"),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    """The first bytes tell what was saved instead of text."""
    assert kind in refusal(data).message


def test_bytes_without_meaning_are_refused_as_binary() -> None:
    """Compressed bytes have no first bytes to know them by, but control characters."""
    data = zlib.compress((ENGLISH * 40).encode(), 9)[2:]

    problem = refusal(data * 3)

    assert "binary" in problem.message or "no other encoding" in problem.message


def test_control_characters_in_utf_8_make_it_binary() -> None:
    """Valid UTF-8 may still be no text."""
    assert "binary" in refusal(b"abc\x01\x02\x03" * 40).message


def test_a_nul_is_refused_with_its_place_and_shown_escaped() -> None:
    """No reader of pages takes a NUL; the message has none either."""
    problem = refusal(b"First line.\nSecond\x00 line.\n")

    assert problem.line == 2
    assert problem.message == "character 18 is NUL (`\\x00`)"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("Да, это так.\n".encode() * 3 + "Нет, не так.\n".encode("cp1251"), 4),
        ("Нет, не так.\n".encode("koi8-r") + "Да, это так и было.\n".encode() * 3, 1),
        (("Café " * 9).encode() + b"caf\xe9\n" + ("été " * 9).encode(), 1),
        ("서울에서 열린 회담\n".encode() * 4 + "평양에서 열린 회담\n".encode("cp949"), 5),
        ("Он сказал: да".encode()[:-1], 1),
    ],
)
def test_mixed_encodings_are_told_with_byte_and_line(data: bytes, line: int) -> None:
    """Text that is UTF-8 but for a passage is refused where that passage begins."""
    problem = refusal(data)

    assert "though the text around it is" in problem.message
    assert problem.line == line
    assert "one encoding" in problem.fix


def test_bytes_of_an_encoding_not_known_here_are_refused() -> None:
    """Nothing is read as a likeness: what no candidate reads well is asked for."""
    problem = refusal((RUSSIAN * 3).encode("cp866"))

    assert "no other encoding tried gives readable text" in problem.message


def test_an_encoding_that_does_not_read_the_bytes_is_told_with_its_place() -> None:
    """The person named one; it fails at a byte of the second line."""
    problem = refusal(b"Yes.\ncaf\xe9 au lait", given="utf-8")

    assert (problem.line, problem.message) == (2, "byte 8 cannot be read as utf-8")


@pytest.mark.parametrize("name", ["nonsense\x1b[31m", "rot13", "zip", ""])
def test_an_encoding_that_is_none_is_told_escaped(name: str) -> None:
    """A codec that makes no characters is no encoding; a terminal's codes are not repeated."""
    if not name:
        assert decode(b"Yes", "a.txt", given=name).how == "utf-8"
        return
    problem = refusal(b"Yes", given=name)

    assert "is no encoding known here" in problem.message
    assert "\x1b" not in problem.message


def test_a_byte_order_mark_that_lies_is_told() -> None:
    """A mark of UTF-8 before bytes that are none is a fault of the file."""
    problem = refusal(codecs.BOM_UTF8 + b"yes\nno \xff")

    assert problem.line == 2
    assert "the byte order mark says utf-8-sig" in problem.message


def test_too_many_bytes_are_refused_before_they_are_read() -> None:
    """A file of 50 MB costs nothing: its size is looked at first."""
    data = b"x" * 51

    with pytest.raises(Refused, match="51 bytes; 50 is the most"):
        decode(data, "a.txt", limits=Limits(size=50))


def test_a_line_too_long_is_refused_with_its_number() -> None:
    """A paragraph has an end; a line of millions of characters is data."""
    with pytest.raises(Refused, match=r"a\.txt:2: error: the line has 60 characters; 50 is"):
        decode(b"short\n" + b"x" * 60, "a.txt", limits=Limits(line=50))


def test_long_lines_of_html_are_nothing_unusual() -> None:
    """Without a limit for lines any length is taken."""
    assert len(decode(b"x" * 100, "a.html", limits=Limits(line=None)).text) == 100


@given(st.text(min_size=1))
def test_whatever_is_read_can_be_written_again(text: str) -> None:
    """Every text in UTF-8 is either refused or comes back unchanged."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        found = decode(data, "a.txt")
    except Refused:
        return

    assert found.text.encode(found.encoding) == data


@given(st.binary(min_size=1, max_size=600))
def test_whatever_bytes_come_they_are_read_back_or_refused(data: bytes) -> None:
    """Nothing else happens to bytes: no crash, no replacement characters."""
    try:
        found = decode(data, "a.txt")
    except Refused:
        return

    assert reread(data, found.encoding) == found.text
    if not found.encoding.startswith(("utf-16", "utf-32")):
        assert found.text.encode(found.encoding) == data


def test_an_encoding_whose_bytes_cannot_be_written_again_is_refused() -> None:
    """UTF-16 without a mark has an order of its bytes; the name alone does not say which."""
    problem = refusal("Да".encode("utf-16-le"), given="utf-16")

    assert problem.message == "byte 0 cannot be read as utf-16"
