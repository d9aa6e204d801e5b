"""What is found and why, of every case, in files that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import Mention
from generator.resolve.dates import DateMention, find_dates
from tests.conftest import Golden
from tests.resolve.cases import HERE, resolved
from tests.resolve.date_cases import COUNTED, FORMS, NAMES, PHRASES, YEARS
from tests.resolve.test_adversarial import CASES
from tests.resolve.test_dates import CALENDARS

CASES_OF_DATES = (*NAMES, *YEARS, *COUNTED, *FORMS)


def _mention(one: Mention) -> str:
    told = ", ".join(one.entities) or f"? {', '.join(one.candidates)}"
    return f"  {one.block} {one.start}-{one.end} {one.layer}: {one.text} = {told} ({one.rule})"


def _mentions() -> Iterator[str]:
    for case in CASES:
        text = case["text"] if isinstance(case["text"], list) else [case["text"]]
        yield f"{case['case']}: {' / '.join(text)}"
        yield from map(_mention, resolved(*text, title=case.get("title"), day=case.get("day")))


def _date(one: DateMention) -> str:
    return f"  {one.start}-{one.end} {one.text} = {one.value or '?'} ({one.precision}, {one.rule})"


def _dates() -> Iterator[str]:
    cases = ((anchor, language, text) for text, anchor, language, *_ in CASES_OF_DATES)
    for anchor, language, text in (*cases, *PHRASES):
        yield f"{anchor} {language}: {text}"
        found = find_dates(text, anchor=anchor, language=language, calendars=CALENDARS)
        yield from map(_date, found)


def _file(name: str) -> Path:
    return HERE / "golden" / name


def test_every_mention_of_the_misleading_texts_says_its_rule(golden: Golden) -> None:
    """All layers with offsets, candidates and rule: exports and pages show them as they are."""
    golden("\n".join(_mentions()) + "\n", _file("mentions.txt"))


def test_every_date_of_the_cases_says_what_settled_it(golden: Golden) -> None:
    """Offsets, value, precision, and why, also of the dates that stay open."""
    golden("\n".join(_dates()) + "\n", _file("dates.txt"))
