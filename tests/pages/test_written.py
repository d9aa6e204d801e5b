"""Words as Markdown."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.particulars import Row
from generator.pages.words import Words
from generator.pages.written import anchor, bar, line, seen_from, table, word

HERE = "releases/a.md"
NAME = st.text("ab", min_size=1, max_size=2)
PATH = st.lists(NAME, min_size=1, max_size=4).map(lambda names: "/".join(names) + ".md")


@given(PATH, PATH)
def test_an_address_leads_from_the_folder_of_a_page_to_another(path: str, here: str) -> None:
    """It is the shortest way, as the file system would go."""
    assert seen_from(path, here) == posixpath.relpath(path, posixpath.dirname(here) or ".")


def test_an_anchor_on_the_same_page_is_all_its_address() -> None:
    """The page itself has its name as address; on another page the anchor follows its name."""
    assert seen_from("releases/a.md#p7", HERE) == "#p7"
    assert seen_from(HERE, HERE) == "a.md"
    assert seen_from("people/a.md#p7", HERE) == "../people/a.md#p7"


@pytest.mark.parametrize("path", ["", "a", "a.md#P 1", "../a.md", "a b.md", "a.md#", "https://x.org/a.md", "a.md\n"])  # fmt: skip
def test_what_is_no_path_of_the_tree_stops_the_page(path: str) -> None:
    """No address is made of it."""
    with pytest.raises(ValueError, match=r"\A"):
        seen_from(path, HERE)


@pytest.mark.parametrize(
    ("piece", "made"),
    [
        (Words("a *b*"), "a \\*b\\*"),
        (Words("# a", to="people/b.md"), "[# a](../people/b.md)"),
        (Words("a]", out="https://x.org/?a=1&b"), "[a\\]](https://x.org/?a=1&amp;b)"),
        (Words("a", to="people/b.md", out="https://x.org/"), "[a](../people/b.md)"),
    ],
)
def test_words_are_plain_or_a_link(piece: Words, made: str) -> None:
    """Their text stays text; a page of the archive goes before another site."""
    assert word(piece, HERE) == made


def test_the_ends_of_a_line_are_those_of_its_plain_words() -> None:
    """Only words that stand first may open a block; only those that stand last may lose a space."""
    pieces = (Words("- a "), Words("b", to="c.md"), Words("- d "))

    assert line(pieces, HERE) == "\\- a [b](../c.md)- d&#32;"
    assert line((), HERE) == ""


def test_a_table_is_a_definition_list() -> None:
    """A term, each value in a line of its own, an empty line."""
    rows = (Row("# T", ((Words("1. a"),), (Words("b"),))), Row("U", ((Words("c"),),)))

    assert table(rows, HERE) == "\\# T\n:   1\\. a\n:   b\n\nU\n:   c\n\n"


def test_anchors_and_bars() -> None:
    """As `markdown` reads them."""
    assert (anchor("p1"), anchor("p1", "0a1b2c3d")) == ("{#p1}", "{#p1 0a1b2c3d}")
    assert bar(3, 12) == "{~3/12}"
