"""What is cut, kept, edited, found and doubted in texts of tests' own making, in a file to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.clean.cleaning import clean
from generator.clean.decode import Limits, decode
from generator.clean.html import Parts, extract, read_html
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.clean.result import Source
from generator.clean.undo import Unlike
from generator.errors import Refused
from tests.clean import test_decode, test_fields, test_take, test_unknown
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
    ("Geneva, July 13\nIt began.\n\x0c\n-0-",
     (agency(dateline=[{"pattern": r"^Geneva, (?P<date>\w+ \d+)", "dates": ["Month D"]}]),), {}),
    ("Title\nGeneva, July 13 (WIRE) -- It began.\n-0-\nGeneva, May", (DATED, SITE, WIRE), {}),
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


def _refused(what: Callable[..., object], *args: Any, **known: Any) -> str:
    """Return what is said instead of an answer."""
    try:
        what(*args, **known)
    except (Refused, ValidationError, Unlike) as error:
        return str(error)
    return "taken"


LISTED = "\n".join(f"Talks number {count}\nMay {count}, 2031" for count in range(1, 20))
SEVERAL = "\n\n".join([f"Geneva, May {count} (WIRE) -- {BODY}\n{BODY}" for count in (1, 2, 3)])
GUARDED = site(guards=[{"id": "two", "reason": "two releases", "pattern": "^Date:", "most": 1}])


def test_a_refusal_of_a_text_says_what_to_do(golden: Golden) -> None:
    """A list, several releases, nothing but furniture: the sentence names the remedy."""
    said = []
    for text, profiles in (
        (LISTED, ()), (SEVERAL, (WIRE,)), ("Foot", (site(drop=[rule("foot", "^Foot$")]),)), ("", ()),
        (LISTED, (SITE,)), ("Date: 1\nOne.\nDate: 2", (GUARDED,)), ("Date: 1\nOne.", (GUARDED,)),
        ("\n".join(LISTED.split("\n")[:11]), ()), ("\n".join(LISTED.split("\n")[:12]), ()),
    ):  # fmt: skip
        source = Source(text, "a.txt")
        said.append(_refused(clean, source, library(*profiles)))

    golden("\n".join(said) + "\n", _file("refusals.txt"))


BYTES: tuple[tuple[bytes, dict[str, Any]], ...] = (
    (b"", {}), (b" \t", {}), ("\u3000".encode(), {}), (b"%PDF-1.7", {}), (b"WARC/1.0", {}),
    (b"x" * 51, {"limits": Limits(size=50)}), (b"x" * 50, {"limits": Limits(size=50)}),
    (b"one\n" + b"x" * 51, {"limits": Limits(line=50)}), (b"x" * 50, {"limits": Limits(line=50)}),
    (b"yes", {"given": "zip"}), (b"yes", {"given": "\x1b[1m"}), (b"yes", {"given": "'UTF-8' "}),
    (b"one\ncaf\xe9", {"given": "utf-8"}), (b"caf\xe9", {"given": "latin-1"}),
    (b"caf\xe9", {"declared": "iso-8859-1"}), (b"caf\xe9", {"declared": "nonsense"}),
    (b"\xef\xbb\xbfone\ntwo \xff", {}), (b"\xff\xfeo\x00n\x00e", {}), (b"\xff\xfeo\x00n\x00e\x00", {}),
    (b"one\ntwo\x00", {}), (b"one\x01two\x02", {}), (b"one\n\xe9t\xe9", {}),
    ("Да, это так.\n".encode() * 3 + "Нет.\n".encode("cp1251"), {}),
    ((test_decode.RUSSIAN * 3).encode("cp866"), {}), (b"\x01\x02\xff" * 60, {}),
    (b"\xff\xfe\x00\x00o\x00\x00\x00", {"given": "utf-32"}), (b"\xef\xbb\xbfone", {"given": "utf-8"}),
    (b"\xff\xfeab", {"given": "cp1252"}), (b"\xff\xfeo\x00", {"given": "utf-16-le"}),
    (b"\xfe\xff\x00o", {"given": "utf-16-be"}), (b"\xfe\xff\x00o", {"given": "utf-8"}),
    (b"\x00\x00\xfe\xff\x00\x00\x00o", {"given": "utf-32-be"}),
)  # fmt: skip


def _read_or_refused(data: bytes, asked: dict[str, Any]) -> str:
    try:
        return repr(decode(data, "a.txt", **asked))
    except Refused as error:
        return str(error)


def test_what_is_said_of_bytes_names_the_place_and_the_remedy(golden: Golden) -> None:
    """How they were read, or why not: with the byte, the line and what to do."""
    said = []
    for data, asked in BYTES:
        told = f"{data[:24]!r}{len(data)} {asked}"
        said.append(f"{told}: {_read_or_refused(data, asked)}")

    golden("\n".join(said) + "\n", _file("bytes.txt"))


HEAD = """<html><head><title>Talks | <b>Site</b></title><link rel="alternate Canonical" href="https://x.example/a">
<link rel=canonical><link rel=icon href=/i><meta property="og:title" content=" Talks
 held "><meta name="DC.Date" content="2031-05-03"><meta itemprop="author" content="A. Person">
