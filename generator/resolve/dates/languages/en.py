"""How texts of the language `en` tell dates."""

from __future__ import annotations

import re

from generator.resolve.dates.grammar import YEAR, Eras, Grammar, Way, patterns
from generator.resolve.dates.languages import en_names, numeric
from generator.resolve.dates.readers import Readers, Words
from generator.resolve.dates.tense import Cues
from generator.vocabulary import Calendar

MONTHS = {
    name: count
    for count, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
DAYS = {
    name: count
    for count, names in enumerate(
        (("monday", "mon"), ("tuesday", "tue"), ("wednesday", "wed"), ("thursday", "thu"),
         ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"))
    )
    for name in names
}  # fmt: skip
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = Words(
    months=MONTHS,
    weekdays=DAYS,
    counts={word: count for count, word in enumerate(_COUNTED, start=1)},
    which={"last": -1, "this": 0, "the current": 0, "next": 1, "coming": 1, "this coming": 1},
    year_units=frozenset({"year"}),
    both=frozenset({"and"}),
    between=re.compile(r"[Bb]etween $"),
    cues=Cues(
        coming=r"will|shall|would|is to|are to|to be|scheduled|slated|(?:is|are) due|planned"
        r"|plans? to|set for|expected|intends?|going to",
        past=r"(?<!be )(?:was|were|had|said|says?|told|held|took|met|made|began|went|gave|sent|paid"
        r"|reports?|according|\w{2,}ed)",
        opening=r"(?:On|In|From|By|Before)? ?(?:the )?",
    ),
    is_name=en_names.is_name,
    odd_weekday=en_names.odd_weekday,
)
_MONTH = (
    r"(?<![A-Za-z])(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May"
    r"|June?|July?|Aug(?:ust|\.)?|Sep(?:t?\.|tember|t)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|,\d{3}(?!\d)|\.\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])"
_SHORT = rf"(?:{_WEEKDAY}|(?<!the )(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?(?=,))"
_TO = r"(?P<to> ?[-–—~] ?| to | through | till | until | and )"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_OPENED = rf"(?:(?P<wd>{_SHORT}),? (?:the )?)?"
_CLOSED = rf"(?:,? \(?(?P<wd2>{_WEEKDAY})\)?)?"
_EDGE = r"(?<![A-Za-z])"
_END = r"(?![A-Za-z])"
_NO_FIGURE = r"(?<![\d.,-])"


def grammar(calendars: tuple[Calendar, ...]) -> Grammar:
    """Return the patterns of `en`, with the words it has for other calendars."""
    eras = Eras(calendars, "en")
    read = Readers(WORDS, eras)
    year = (
        rf"(?:,? ?(?:of )?(?P<year>{YEAR})|,? ?\(?(?P<era>{eras.pattern})\)?"
        rf"|,? (?:of )?(?P<which>this|last|next) year{_END}"
        rf"|,? (?:of )?(?P<told>the same|that) year{_END})"
    )
    ways = (*_days(read, year), *_months(read, year), *_counted(read), *_years(read, eras))
    trigger = re.compile(r"\d|day|year|month|week|morrow|night|spring|summer|autumn|winter|fall|"
                         r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")  # fmt: skip
    return Grammar((*numeric.PATTERNS, *patterns(ways)), trigger)


def _days(read: Readers, year: str) -> tuple[Way, ...]:
    first = rf"(?P<m1>{_MONTH}) ?(?P<d1>{_DAY})"
    turned = rf"{_NO_FIGURE}(?P<d1>{_DAY})"
    with_year = rf"(?:,? (?P<y1>{YEAR}))?"
    return (
        (rf"{first}{with_year}{_TO}(?:(?P<m2>{_MONTH}) )?(?P<d2>{_DAY}){year}?", read.days),
        (rf"{turned}{_TO}(?P<d2>{_DAY}) (?:of )?(?P<m1>{_MONTH}){year}?", read.days),
        (
            rf"{turned} (?P<m1>{_MONTH}){with_year}{_TO}(?P<d2>{_DAY}) (?P<m2>{_MONTH}){year}?",
            read.days,
        ),
        (rf"{_OPENED}(?P<m1>{_MONTH}) ?(?:the )?(?P<d1>{_DAY}){year}?{_CLOSED}", read.day),
        (rf"{_OPENED}{turned} (?:of )?(?P<m1>{_MONTH}){year}?{_CLOSED}", read.day),
    )


def _months(read: Readers, year: str) -> tuple[Way, ...]:
    to = r"(?P<to> ?[-–—] ?| to | through | until | and )"
    named = r"(?! ?\d| Day| [A-Z]\w+ (?:Movement|Uprising|Revolution))"
    return (
        (
            (
                rf"{_SEASON},? (?:of )?(?:{YEAR}|(?:this|last|next) year)"
                rf"|(?:this|last|next|past) {_SEASON}{_END}"
            ),
            read.left("season"),
        ),
        (rf"(?P<m1>{_MONTH}){to}(?P<m2>{_MONTH}){year}", read.months),
        (rf"(?P<m1>{_MONTH}){year}", read.month),
        (
            rf"(?P<m1>{_MONTH}) last(?! (?:week|month|night|[A-Z]))(?![a-z])",
            read.month_last,
        ),
        (rf"{_EDGE}(?P<which>last|next) (?P<m1>{_MONTH})", read.which_month),
        (rf"(?=[JFMASOND])(?:{en_names.BEFORE_MONTH})(?P<m1>{_MONTH}){named}", read.month),
    )


def _counted(read: Readers) -> tuple[Way, ...]:
    """Return the ways that count from the text's own day, or from one told before."""
    which = (
        r"[Ll]ast|[Nn]ext|[Tt]his coming|[Cc]oming|[Tt]his|[Ee]very|[Ee]ach|[Pp]ast|[Pp]revious"
        r"|[Ff]ollowing"
    )
    numbers = "|".join(_COUNTED)
    goes_on = r"(?:and(?! \d)|to|at|in|with|for|when|as|the|of this month)(?![a-z])"
    return (
        (
            r"(?<![A-Za-z])the (?P<d1>\d{1,2}(?:st|nd|rd|th)) of (?P<which>this|last) (?P<unit>month)",
            read.shifted,
        ),
        (rf"(?:{_EDGE}(?P<which>{which}) )?{_EDGE}(?P<wd>{_WEEKDAY})", read.weekday),
        (
            (
                rf"{_EDGE}(?<!the )(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he current) "
                rf"(?P<unit>year|month){_END}"
            ),
            read.shifted,
        ),
        (rf"{_EDGE}(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]he past) week(?:end)?{_END}", read.left("week")),
        (rf"{_EDGE}the day before yesterday", read.near(-2)),
        (rf"{_EDGE}the day after tomorrow", read.near(2)),
        (rf"{_EDGE}[Yy]esterday{_END}", read.near(-1)),
        (rf"{_EDGE}(?:[Tt]oday|[Tt]onight|[Tt]omorrow){_END}", read.left("loosely-said")),
        (rf"{_EDGE}(?P<n>\d{{1,2}}|{numbers}) days? ago{_END}", read.ago),
        (
            rf"(?<!\w)\w{{1,20}} (?:weeks?|months?|years?|decades?) ago{_END}",
            read.left("approximate"),
        ),
        (
            (
                rf"(?:[Ee]arlier|[Ll]ater) in the day|{_EDGE}(?:the same|that) day{_END}"
                r"|(?<=[Oo]n )the day(?= (?:was|were)|[.,])"
            ),
            read.told("told-day", 0),
        ),
        (rf"{_EDGE}the (?:next|following) day{_END}", read.told("told-day", 1)),
        (rf"{_EDGE}the (?:previous day|day before(?=[.,;]))", read.told("told-day", -1)),
        (rf"{_EDGE}(?:the same|that) year{_END}", read.told("told-year", 0)),
        (rf"{_EDGE}the following year{_END}", read.told("told-year", 1)),
        (rf"{_EDGE}the previous year{_END}", read.told("told-year", -1)),
        (
            (
                r"(?:(?<=[Oo]n )|(?<=by )|(?<=to )|(?<=until )|(?<=from ))the (?P<d1>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
                rf"(?=[.,;:)]|$| {goes_on})"
            ),
            read.day_number,
        ),
    )


def _years(read: Readers, eras: Eras) -> tuple[Way, ...]:
    amount = en_names.AFTER_NUMBER
    return (
        (rf"(?P<era>{eras.pattern})", read.year),
        (rf"(?<![\d./,-])(?P<decade>(?:1[5-9]|20)\d0)[’']?s{_END}", read.decade),
        (
            rf"(?<![\w./,$-])(?P<y1>{YEAR})(?: ?[-–—/] ?)(?P<y2>{YEAR}|\d\d)(?![\w-]|\.\d)",
            read.years,
        ),
        (
            rf"(?=[12]\d{{3}})(?:{en_names.BEFORE_YEAR})(?P<year>{YEAR})(?![-/]\d|{amount})",
            read.year,
        ),
        (rf"\((?P<year>{YEAR})\)", read.year),
        (rf"(?<=[Tt]he )(?P<year>{YEAR})(?= [A-Za-z])(?!{amount})", read.year),
    )
