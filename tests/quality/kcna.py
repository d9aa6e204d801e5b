"""Figures of KCNA's texts: 565 of its own site (2023–24), 11,364 of its site in Japan (2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.clean import dates
from generator.clean.cleaning import clean
from generator.clean.result import Cleaned, Source
from generator.clean.take import Asked, take
from generator.errors import Refused
from tests.quality.corpora import library, rows
from tests.quality.measure import Measure, counted
from tests.quality.proof import undoes

Found = list[tuple[dict[str, Any], Cleaned, str]]

# Looser than any profile: whatever stands before the agency's name in brackets and a dash.
DATELINE = re.compile(r"^.{0,60}?,\s*(?P<date>[A-Z][a-z]+\.? \d{1,2})\s*\(\s*KCNA\s*\)\s*[-–—]+")
NAME = "Kim (?:Il Sung|Jong Il|Jong Un|Jong Suk)"
GLUED = re.compile(rf"[A-Za-z]{NAME}|{NAME}[A-Za-z]")
STAMP = re.compile(r"\[(?:Juche ?)?\d{1,4}\.\d{1,2}\.\d{1,2}\.\]")
# In the texts of 2011: what a scraper left of line ends. A space never stands before a comma.
LEFT = re.compile(r" ,|,,|(?:, ){2}")


def measures() -> Iterator[Measure]:
    """Yield the figures of both corpora."""
    found = [_of_2024(row) for row in rows("kcna-kp-2024.jsonl.gz")]
    yield from _datelines(found)
    yield from _marks_and_names(found)
    yield from _of_2011()


def _of_2024(row: dict[str, Any]) -> tuple[dict[str, Any], Cleaned, str]:
    # The page as copied: the headline, with its stamp if it has one, above the text.
    text = f"{row['title']}\n\n{row['text']}"
    source = Source(text, url=row["url"], given={"published": row["date"]})
    return row, clean(source, library()), text


def _datelines(found: Found) -> Iterator[Measure]:
    with_one = [(row, one) for row, one, _ in found if DATELINE.search(row["text"])]
    without = [(row, one) for row, one, _ in found if not DATELINE.search(row["text"])]
    yield counted(
        "kcna.kp: dateline lifted with its day, of texts with one",
        {row["url"]: _lifted(row, one) for row, one in with_one},
    )
    yield counted(
        "kcna.kp: no dateline seen, of texts without one",
        {row["url"]: one.fields.dateline is None for row, one in without},
    )


def _lifted(row: dict[str, Any], one: Cleaned) -> bool:
    printed = DATELINE.search(row["text"])
    line = one.fields.dateline
    if printed is None or line is None or line.date is None:
        return False
    day = dates.read(printed["date"], ("Month D",))
    clean_start = not DATELINE.search(one.blocks[0].text) and "(KCNA) --" not in _body(one)
    return clean_start and day is not None and line.date[5:] == f"{day.month:02}-{day.day:02}"


def _marks_and_names(found: Found) -> Iterator[Measure]:
    yield counted(
        "kcna.kp: end mark gone, of texts with one",
        {r["url"]: "-0-" not in _body(one) for r, one, _ in found if "-0-" in r["text"]},
    )
    glued = [(row, one) for row, one, _ in found if GLUED.search(row["text"])]
    yield counted(
        "kcna.kp: no glued name left, of texts with one",
        {row["url"]: not GLUED.search(_body(one)) for row, one in glued},
    )
    yield counted(
        "kcna.kp: nothing but spaces put in, of texts with a glued name",
        {row["url"]: _same_letters(row, one) for row, one in glued},
    )
    yield counted(
        "kcna.kp: headline without its stamp, body without either",
        {row["url"]: _headline(row, one) for row, one, _ in found},
    )
    yield counted(
        "kcna.kp: undone to the character", {r["url"]: undoes(one, text) for r, one, text in found}
    )


def _same_letters(row: dict[str, Any], one: Cleaned) -> bool:
    """Tell whether the body has every letter of the text, and no more: only spaces differ."""
    text = DATELINE.sub("", row["text"]).replace("-0-", "")
    return "".join(text.split()) == "".join(_body(one).split())


def _headline(row: dict[str, Any], one: Cleaned) -> bool:
    wanted = " ".join(row["title"].split("\n")[0].split())
    title = one.fields.title
    given = title is not None and " ".join(title.value.split()) == wanted
    return given and not STAMP.search(_body(one)) and one.blocks[0].text != wanted


def _of_2011() -> Iterator[Measure]:
    """Yield the figures of the year that a scraper put on single lines, each added in turn."""
    taken: Found = []
    refused: list[str] = []
    corpus = rows("kcna-2011.jsonl.gz")
    for row in corpus:
        asked = Asked(
            f"{row['id']}.txt", row["url"], {"title": row["title"], "published": row["date"]}
        )
        try:
            made = take(row["text_raw"].encode(), asked, library())
        except Refused as reason:
            refused.append(str(reason).splitlines()[0])
            continue
        taken.append((row, made.cleaned, made.text))
    name = "kcna.co.jp: cleaned, or refused by name with its reason"
    yield Measure(name, len(taken) + len(refused), len(corpus))
    yield Measure("kcna.co.jp: cleaned", len(taken), len(corpus), tuple(refused))
    yield counted(
        "kcna.co.jp: English and Spanish told apart", {r["id"]: _tongue(r, o) for r, o, _ in taken}
    )
    yield counted(
        "kcna.co.jp: no mark of a line end left",
        {r["id"]: not LEFT.search(_body(o)) for r, o, _ in taken},
    )
    yield counted(
        "kcna.co.jp: undone to the character", {r["id"]: undoes(o, t) for r, o, t in taken}
    )


def _tongue(row: dict[str, Any], one: Cleaned) -> bool:
    """Tell whether the language is that of most little words (the corpus calls 705 wrongly `en`)."""
    words = row["text_raw"].lower().split()
    spanish = sum(word in {"el", "la", "los", "las", "del", "en"} for word in words)
    english = sum(word in {"the", "of", "and", "by", "was", "in"} for word in words)
    said = one.fields.language.value if one.fields.language else None
    return said == ("es" if spanish > english else "en")


def _body(one: Cleaned) -> str:
    return "\n".join(block.text for block in one.blocks)
