"""Where English words that look like a date are part of a name, or of something else."""

from __future__ import annotations

import re

BEFORE_MONTH = (
    r"(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Tt]ill )|(?<=[Dd]uring )|(?<=[Ll]ate )"
    r"|(?<=[Ee]arly )|(?<=mid-)|(?<=[Mm]id )|(?<=end of )|(?<=beginning of )|(?<=middle of )"
    r"|(?<=month of )|(?<=week of )|(?<=half of )"
)
"""Only after these is a bare month a date: `May` and `March` are other words too."""
BEFORE_YEAR = (
    r"(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=[Uu]ntil )|(?<=[Tt]ill )|(?<=[Bb]y )"
    r"|(?<=[Dd]uring )|(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=year )|(?<=early )|(?<=late )"
    r"|(?<=end of )|(?<=\d\d to )|(?<=\d\d and )|(?<=[Bb]etween )|(?<=through )"
)
AFTER_NUMBER = (
    r" (?:people|persons|tons?|meters?|metres?|km|kilometers?|miles|won|dollars|yuan|yen|rubles|men"
    r"|women|families|houses|households|workers|soldiers|students|hectares|pieces|copies|times"
    r"|million|billion|thousand|years|days|hours|kinds|items|delegates|units|sq|square|odd)\b"
    r"|[,.]\d|%| ?B\. ?C|-(?:strong|odd|meter|ton|seat)"
)
"""After these a number of four digits is a quantity, or a year before our era."""
_OCCASIONS = frozenset(
    {
        "issue",
        "edition",
        "talks",
        "talk",
        "meeting",
        "meetings",
        "summit",
        "dialogue",
        "session",
        "sessions",
        "visit",
        "visits",
        "ceremony",
        "call",
        "conversation",
        "briefing",
        "reception",
        "banquet",
        "conference",
        "contact",
        "contacts",
    }
)
"""Nouns of an occasion that a day's date tells apart: `the July 12 talks` is a plain date."""
_COMMEMORATED = frozenset(
    {
        "joint",
        "measure",
        "measures",
        "declaration",
        "declarations",
        "agreement",
        "agreements",
        "attack",
        "attacks",
        "incident",
        "uprising",
        "movement",
        "revolution",
        "coup",
        "event",
        "events",
        "massacre",
        "people's",
        "popular",
        "north-south",
        "north",
        "institute",
        "factory",
        "elections",
        "election",
        "shooting",
        "bombing",
        "bombings",
        "terror",
        "terrorist",
        "anniversary",
        "celebrations",
    }
)
_PREPOSITIONS = frozenset(
    {
        "on",
        "from",
        "until",
        "till",
        "by",
        "since",
        "before",
        "after",
        "between",
        "and",
        "to",
        "dated",
        "through",
        "around",
        "about",
        "for",
    }
)
_NEXT = re.compile(r"(?:[ -]|, )?([^\W\d_][\w’'-]*)")
_AND_DATE = re.compile(r" (?:and|or) [A-Z][a-z]+\.? \d{1,2}(?!\d)")
_SPIRIT = re.compile(r"(?:banner|spirit|ideals|days) of $")
_ODD_DAYS = re.compile(
    r"(?:Bloody|Black|Good|Palm|Easter|Cyber|Super|Holy|Ash|Fat|Maundy|Big|Ruby|Shrove) $"
)


def is_name(match: re.Match[str]) -> bool:
    """Return whether the day and month at `match` are part of a name, as in an attack's or a pact's.

    What such a name tells is the day something bears in memory, not a day of this text's time.
    """
    text, end = match.string, match.end()
    before = re.search(r"([\w’'-]*)\W?$", text[max(0, match.start() - 30) : match.start()])
    word = before[1].lower() if before else ""
    if _SPIRIT.search(text[max(0, match.start() - 12) : match.start()]):
        return True
    joined = _AND_DATE.match(text, end)
    if joined:
        end = joined.end()
    following = _NEXT.match(text, end)
    if not following or text[end : end + 2] == ", ":
        return False
    noun = following[1]
    if word == "on":
        return False
    if noun.lower() in _COMMEMORATED:
        return True
    if word in _PREPOSITIONS or noun.lower() in _OCCASIONS:
        return False
    return noun[0].isupper() or word == "the" or word.endswith(("’s", "'s"))


def odd_weekday(match: re.Match[str]) -> str:
    """Return why the weekday's name at `match` tells no day; empty if it does."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    which = (match["which"] or "").lower()
    if _ODD_DAYS.search(before):
        return "inside-a-name"
    if which in {"every", "each"} or re.search(r"(?:[Ee]very other|[Aa]lternate|[Aa]ny) $", before):
        return "recurring"
    if which in {"last", "next", "this", "past", "previous", "following"}:
        return "which-week"
    attribute = re.search(r"\b(?:[Tt]he|[Aa]) $", before) and re.match(r"[ -][A-Za-z]", after)
    if re.match(r"(?:[’']s| [Tt]imes| School| Mass| rall(?:y|ies))", after) or attribute:
        return "attribute"
    return ""
