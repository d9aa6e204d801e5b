"""What is cut, kept, edited, found and doubted in texts of tests' own making, in a file to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.clean.cleaning import clean
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.clean.result import Source
from generator.errors import Refused
from tests.clean import test_fields, test_take, test_unknown
from tests.clean.built import agency, library, rule, site
from tests.clean.test_cleaning import SITE, WIRE
from tests.clean.test_layout import CASES
from tests.clean.told import told
from tests.conftest import Golden

BODY = "The ministers met in the capital on the first day of the month, and spoke at length."
DATED = agency(dateline=[test_fields.DATELINE], drop=[test_fields.STAMP])
BY_ADDRESS = site(address=test_fields.CRAWLED, header=[test_fields.DATE])
TEXTS: tuple[tuple[str, tuple[SiteProfile | AgencyProfile, ...], dict[str, Any]], ...] = (
    (("May 4, 2031\nTalks held\nDate: 03/05/2031 | Source: Gazette (EN)\nIt began.\n\nPart two\n\n"
     "It went on , and on.\nA bird\nA bird\nJo Doe\nJo Doe\nJo Doe is a writer.\nMore\nTeaser\n"
     "May 5, 2031"), (SITE,), {}),
    ("My blog\n\nGeneva, May 3 (WIRE) -- It began, , as\x01 told .\nIt's, , here\nWIRE", (SITE, WIRE), {}),
    ("\ufeffTitle\r\n\u00a0One\u200b, two ,  three\u00ad.\r\n\r\n# x\r\n\\y \\z\r\n\t\r\nRead more\r\n", (SITE,), {}),
    ("Geneva, July 13 (WIRE) -- It began.\n(2031.07.14)", (DATED,), {}),
    ("Date: 13/07/2031\nGeneva, July 12 (WIRE) -- It began.\n(2031.07.14)", (BY_ADDRESS, DATED),
     {"url": test_fields.URL}),
    ("Geneva, October 30 (WIRE) -- It began.", (BY_ADDRESS, DATED), {"url": test_fields.URL}),
    (("The office on May 2 made public a press release as regards the visit of its head:\n"
     "They met from May 1 to 2, 2031, in Geneva."), (site(),), {}),
    ((f"Talks held\nSports\nNews\nWeather\nPeople\n{BODY}\nRead more\nShare this\nMay 4, 2031\n"
     f"{BODY}\n© 2031 The Gazette\nThe ministers met in …\nSports\na\u202eb"), (), {}),
    (f"{BODY}\n{BODY}", (site(expect={"kept": 0.99, "paragraphs": 9, "fields": ["author", "title"]}),),
     {"given": {"published": "2031-05", "title": "[Talks]", "author": "A. Person", "kind": "news-report",
                "captured": "2030-01-01"}}),
    ("Talks\nBy The Mirror\nBy The Times\nOne.", (site(header=[
        rule("title", "^(?P<title>Talks)$"), rule("by", "^By (?P<outlet>.+)$"),
        rule("again", "^By (?P<outlet>.+)$")]),), {"url": "https://gazette.example/a"}),
)  # fmt: skip
PAGES: tuple[tuple[str, dict[str, Any]], ...] = (
    (test_take.PAGE, {}),
    (test_take.PAGE, {"sites": ()}),
    (test_take.PAGE, {"given": {"title": "Other talks", "published": "2031-05-04"}}),
    (test_take.PAGE.replace("<article>", "<div>").replace("</article>", "</div>"), {}),
    (test_unknown.PAGE, {"sites": (), "as_one": True}),
)


def _texts() -> Iterator[str]:
    for name, parts, text, *_ in CASES:
        yield f"{name}: {text!a}"
        yield from told(clean(Source(text, as_one=True), library(site(**parts))), text)
    for text, profiles, known in TEXTS:
        yield f"{text!a} {known}"
        yield from told(clean(Source(text, as_one=True, **known), library(*profiles)), text)


def _pages() -> Iterator[str]:
    for number, (page, asked) in enumerate(PAGES, start=1):
        taken = test_take.taken(page.encode(), **asked)
        yield f"page {number}, {taken.extraction}, {taken.url}"
        yield from (
            f"  line {count}: {line}" for count, line in enumerate(taken.text.split("\n"), 1)
        )
        yield from told(taken.cleaned, taken.text)


def _file(name: str) -> Path:
    return Path(__file__).parent / "golden" / name


def test_all_that_is_done_to_a_text_is_told_with_its_place_and_ground(golden: Golden) -> None:
    """Spans, lines, rules, reasons, evidence, flags and notes are what sidecars and people read."""
    golden("\n".join(_texts()) + "\n", _file("texts.txt"))


def test_all_that_is_taken_of_a_page_is_told_with_its_place_and_ground(golden: Golden) -> None:
    """With its profile, without any, and where its selectors find nothing."""
    golden("\n".join(_pages()) + "\n", _file("pages.txt"))


def test_a_refusal_says_what_to_do(golden: Golden) -> None:
    """A list, several releases, nothing but furniture: the sentence names the remedy."""
    lists = "\n".join(f"Talks number {count}\nMay {count}, 2031" for count in range(1, 20))
    several = "\n\n".join([f"Geneva, May {count} (WIRE) -- {BODY}\n{BODY}" for count in (1, 2, 3)])
    said = []
    for text, profiles in (
        (lists, ()), (several, (WIRE,)), ("Foot", (site(drop=[rule("foot", "^Foot$")]),)), ("", ()),
        (lists, (SITE,)),
    ):  # fmt: skip
        try:
            made = clean(Source(text, "a.txt"), library(*profiles))
            said.append("\n".join(["taken:", *told(made, text)]))
        except Refused as error:
            said.append(str(error))

    golden("\n".join(said) + "\n", _file("refusals.txt"))
