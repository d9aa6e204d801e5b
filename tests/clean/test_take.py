"""Bytes of a file → a release: text and pages, in any encoding, with what the page says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from generator.clean.profile import SiteProfile
from generator.clean.result import Library
from generator.clean.take import Asked, Taken, take
from generator.errors import Refused
from generator.record import checked
from tests.clean.built import KINDS, OUTLETS

PAGE = """<!doctype html><html lang=en><head><meta charset="utf-8">
<link rel=canonical href="https://gazette.example/talks">
<meta property="og:title" content="Talks held"><meta name="author" content="A. Person">
<meta property="article:published_time" content="2031-05-03T09:00:00Z"></head>
<body><div>Front page</div><article><h1>Talks held</h1>
<span class=day>3.5.2031</span>
<p>The two ministers met in the hall and spoke for a long time about the bridge.</p>
<h2>Results</h2><p>They agreed to meet again.</p><p class=share>Share this</p></article></body></html>
"""
SITE: dict[str, Any] = {
    "id": "gazette",
    "sets": {"outlet": "the-gazette"},
    "detect": {"signs": [{"pattern": "gazette", "where": "url"}]},
    "header": [
        {"id": "title", "reason": "title", "pattern": "^(?P<title>.+)$"},
        {"id": "day", "reason": "day", "pattern": r"^\d+\.\d+\.\d{4}$"},
    ],
    "html": {
        "select": ["main", "article"],
        "drop_select": [".share"],
        "meta": {"published": [".day"], "captured": ["h1"], "url": ["article@href"]},
        "dates": ["D.M.YYYY"],
    },
}


def taken(
    data: bytes, path: str = "a.html", *, sites: tuple[Any, ...] = (SITE,), **asked: Any
) -> Taken:
    """Return what `data` gives with one site's profile."""
    profiles = tuple(checked(SiteProfile, one) for one in sites)
    return take(data, Asked(path, **asked), Library(sites=profiles, outlets=OUTLETS, kinds=KINDS))


def test_a_page_is_read_where_its_profile_says() -> None:
    """The selected part becomes lines, the rest is no text of the capture."""
    found = taken(PAGE.encode())

    assert found.ending == "html"
    assert found.extraction == "html-lines/1 from article without .share"
    assert [block.text for block in found.cleaned.blocks] == [
        "The two ministers met in the hall and spoke for a long time about the bridge.",
        "Results",
        "They agreed to meet again.",
    ]


def test_what_the_page_marks_as_a_heading_is_one() -> None:
    """The page knows better than the length of a line."""
    found = taken(PAGE.encode())

    assert [block.id for block in found.cleaned.blocks] == ["p1", "h1", "p2"]


def test_fields_are_stated_where_the_profile_names_their_place() -> None:
    """The evidence is the line of the HTML and the selector."""
    fields = taken(PAGE.encode()).cleaned.fields

    assert fields.published is not None
    assert (fields.published.value, fields.published.status) == ("2031-05-03", "stated")
    assert any(one.startswith("html l") and ".day" in one for one in fields.published.evidence)


def test_the_address_is_the_page_s_own_unless_a_person_gives_it() -> None:
    """`link rel=canonical`; what was given weighs more."""
    assert taken(PAGE.encode()).url == "https://gazette.example/talks"
    assert taken(PAGE.encode(), url="https://gazette.example/x").url == "https://gazette.example/x"


def test_without_a_profile_what_the_page_says_is_inferred() -> None:
    """Names that many pages use may be filled in wrongly."""
    fields = taken(PAGE.encode(), sites=()).cleaned.fields

    assert fields.title is not None
    assert fields.published is not None
    assert (fields.title.value, fields.title.status) == ("Talks held", "inferred")
    assert (fields.published.value, fields.published.status) == ("2031-05-03", "inferred")


def test_without_a_profile_all_of_the_page_stays() -> None:
    """Even what plainly is furniture: it is flagged."""
    found = taken(PAGE.encode(), sites=())

    texts = [block.text for block in found.cleaned.blocks]
    assert {"Front page", "Share this"} <= set(texts)
    assert not found.cleaned.cuts


