"""How texts of the language `ko` tell dates."""

from __future__ import annotations

import re

from generator.resolve.dates.grammar import YEAR, Eras, Grammar, Way, patterns
from generator.resolve.dates.languages import numeric
from generator.resolve.dates.readers import Readers, Words
from generator.resolve.dates.tense import Cues
from generator.vocabulary import Calendar

_SHIFTS = {
    **dict.fromkeys(("올해", "금년", "이해"), 0),
    **dict.fromkeys(("지난해", "작년", "전해"), -1),
    **dict.fromkeys(("내년", "래년", "다음해"), 1),
}
_NUMBERS = ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레")
_PARTICLE = re.compile(
    r"(?:부터|까지|에|서|의|은|는|이|가|을|를|과|와|자|경|현재|로|발|저녁|오전|오후|밤|새벽|아침|도|만|당시"
    r"|사이|이후|이전)+(?![가-힣])"
)


def _is_name(match: re.Match[str]) -> bool:
    """Return whether a noun is glued to the date, as in a stadium's or a farm's name."""
    after = match.string[match.end() : match.end() + 8]
    return bool(re.match(r"[가-힣]", after)) and not _PARTICLE.match(after)


def _odd_weekday(match: re.Match[str]) -> str:
    which = match["which"] or ""
    if which in {"매주", "매"}:
        return "recurring"
    return "which-week" if which in {"지난", "이번", "다음", "지난주", "다음주"} else ""


WORDS = Words(
    months={},
    weekdays={f"{name}요일": count for count, name in enumerate("월화수목금토일")},
    counts={word: count for count, word in enumerate(_NUMBERS, start=1)},
    which={**_SHIFTS, "오는": 1},
    year_units=frozenset({""}),
    both=frozenset({"과", "와", ","}),
    between=re.compile(r"(?!)"),
    # The verb closes the sentence: whatever stands before, what follows decides.
    cues=Cues(
        coming=r"[가-힣]*(?:예정|계획|하게 된다|될 것|할 것|진행된다|개최된다|열린다|방문한다)[가-힣]*",
        past=r"[가-힣]*(?:했|하였|였|었|았|됐|되었)[가-힣]*",
        opening=r"(?s:.*)",
    ),
    is_name=_is_name,
    odd_weekday=_odd_weekday,
)
_MONTH = r"(?<![\d.])(?P<m1>1[0-2]|0?[1-9])월"
_DAY = r"(?P<d1>3[01]|[12]\d|0?[1-9])일"
_DURATION = r"(?! ?(?:간|동안|째|만에|이내|전|후|뒤|이상|여))"


def grammar(calendars: tuple[Calendar, ...]) -> Grammar:
    """Return the patterns of `ko`, with the words it has for other calendars."""
    eras = Eras(calendars, "ko")
    read = Readers(WORDS, eras)
    year = (
        rf"(?:(?<!\d)(?P<year>{YEAR})(?:\({eras.pattern}\))?년 ?|(?P<era>{eras.pattern})년? ?"
        rf"|(?P<which>{'|'.join(_SHIFTS)}) ?)"
    )
    ways = (*_calendar(read, year), *_counted(read), *_years(read, eras))
    trigger = re.compile(r"\d|요일|해|년|어제|오늘|내일|래일|날|봄|여름|가을|겨울|전")
    return Grammar((*numeric.PATTERNS, *patterns(ways)), trigger)


def _calendar(read: Readers, year: str) -> tuple[Way, ...]:
    to = r"(?P<to>부터 ?| ?[-–—~∼] ?|과 |와 |, ?)"
    second = r"(?P<d2>3[01]|[12]\d|0?[1-9])일"
    range_days = r"(?P<d1>3[01]|[12]\d|0?[1-9])일?"
    return (
        (
            rf"{year}?{_MONTH} ?{range_days}{to}(?:(?P<m2>1[0-2]|0?[1-9])월 ?)?{second}(?:까지)?",
            read.days,
        ),
        (rf"{year}?{_MONTH} ?{_DAY}(?: ?\((?P<wd>[월화수목금토일]요일)\))?", read.day),
        (rf"{year}{_MONTH}", read.month),
        (rf"(?<![가-힣])지난 {_MONTH}(?! ?\d)", read.month_last),
        (
            rf"{year}(?:봄|여름|가을|겨울)|(?<![가-힣])(?:지난|이번|다음) (?:봄|여름|가을|겨울)",
            read.left("season"),
        ),
        (rf"(?<![\d가-힣]){_MONTH}(?=[에중초말부까에,. ])(?! ?\d)", read.month),
    )


def _counted(read: Readers) -> tuple[Way, ...]:
    which = r"(?:(?P<which>지난주|다음주|지난|이번|다음|오는|매주) )?"
    return (
        (rf"{which}(?<![가-힣])(?P<wd>[월화수목금토일]요일)", read.weekday),
        (rf"(?<![가-힣])(?P<which>{'|'.join(_SHIFTS)})(?P<unit>)(?![가-힣]{{3}})", read.shifted),
        (r"(?<![가-힣])(?:지난|이번|다음) ?주(?![가-힣])", read.left("week")),
        (r"(?<![가-힣])(?:그저께|그제)", read.near(-2)),
        (r"(?<![가-힣])어제", read.near(-1)),
        (r"(?<![가-힣])(?:오늘|내일|래일)", read.left("loosely-said")),
        (rf"(?<![가-힣\d])(?P<n>{'|'.join(_NUMBERS)}) 전(?![가-힣])", read.ago),
        (r"(?<![\d가-힣])\d+(?:년|개월|달|주일) 전", read.left("approximate")),
        (r"(?<![가-힣])(?:이날|그날|같은 날)", read.told("told-day", 0)),
        (r"(?<![가-힣])(?:다음날|이튿날)", read.told("told-day", 1)),
        (
            rf"(?<![\d월.가-힣])(?<!월 ){_DAY}(?=[ ,.에자부까의])(?!부터){_DURATION}",
            read.day_number,
        ),
    )


def _years(read: Readers, eras: Eras) -> tuple[Way, ...]:
    return (
        (rf"(?P<era>{eras.pattern})년?", read.year),
        (r"(?<!\d)(?P<decade>(?:1[5-9]|20)\d0)년대", read.decade),
        (rf"(?<![\w./,-])(?P<y1>{YEAR})년? ?[-–—~] ?(?P<y2>{YEAR})년", read.years),
        (rf"(?<![\d.,])(?P<year>{YEAR})년(?!대|생)", read.year),
        (rf"\((?P<year>{YEAR})\)", read.year),
    )
