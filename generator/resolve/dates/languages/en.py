"""How English tells dates."""

from __future__ import annotations

import re

from generator.vocabulary import Calendar
from generator.resolve.dates import tense
from generator.resolve.dates.grammar import YEAR, Eras, Grammar, Pattern
from generator.resolve.dates.languages import en_names, numeric
from generator.resolve.dates.readers import Readers, Words

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
COUNTS = {
    name: count
    for count, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}

_MONTH = (
    r"(?<![A-Za-z])(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May"
    r"|June?|July?|Aug(?:ust|\.)?|Sep(?:t?\.|tember|t)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|,\d{3}(?!\d)|\.\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![A-Za-z])"
_SHORT_DAY = rf"(?:{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?(?![A-Za-z]))"
_TO = r"(?P<to> ?[-–—~] ?| to | through | till | until | and )"
_WHICH = {"last": -1, "this": 0, "the current": 0, "next": 1}
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_COMING = tense.Cues(
    coming=r"will|shall|would|is to|are to|to be|scheduled|slated|due|plan(?:s|ned)?|upcoming|set"
    r" for|expected|intends?|going to",
    past=r"(?<!be )(?:was|were|had|said|told|held|took|met|made|began|went|gave|sent|paid|\w{2,}ed)",
    opening=r"(?:On|In|From|By|Before)? ?(?:the )?",
)


def grammar(calendars: tuple[Calendar, ...]) -> Grammar:
    """Return the patterns of English, with the words it has for other calendars."""
    eras = Eras(calendars, "en")
    reader = Readers(_WORDS, eras)
    year = (
        rf"(?:,? ?(?:of )?(?P<year>{YEAR})|,? ?\(?(?P<era>{eras.pattern})\)?"
        r"|,? (?:of )?(?P<which>this|last|next) year(?![A-Za-z]))"
    )
    ways = (
        (rf"(?P<m1>{_MONTH}) ?(?P<d1>{_DAY})(?:,? (?P<y1>{YEAR}))?{_TO}(?:(?P<m2>{_MONTH}) )?"
         rf"(?P<d2>{_DAY}){year}?", reader.days),
        (rf"(?<![\d.,-])(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m1>{_MONTH}){year}?", reader.days),
        (rf"(?<![\d.,-])(?P<d1>{_DAY}) (?P<m1>{_MONTH})(?:,? (?P<y1>{YEAR}))?{_TO}"
         rf"(?P<d2>{_DAY}) (?P<m2>{_MONTH}){year}?", reader.days),
        (rf"(?:(?P<wd>{_SHORT_DAY}),? (?:the )?)?(?P<m1>{_MONTH}) ?(?:the )?(?P<d1>{_DAY}){year}?"
         rf"(?:,? \(?(?P<wd2>{_WEEKDAY})\)?)?", reader.day),
        (rf"(?:(?P<wd>{_SHORT_DAY}),? (?:the )?)?(?<![\d.,-])(?P<d1>{_DAY}) (?:of )?(?P<m1>{_MONTH})"
         rf"{year}?(?:,? \(?(?P<wd2>{_WEEKDAY})\)?)?", reader.day),
        (rf"{_SEASON},? (?:of )?(?:{YEAR}|(?:this|last|next) year)|(?:this|last|next|past) {_SEASON}"
         r"(?![A-Za-z])", reader.left("season")),
        (rf"(?P<m1>{_MONTH})(?P<to> ?[-–—] ?| to | through | until )(?P<m2>{_MONTH}){year}", reader.months),
        (rf"(?P<m1>{_MONTH}){year}", reader.month),
        (rf"(?P<m1>{_MONTH}) last(?! (?:week|month|night|[A-Z]))(?![a-z])", reader.month_last),
        (rf"(?<![A-Za-z])(?P<which>last|next) (?P<m1>{_MONTH})", reader.which_month),
        (rf"(?:{en_names.BEFORE_MONTH})(?P<m1>{_MONTH})(?! ?\d| Day| [A-Z]\w+ (?:Movement|Uprising))",
         reader.month),
        (r"(?:(?<![A-Za-z])(?P<which>[Ll]ast|[Nn]ext|[Tt]his coming|[Cc]oming|[Tt]his|[Ee]very|[Ee]ach"
         rf"|[Pp]ast|[Pp]revious|[Ff]ollowing) )?(?<![A-Za-z])(?P<wd>{_WEEKDAY})", reader.weekday),
        (r"(?<![A-Za-z])(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he current) (?P<unit>year|month)(?![A-Za-z])",
         reader.shifted),
        (r"(?<![A-Za-z])(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]he past) week(?:end)?(?![A-Za-z])", reader.left("week")),
        (r"(?<![A-Za-z])the day before yesterday", reader.near(-2)),
        (r"(?<![A-Za-z])the day after tomorrow", reader.near(2)),
        (r"(?<![A-Za-z])[Yy]esterday(?![A-Za-z])", reader.near(-1)),
        (r"(?<![A-Za-z])(?:[Tt]oday|[Tt]onight|[Tt]omorrow)(?![A-Za-z])", reader.left("loosely-said")),
        (r"(?<![A-Za-z])(?P<n>\d{1,2}|" + "|".join(COUNTS) + r") days? ago(?![A-Za-z])", reader.ago),
        (r"(?<![A-Za-z])(?:\w+|\d+) (?:weeks?|months?|years?|decades?) ago(?![A-Za-z])",
         reader.left("approximate")),
        (r"(?:[Ee]arlier|[Ll]ater) in the day|(?<![A-Za-z])(?:the same|that) day(?![A-Za-z]| [a-z]+s )"
         r"|(?<=[Oo]n )the day(?= (?:was|were|,|at|in)|[.,])", reader.told("told-day", 0)),
        (r"(?<![A-Za-z])the (?:next|following) day(?![A-Za-z])", reader.told("told-day", 1)),
        (r"(?<![A-Za-z])the (?:previous day|day before(?=[.,;]))", reader.told("told-day", -1)),
        (r"(?<![A-Za-z])(?:the same|that) year(?![A-Za-z])", reader.told("told-year", 0)),
        (r"(?<![A-Za-z])the following year(?![A-Za-z])", reader.told("told-year", 1)),
        (r"(?<![A-Za-z])the previous year(?![A-Za-z])", reader.told("told-year", -1)),
        (r"(?<=(?:on|by|to|of) )the (?P<d1>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
         r"(?=[.,;:)]|$| (?:and|to|at|in|with|for|when|as|the|of this month)(?![a-z]))", reader.day_number),
        (rf"(?P<era>{eras.pattern})", reader.year),
        (r"(?<![\d./,-])(?:the )?(?P<decade>(?:1[5-9]|20)\d0)[’']?s(?![A-Za-z])", reader.decade),
        (rf"(?<![\w./,$-])(?P<y1>{YEAR})(?: ?[-–—/] ?)(?P<y2>{YEAR}|\d\d)(?![\w-]|\.\d)", reader.years),
        (rf"(?:{en_names.BEFORE_YEAR})(?P<year>{YEAR})(?!{en_names.AFTER_NUMBER})", reader.year),
        (rf"\((?P<year>{YEAR})\)", reader.year),
        (rf"(?<=[Tt]he )(?P<year>{YEAR})(?= [A-Za-z])(?!{en_names.AFTER_NUMBER})", reader.year),
    )  # fmt: skip
    patterns = tuple(Pattern(re.compile(regex), read) for regex, read in ways)
    trigger = (
        r"\d|day|year|month|week|morrow|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        r"|spring|summer|autumn|winter|fall"
    )
    return Grammar((*numeric.PATTERNS, *patterns), re.compile(trigger))


_WORDS = Words(
    months=MONTHS,
    weekdays=DAYS,
    counts=COUNTS,
    which={**_WHICH, "this coming": 1, "coming": 1},
    year_units=frozenset({"year"}),
    both=frozenset({"and"}),
    between=re.compile(r"[Bb]etween $"),
    cues=_COMING,
    is_name=en_names.is_name,
    odd_weekday=en_names.odd_weekday,
)
