"""Topic: real texts written in old encodings, and read again by `decode`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.decode import decode
from generator.errors import Refused
from tests.quality.corpora import rows
from tests.quality.measure import Measure, counted

LENGTHS = (160, 500, 2000)
RUSSIAN = ("koi8-r", "cp1251", "iso8859-5", "utf-16-le", "utf-16-be")
WESTERN = ("cp1252", "utf-16-le")


def measures() -> Iterator[Measure]:
    """Yield for each encoding how many texts are read to the character."""
    russian = [(row["url"], row["capture"]) for row in rows("kremlin-2025.jsonl.gz")]
    western = [(row["url"], row["text"]) for row in rows("kcna-kp-2024.jsonl.gz")]
    topics = ((russian, RUSSIAN, "Russian"), (western, WESTERN, "English"))
    for texts, encodings, language in topics:
        for encoding in encodings:
            name = f"decode: {language} in {encoding}, 160 to 2,000 characters"
            yield counted(name, dict(_results(texts, encoding)))


def _results(texts: list[tuple[str, str]], encoding: str) -> Iterator[tuple[str, bool]]:
    for name, text in texts:
        for length in LENGTHS:
            # From the middle, so that not every text begins with the same words.
            start = len(text) // 3
            part = text[start : start + length]
            data = part.encode(encoding, "ignore")
            if len(data) >= LENGTHS[0]:
                yield f"{name} {length}", _reads(data, encoding)


def _reads(data: bytes, encoding: str) -> bool:
    try:
        return decode(data, "capture.txt").text == data.decode(encoding)
    except Refused:
        return False