<meta name="viewport" content="width"><meta name="description"><meta name="date" content=" ">
<script type="Application/LD+JSON">[{"@type": ["NewsArticle"], "headline": "Talks", "dateModified": "2031-05-04",
 "url": "https://x.example/b", "inLanguage": "en", "datePublished": 3, "name": "x"}, 3, {"@type": "Person", "url": "y"}]</script>
<script type="application/ld+json">{"@type": "Article", "headline": "One"}</script><script>{"@type": "Article"}</script>
</head><body><h1>Talks <i>held</i></h1><time datetime="2031-05-05">5 May</time><time>6 May</time>
<span property="article:author" content="B">b</span><p property="article:author" content="C">c</p>
<div itemprop="title" name="pubdate" content="D">d</div></body></html>"""


def test_all_that_a_page_says_of_itself_is_told_with_its_line(golden: Golden) -> None:
    """Every name that is known, once, in the order of the page."""
    found = read_html(HEAD, "a.html").metadata

    golden(
        "".join(f"l{one.line} {one.name}: {one.value}\n" for one in found), _file("metadata.txt")
    )


def test_a_refusal_of_a_page_names_the_file_and_the_remedy(golden: Golden) -> None:
    """No element, too deep, a selector that is none, lines made in another way."""
    said = [
        _refused(read_html, "", "a.html"),
        _refused(read_html, "<div>" * 260 + "x", "a.html"),
        _refused(read_html, "<p>One", "a.html", Parts(select=("a[",))),
        _refused(extract, "<p>One", "html-lines/9 from p", "a.html"),
    ]

    golden("\n".join(said) + "\n", _file("page-refusals.txt"))


PROFILES: tuple[dict[str, Any], ...] = (
    {"drop": [rule("x", "(")]}, {"drop": [rule("x", "(?=a)" + "b" * 90)]},
    {"drop": [rule("x", "(?P<colour>a)(?P<body>b)(?P<body10>c)")]}, {"drop": [rule("x", "(?P<published>a)")]},
    {"drop": [rule("x", "a", dates=["D.M"])]}, {"drop": [rule("x", "a", dates=["YYYY"])]},
    {"drop": [rule("x", "a", dates=["M Month"])]}, {"sets": {"title": "a", "colour": "red"}},
    {"drop": [rule("x", "a")], "edit": [rule("x", "b")]}, {"cards": [rule("x", "a")]},
    {"dateline": [{"pattern": "a", "dates": []}]}, {"dateline": [{"pattern": "^(?P<at>a)", "dates": []}]},
    {"address": {"pattern": "(?P<at>a)"}}, {"address": {"pattern": "(?P<published>a)"}},
)  # fmt: skip


def test_a_fault_of_a_profile_is_named_with_its_rule(golden: Golden) -> None:
    """Each in the words that `check` repeats."""
    said = []
    for parts in PROFILES:
        told = _refused(site, **parts)
        kept = (line for line in told.split("\n") if "errors.pydantic.dev" not in line)
        said.append(f"{parts}\n" + "\n".join(kept))

    golden("\n".join(said) + "\n", _file("profiles.txt"))