def test_a_profile_without_rules_for_html_works_on_the_whole_page() -> None:
    """Its other rules see the page's lines."""
    drop = [{"id": "share", "reason": "share", "pattern": "^Share"}]
    plain = {key: SITE[key] for key in ("id", "sets", "detect")} | {"drop": drop}

    found = taken(PAGE.encode(), sites=(plain,))

    assert [cut.rule for cut in found.cleaned.cuts] == ["gazette.share"]
    assert "Front page" in [block.text for block in found.cleaned.blocks]


def test_selectors_that_find_nothing_are_told() -> None:
    """A site that changed its layout loses no text, and the person hears of it."""
    source = PAGE.replace("<article>", "<section>").replace("</article>", "</section>")

    found = taken(source.encode())

    assert found.extraction == "html-lines/1"
    assert any("selectors find nothing" in note for note in found.cleaned.notes)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1251"])
def test_a_page_is_known_and_read_in_other_encodings(encoding: str) -> None:
    """By its first letters, whatever bytes they are; the declared one is tried."""
    source = PAGE.replace("ministers", "министры").replace("utf-8", "windows-1251")
    data = source.encode(encoding)

    found = taken(data, "a.txt", sites=())

    assert found.ending == "html"
    assert any("министры" in block.text for block in found.cleaned.blocks)


@pytest.mark.parametrize(
    ("content", "published"),
    [("2031-05-03", "2031-05-03"), ("2031-02-30", None), ("yesterday", None)],
)
def test_a_date_of_the_metadata_that_is_none_gives_nothing(
    content: str, published: str | None
) -> None:
    """No day is made up."""
    page = PAGE.replace("2031-05-03T09:00:00Z", content)
    found = taken(page.encode(), sites=()).cleaned.fields.published

    assert (found.value if found and found.evidence[0].startswith("html") else None) == published


def test_an_address_that_is_none_is_not_taken() -> None:
    """A path is no address."""
    page = PAGE.replace("https://gazette.example/talks", "/talks")

    assert taken(page.encode(), sites=()).url is None


def test_a_text_is_taken_as_it_is() -> None:
    """No extraction, the same characters, the line ends too."""
    found = taken(b"Talks held\r\n\r\nThey met.\r\n", "a.txt", sites=())

    assert (found.text, found.extraction, found.ending) == (
        "Talks held\r\n\r\nThey met.\r\n",
        "text",
        "txt",
    )


def test_linked_data_may_tell_the_language() -> None:
    """`en-GB` is English."""
    data = '<script type="application/ld+json">{"@type": "Article", "inLanguage": "en-GB"}</script>'
    page = PAGE.replace("</head>", f"{data}</head>")
    language = taken(page.encode(), sites=()).cleaned.fields.language

    assert language is not None
    assert language.value == "en"


def test_a_page_with_nothing_in_it_is_refused() -> None:
    """Elements without a word are no release."""
    with pytest.raises(Refused, match="nothing is left"):
        taken(b"<html><body><nav>Home</nav><script>x</script></body></html>", sites=())


def test_a_line_of_a_page_may_have_any_length() -> None:
    """Where HTML breaks its lines means nothing."""
    assert len(taken(f"<html><p>{'x' * 1_000_001}".encode(), as_one=True).text) == 1_000_001


def test_a_profile_may_know_a_page_by_its_source() -> None:
    """What is not in its text: a class, a generator."""
    signs = {"signs": [{"pattern": "class=share", "where": "html"}]}

    known = taken(PAGE.encode(), sites=({**SITE, "detect": signs},))

    assert known.cleaned.profiles.site == "gazette"


def test_a_sign_of_the_address_is_not_looked_for_in_the_page() -> None:
    """A page that quotes another's address is not its page."""
    signs = {"signs": [{"pattern": "Front page", "where": "url"}]}

    assert taken(PAGE.encode(), sites=({**SITE, "detect": signs},)).cleaned.profiles.site is None
