"""How texts of the language `ru` tell dates."""

from __future__ import annotations

import re

from generator.resolve.dates.grammar import YEAR, Eras, Grammar, Way, patterns
from generator.resolve.dates.languages import numeric
from generator.resolve.dates.readers import Readers, Words
from generator.resolve.dates.tense import Cues
from generator.vocabulary import Calendar

_STEMS = (
    ("янва", "р"), ("февра", "л"), ("март", ""), ("апре", "л"), ("ма", ""), ("июн", ""),
    ("июл", ""), ("август", ""), ("сентяб", "р"), ("октяб", "р"), ("нояб", "р"), ("декаб", "р"),
)  # fmt: skip
_HARD, _SOFT, _MAY = ("", "а", "е", "у", "ом"), ("ь", "я", "е", "ю", "ем"), tuple("йяею")
MONTHS = {
    stem + middle + ending: count
    for count, (stem, middle) in enumerate(_STEMS, start=1)
    for ending in (_MAY if stem == "ма" else _HARD if stem in {"март", "август"} else _SOFT)
}
DAYS = {
    name: count
    for count, name in enumerate(
        ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
    )
}
_WHICH = {
    **dict.fromkeys(("этого", "этом", "текущего", "текущем", "нынешнего", "нынешнем"), 0),
    **dict.fromkeys(("прошлого", "прошлом", "минувшего", "минувшем"), -1),
    **dict.fromkeys(("следующего", "следующем", "будущего", "будущем"), 1),
    **dict.fromkeys(("ближайший", "ближайшую", "ближайшее"), 1),
}
_COUNTED = {"два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "десять": 10}
_NAMED = re.compile(
    r"(?i:теракт\w*|атак\w*|событи\w*|деклараци\w*|соглашени\w*|заявлени\w*|восстани\w*|трагеди\w*"
    r"|фабрик\w*|завод\w*|площад\w*|улиц\w*|движени\w*|праздник\w*|дн\w{1,2}|день) $"
)


def _is_name(match: re.Match[str]) -> bool:
    """Return whether a noun of memory stands right before: `терактов 11 сентября`."""
    return bool(_NAMED.search(match.string[max(0, match.start() - 20) : match.start()]))


def _odd_weekday(match: re.Match[str]) -> str:
    which = (match["which"] or "").lower()
    if which.startswith("кажд"):
        return "recurring"
    return "which-week" if which and not which.startswith("ближайш") else ""


WORDS = Words(
    months=MONTHS,
    weekdays=DAYS,
    counts=_COUNTED,
    which=_WHICH,
    year_units=frozenset({"год", "года", "году", "годом"}),
    both=frozenset({"и"}),
    between=re.compile(r"[Мм]ежду $"),
    cues=Cues(
        coming=r"будет|будут|состоится|состоятся|пройд[её]т|пройдут|планиру\w+|намечен\w*"
        r"|запланирован\w*|предсто\w+|ожида\w+|намерен\w*|посетит|прибудет",
        past=r"[а-яё]{2,}(?:ла|ло|ли|л|лась|лось|лись|лся)",
        opening=r"(?:[СсВв]|[Кк]|[Дд]о|[Вв]о)? ?",
    ),
    is_name=_is_name,
    odd_weekday=_odd_weekday,
)
_LETTER = r"[^\W\d_]"
_EDGE, _END = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
_MONTH = rf"{_EDGE}(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))}){_END}"
_DAY = r"(?<![\d.,-])(?:0?[1-9]|[12]\d|3[01])(?:-?го)?(?![\w%]|[,.]\d)"
_WORD_YEAR = r" ?(?:год[ау]?|гг?\.)"


def grammar(calendars: tuple[Calendar, ...]) -> Grammar:
    """Return the patterns of `ru`, with the words it has for other calendars."""
    eras = Eras(calendars, "ru")
    read = Readers(WORDS, eras)
    shifts = "|".join(_WHICH)
    year = (
        rf"(?: (?P<year>{YEAR})(?:{_WORD_YEAR}{_END})?"
        rf"|,? (?P<era>{eras.pattern})(?:{_WORD_YEAR})?| (?P<which>(?i:{shifts})) года{_END})"
    )
    ways = (*_days(read, year), *_months(read, year), *_counted(read), *_years(read, eras))
    trigger = re.compile(
        r"\d|год|месяц|недел|вчера|сегодня|завтра|день|дня|ник|сред|четв|пятн|суббот|воскр|"
        rf"(?i:{'|'.join(stem + middle for stem, middle in _STEMS)})"
    )
    return Grammar((*numeric.PATTERNS, *patterns(ways)), trigger)


def _days(read: Readers, year: str) -> tuple[Way, ...]:
    first, to = rf"(?P<d1>{_DAY})", r"(?P<to> ?[-–—] ?| по | до | и )"
    second = _DAY.removeprefix(r"(?<![\d.,-])")
    return (
        (rf"{first}{to}(?P<d2>{second}) (?P<m1>{_MONTH}){year}?", read.days),
        (
            (
                rf"{first} (?P<m1>{_MONTH})(?: (?P<y1>{YEAR})(?:{_WORD_YEAR})?)?{to}"
                rf"(?P<d2>{second}) (?P<m2>{_MONTH}){year}?"
            ),
            read.days,
        ),
        (rf"{first} (?P<m1>{_MONTH}){year}?", read.day),
    )


def _months(read: Readers, year: str) -> tuple[Way, ...]:
    season = r"(?i:весной|летом|осенью|зимой|весны|лета|осени|зимы)"
    season_year = rf" (?:{YEAR}|(?i:{'|'.join(_WHICH)})) год[ау]"
    prepositions = r"(?:(?<=[Вв] )|(?<=[Сс] )|(?<=[Дд]о )|(?<=[Кк] )|(?<=начале )|(?<=конце ))"
    return (
        (rf"{_EDGE}{season}{season_year}", read.left("season")),
        (rf"(?P<m1>{_MONTH})(?P<to> ?[-–—] ?| по )(?P<m2>{_MONTH}){year}", read.months),
        (rf"(?P<m1>{_MONTH}){year}", read.month),
        (rf"{prepositions}(?P<m1>{_MONTH})", read.month),
    )


def _counted(read: Readers) -> tuple[Way, ...]:
    odd = r"[Пп]рошл\w+|[Мм]инувш\w+|[Сс]ледующ\w+|[Кк]ажд\w+|[Бб]лижайш\w+|[Бб]удущ\w+"
    shifts = rf"(?P<which>(?i:{'|'.join(_WHICH)}))"
    week = r"(?:прошлой|минувшей|этой|следующей|прошлую|эту|следующую) недел[еюи]"
    return (
        (
            rf"(?:(?<=[Вв] )|(?<=[Вв]о ))(?:(?P<which>{odd}) )?(?P<wd>(?i:{'|'.join(DAYS)})){_END}",
            read.weekday,
        ),
        (rf"{_EDGE}{shifts} (?P<unit>год[ау]?|месяц[ае]?){_END}", read.shifted),
        (rf"{_EDGE}{week}{_END}", read.left("week")),
        (rf"{_EDGE}[Пп]озавчера{_END}", read.near(-2)),
        (rf"{_EDGE}[Вв]чера{_END}", read.near(-1)),
        (rf"{_EDGE}(?i:сегодня|завтра|накануне){_END}", read.left("loosely-said")),
        (rf"{_EDGE}(?P<n>\d{{1,2}}|{'|'.join(_COUNTED)}) д(?:ня|ней) назад{_END}", read.ago),
        (
            rf"(?<!\w)(?:\w{{1,20}} )?(?:недел[июь]|месяц\w*|год\w*|лет) назад{_END}",
            read.left("approximate"),
        ),
        (rf"{_EDGE}(?:[Вв] )?(?:тот же|этот|тот) день{_END}", read.told("told-day", 0)),
        (rf"{_EDGE}[Нн]а следующий день{_END}", read.told("told-day", 1)),
        (rf"(?P<d1>{_DAY}) числа{_END}", read.day_number),
    )


def _years(read: Readers, eras: Eras) -> tuple[Way, ...]:
    words = r" ?(?:год(?:ы|а|у|ом|ах|ов)?|гг?\.)"
    return (
        (rf"(?P<era>{eras.pattern})", read.year),
        (
            r"(?<![\d./,-])(?P<decade>(?:1[5-9]|20)\d0)-(?:е|х|ми)(?: год(?:ы|ов|ах|ами))?",
            read.decade,
        ),
        (
            rf"(?<![\w./,-])(?P<y1>{YEAR}) ?[-–—/] ?(?P<y2>{YEAR}|\d\d(?!\d))(?:{words}{_END})?",
            read.years,
        ),
        (rf"(?<![\w./,-])(?P<year>{YEAR})(?={words}{_END})", read.year),
        (rf"(?<=[Вв] )(?P<year>{YEAR})(?=[.,;)]|$)", read.year),
        (rf"\((?P<year>{YEAR})\)", read.year),
    )
