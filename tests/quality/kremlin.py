"""Figures of the captures of kremlin.ru: 140 pages in Russian, each on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.clean.cleaning import clean
from generator.clean.result import Cleaned, Source
from tests.quality.corpora import library, rows
from tests.quality.measure import Measure, counted
from tests.quality.proof import undoes

# What belongs to the page, written down from the captures and not from the profile.
CHROME = re.compile(
    r"Смотрите также|Дополнительно [А-ЯЁ]|География [А-ЯЁ]|Темы [А-ЯЁ]|Лица [А-ЯЁ]|Статус материала"
    r"|Дата публикации|Ссылка на материал|Текстовая версия|^События |Анонс на|Добавить в Календарь"
    r"|Опубликован в раздел|kremlin\.ru|\d{4} года \d\d:\d\d|Ещё \d+$"
)
# A person's card: the name again, surname first, and an office.
_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
CARD = re.compile(
    rf"\b({_NAME})[а-яё]{{0,2}} \1 {_NAME}"
    rf"|{_NAME} {_NAME} [А-ЯЁ][а-яё]+(?:вич|вна) (?:Министр|мэр|глава|губернатор|директор|помощник) "
)


def measures() -> Iterator[Measure]:
    """Yield the figures: fields against the corpus's gold, furniture left, proof of undoing."""
    found = [(row, _cleaned(row)) for row in rows("kremlin-2025.jsonl.gz")]
    dated = [(row, one) for row, one in found if row["gold"]["date"]]
    placed = [(row, one) for row, one in found if row["gold"]["place"]]
    lead = [(row, one) for row, one in found if row["gold"]["summary"]]
    yield counted("kremlin: title", {_id(row): _title(one, row) for row, one in found})
    yield counted("kremlin: date", {_id(row): _date(one, row) for row, one in dated})
    yield counted("kremlin: place, of those that have one", _places(placed))
    yield counted(
        "kremlin: no place, of those that have none",
        {_id(row): one.fields.place is None for row, one in found if not row["gold"]["place"]},
    )
    yield counted("kremlin: lead is the first paragraph", {_id(r): _lead(o, r) for r, o in lead})
    yield counted(
        "kremlin: no page furniture left",
        {_id(row): not CHROME.search(_body(c)) for row, c in found},
    )
    yield counted(
        "kremlin: no person's card left", {_id(row): not CARD.search(_body(c)) for row, c in found}
    )
    yield counted(
        "kremlin: undone to the character", {_id(r): undoes(c, r["capture"]) for r, c in found}
    )


def _cleaned(row: dict[str, Any]) -> Cleaned:
    return clean(Source(row["capture"], url=row["url"]), library())


def _id(row: dict[str, Any]) -> str:
    return str(row["url"])


def _title(one: Cleaned, row: dict[str, Any]) -> bool:
    return one.fields.title is not None and one.fields.title.value == row["gold"]["title"]


def _date(one: Cleaned, row: dict[str, Any]) -> bool:
    return one.fields.published is not None and one.fields.published.value == row["gold"]["date"]


def _places(found: list[tuple[dict[str, Any], Cleaned]]) -> dict[str, bool]:
    return {
        _id(row): one.fields.place is not None and one.fields.place.value == row["gold"]["place"]
        for row, one in found
    }


def _lead(one: Cleaned, row: dict[str, Any]) -> bool:
    return one.blocks[0].text == str(row["gold"]["summary"])


def _body(one: Cleaned) -> str:
    return "\n".join(block.text for block in one.blocks)
