"""A second reader's opinion of pages that no profile knows."""

from __future__ import annotations

from generator.clean.result import Cleaned, Library
from generator.clean.take import Asked, take
from generator.clean.unknown import WHY

PARAGRAPH = (
    "The two ministers met in the city hall and spoke for a long time about the new bridge, about"
    " fish in the river, and about what the towns on both banks expect of it in the years to come. "
)
PAGE = f"""<html><head><title>Bridge talks | Town News</title><meta name="author" content="A. Person">
</head><body><div class="menu"><a href="/a">Sports pages of the town</a></div>
<div class="article"><h1>Bridge talks</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH[::-1].strip()[::-1]}More is
to come, they said.</p><p>{PARAGRAPH.replace("river", "lake")}</p></div>
<div class="footer"><a href="/b">Imprint and data protection of the Town News company</a></div></body></html>
"""


def cleaned(page: str) -> Cleaned:
    """Return what cleaning without any profile makes of a page."""
    return take(page.encode(), Asked("a.html", as_one=True), Library()).cleaned


def test_lines_that_the_reader_leaves_out_are_flagged_and_kept() -> None:
    """Nothing is removed: the person who adds the page decides."""
    found = cleaned(PAGE)

    flagged = {flag.text for flag in found.flags if flag.why == WHY}
    texts = [block.text for block in found.blocks]
    assert any(text.startswith("Imprint") for text in flagged | set(texts))
    assert PARAGRAPH.strip() in texts
    assert not any(text.startswith("The two ministers") for text in flagged)
    assert not found.cuts


def test_flags_stand_in_the_order_of_the_lines() -> None:
    """Whoever reads them goes down the page once."""
    numbers = [flag.line for flag in cleaned(PAGE).flags]

    assert numbers == sorted(numbers)


def test_what_the_reader_takes_from_the_metadata_is_inferred() -> None:
    """A title or author of an unknown page is never called stated."""
    fields = cleaned(PAGE).fields

    assert fields.title is not None
    assert (fields.title.value, fields.title.status) == ("Bridge talks", "inferred")
    assert fields.author is not None
    assert fields.author.status == "inferred"


def test_a_page_in_which_the_reader_finds_nothing_gets_no_flag_of_it() -> None:
    """No opinion is not the opinion that all is furniture."""
    assert not [flag for flag in cleaned("<html><body>Hm</body></html>").flags if flag.why == WHY]
