"""Dates as pages print them, read with formats that a profile declares.

A format is written as it looks: `DD/MM/YYYY`, `Month D, YYYY`, `YYYY.MM.DD.`, `D Month YYYY года`.
`Month` is a month's name or its abbreviation in any language of `MONTHS`, without regard to case;
`D`, `DD`, `M`, `MM` are one or two digits; `Weekday` is any word; every other word or character
stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_NAMES = (
    # By language: en, es, fr, de, ru (as in a date), pt, it, uk (as in a date).
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS: dict[str, int] = {
    name: number for row in (*_NAMES, _SHORT) for number, name in enumerate(row.split(), start=1)
} | {"sept": 9}
"""Month names in lower case → number."""
_TOKEN = re.compile(r"YYYY|Month|MM|M|DD|D|Weekday")
# A run of letters is made of tokens, or all of it is a word: `Monday` is no `M`.
_RUN = re.compile(r"[A-Za-z]+")
_PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "Month": r"(?P<name>[^\W\d_]+)\.?",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
    "Weekday": r"[^\W\d_]+\.?",
}


@dataclass(frozen=True, slots=True, order=True)
class PrintedDate:
    """A date as far as it is printed: the year may be missing."""

    year: int | None
    month: int
    day: int | None

    def iso(self, year: int | None = None) -> str | None:
        """Return ISO text, with `year` for a missing year; None if there is no such day."""
        known = self.year if self.year is not None else year
        if known is None or not 1 <= self.month <= 12:
            return None
        if self.day is None:
            return f"{known:04}-{self.month:02}"
        if not 1 <= self.day <= days(known, self.month):
            return None
        return f"{known:04}-{self.month:02}-{self.day:02}"


def days(year: int, month: int) -> int:
    """Return how many days the month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def tokens(form: str) -> list[str]:
    """Return the parts of a format that stand for numbers and names.

    Raises:
        ValueError: It has a part twice, or neither month nor day.

    >>> tokens("D Month YYYY")
    ['D', 'Month', 'YYYY']
    """
    found = [match[0] for match in _tokens(form)]
    kinds = [token[0] for token in found]
    if len(set(kinds)) != len(kinds) or "M" not in kinds:
        raise ValueError(f"`{form}` is no date format; write it as DD/MM/YYYY or Month D, YYYY")
    return found


def _tokens(form: str) -> Iterator[re.Match[str]]:
    for run in _RUN.finditer(form):
        found = list(_TOKEN.finditer(form, *run.span()))
        if sum(len(match[0]) for match in found) == len(run[0]):
            yield from found


@cache
def _reader(form: str) -> re.Pattern[str]:
    pieces: list[str] = []
    at = 0
    tokens(form)
    for found in _tokens(form):
        pieces += [_literal(form[at : found.start()]), _PARTS[found[0]]]
        at = found.end()
    return re.compile("".join([*pieces, _literal(form[at:])]))


def _literal(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))


def read(text: str, formats: tuple[str, ...]) -> PrintedDate | None:
    """Return the date that `text` is, by the first format that fits and gives a real day.

    >>> read("02/11/2024", ("DD/MM/YYYY",)).iso()
    '2024-11-02'
    >>> read("31/02/2024", ("DD/MM/YYYY",)) is None
    True
    """
    for form in formats:
        if (found := _reader(form).fullmatch(text.strip())) and (date := _real(found.groupdict())):
            return date
    return None


def _real(parts: dict[str, str | None]) -> PrintedDate | None:
    name = parts.get("name")
    month = MONTHS.get(name.lower(), 0) if name else int(parts.get("month") or 0)
    date = PrintedDate(_number(parts.get("year")), month, _number(parts.get("day")))
    # A leap year stands in for a missing one: 29 February may be right.
    return date if date.iso(2024) else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
