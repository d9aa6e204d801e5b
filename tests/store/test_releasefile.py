"""Release files: what is written reads back, and what is not syntax is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Release, ReleaseHead
from generator.store import releasefile
from generator.store.regular import Text
from generator.store.releaseread import read_release

HEAD = ReleaseHead(id="a", outlet="gazette", kind="talk", language="en", capture="gazette/a1")
ONE_LINE = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), min_size=1)
    | st.text("#\\ ax", min_size=1)
).map(str.strip)
BLOCKS = st.lists(st.tuples(st.booleans(), ONE_LINE.filter(bool)), min_size=1, max_size=5)


def numbered(given_blocks: list[tuple[bool, str]]) -> tuple[Block, ...]:
    """Return blocks with their ids, from pairs of is-heading and text."""
    counts = {"h": 0, "p": 0}
    blocks = []
    for is_heading, text in given_blocks:
        letter = "h" if is_heading else "p"
        counts[letter] += 1
        blocks.append(Block(f"{letter}{counts[letter]}", text))
    return tuple(blocks)


@given(BLOCKS)
def test_any_blocks_read_back_as_they_were_written(given_blocks: list[tuple[bool, str]]) -> None:
    """Whatever stands in a block, the file gives it back to the character and finds no fault."""
    release = Release(HEAD, numbered(given_blocks))

    read = read_release(Text(releasefile.to_text(release)))

    assert read.faults == ()
    assert read.release == release


@given(BLOCKS)
def test_a_block_is_found_in_its_line(given_blocks: list[tuple[bool, str]]) -> None:
    """The line that is told for a block holds its text."""
    release = Release(HEAD, numbered(given_blocks))
    text = releasefile.to_text(release)

    read = read_release(Text(text))

    for block in release.blocks:
        assert block.text in text.split("\n")[read.line((block.id,)) - 1]


@pytest.mark.parametrize("text", ["", " a", "a ", "a\nb", "a\rb", "\u3000a"])
def test_what_is_no_line_of_text_is_not_written(text: str) -> None:
    """A block that would not read back is an error of whoever made it."""
    with pytest.raises(ValueError, match="p1 is no line of text"):
        releasefile.body_text([Block("p1", text)])


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("", 1, "the release has no text"),
        ("\n\n", 1, "the release has no text"),
        ("a", 1, "the last line does not end"),
        ("a\n\n", 2, "the file ends in a blank line"),
        ("\na\n", 1, "a blank line too many"),
        ("a\n\n\nb\n", 3, "a blank line too many"),
        ("a\nb\n", 2, "a block of two lines: `b`"),
        ("a \n", 1, "begins or ends with a blank"),
        (" a\n", 1, "begins or ends with a blank"),
        (" \na\n", 1, "begins or ends with a blank"),
        ("# a\n", 1, "begins with `#` is no paragraph"),
        ("### a\n", 1, "begins with `#` is no paragraph"),
        ("##a\n", 1, "begins with `#` is no paragraph"),
        ("\\a\n", 1, "`\\` stands before `a`"),
        ("a\n\n" + "x" * 99 + "\nb\x1b[0m\n", 4, "a block of two lines: `b\\x1b[0m`"),
    ],
)
def test_a_slip_in_the_text_is_told_with_its_line(body: str, line: int, message: str) -> None:
    """What is not quite the syntax of a release is a fault, not silently another text."""
    found = [(fault.line, fault.message) for fault in releasefile.body(body).faults]

    assert [one for one in found if one[0] == line and message in one[1]], found


@pytest.mark.parametrize(
    "text", ["Date: 02/11/2024\n\nText.\n", "---\nid: a\n", "--- \nid: a\n---\n"]
)
def test_a_file_without_front_matter_is_told(text: str) -> None:
    """A text alone, or a front matter that does not end, is one fault in line 1."""
    read = read_release(Text(text))

    assert [(fault.line, fault.message[:27]) for fault in read.faults] == [
        (1, "there is no front matter: t")
    ]


def test_front_matter_is_bounded_before_it_is_parsed() -> None:
    """A front matter of 64 kB or with an endless line is refused unread."""
    wide = f"---\nid: a\ntitle: {'x' * 9000}\n---\nText.\n"
    long = "---\nid: a\n" + "# x\n" * 20_000 + "---\nText.\n"

    faults = [read_release(Text(text)).faults for text in (wide, long)]

    assert "line is 9007 characters long" in faults[0][0].message
    assert "front matter is 80006 bytes long" in faults[1][0].message


def test_faults_of_head_and_body_are_told_in_one_run() -> None:
    """A fault in the front matter hides none in the text."""
    text = "---\nid: A\n---\nText. \nMore.\n"

    read = read_release(Text(text))

    assert read.release is None
    assert {fault.line for fault in read.faults} == {2, 4, 5}
