"""What pages say of themselves."""

from __future__ import annotations

import pytest

from generator.clean.html import read_html
from generator.clean.htmlmeta import LONGEST, Candidate, first

PAGE = """<head>
<title>Talks held | A Site</title>
<link rel="canonical" href="https://example.org/talks">
<meta property="og:title" content="Talks
  held">
<meta name="DC.date" content="2031-05-03">
<meta property="article:published_time" content="2031-05-03T09:00:00Z">
<meta name="viewport" content="width=device-width">
<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2031-05-03"}, {"@type": "WebPage"}]}
</script></head>
<h1>Talks <i>held</i></h1><time datetime="2031-05-04">4 May</time>
"""


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("title", "Talks held | A Site", 2),
        ("canonical", "https://example.org/talks", 3),
        ("og:title", "Talks held", 5),
        ("dc.date", "2031-05-03", 6),
        ("article:published_time", "2031-05-03T09:00:00Z", 7),
        ("ld:headline", "Talks", 9),
        ("ld:datePublished", "2031-05-03", 9),
        ("h1", "Talks held", 12),
        ("time", "2031-05-04", 12),
    ],
)
def test_each_statement_is_told_by_name_with_its_line(name: str, value: str, line: int) -> None:
    """Open Graph, Dublin Core, schema.org and the elements of HTML itself."""
    found = first(read_html(PAGE, "a.html").metadata, (name,))

    assert found is not None
    assert found.value == value
    assert abs(found.line - line) <= 1  # the parser counts a broken tag to its last line


def test_names_that_say_nothing_of_the_release_are_left_out() -> None:
    """A page's settings are no facts."""
    names = {one.name for one in read_html(PAGE, "a.html").metadata}

    assert "viewport" not in names


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 5000, '[1, null, "x"]', '{"@type": "NewsArticle", "headline": 3}', ""],
)
def test_linked_data_that_cannot_be_read_is_passed_over(script: str) -> None:
    """What a page says wrongly is no fault of the capture."""
    source = f'<p>One</p><script type="application/ld+json">{script}</script>'

    assert read_html(source, "a.html").metadata == ()


def test_a_value_too_long_to_be_a_fact_is_left_out() -> None:
    """A whole text in a `meta` element is not taken for a title."""
    source = f'<meta property="og:title" content="{"x" * (LONGEST + 1)}"><p>One'

    assert read_html(source, "a.html").metadata == ()
    shorter = source.replace("xx", "x", 1)
    assert len(read_html(shorter, "a.html").metadata[0].value) == LONGEST


def test_the_first_name_that_the_page_has_decides() -> None:
    """Names are tried in the order asked, not in the page's."""
    found = (Candidate("h1", "News", 9), Candidate("og:title", "Talks", 2))

    assert first(found, ("ld:headline", "og:title", "h1")) == found[1]
    assert first(found, ("canonical",)) is None
