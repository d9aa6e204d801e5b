r"""A release file: front matter between two lines `---`, then the text, a line to a block.

The text is plain text, never Markdown. Blocks are separated by one blank line. `## ` opens a
heading; a paragraph that begins with `#` or `\` has a `\` before it. Nothing else is syntax.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.errors import visible
from generator.model import Block, Release
from generator.store import yamltext
from generator.store.fault import LineFault

FENCE = "---\n"
HEADING = "## "


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a release file, the line of the file each stands in, and what is wrong."""

    blocks: tuple[Block, ...]
    lines: tuple[int, ...]
    faults: tuple[LineFault, ...]


def to_text(release: Release) -> str:
    """Return the release file of `release`; `body` gives its blocks back to the character.

    Raises:
        ValueError: A block cannot be written: it is empty, more than one line, or has a blank
            at an end.
    """
    head = yamltext.record(release.head)
    return f"{FENCE}{head}{FENCE}{body_text(release.blocks)}"


def body_text(blocks: Iterable[Block]) -> str:
    r"""Return the text of blocks as it stands under the front matter.

    >>> print(body_text([Block("h1", "Talks"), Block("p1", "#1 of two")]), end="")
    ## Talks
    <BLANKLINE>
    \#1 of two
    """
    return "\n".join(f"{_line(block)}\n" for block in blocks)


def _line(block: Block) -> str:
    text = block.text
    if not text or text != text.strip() or "\n" in text or "\r" in text:
        raise ValueError(f"{block.id} is no line of text: {visible(text)!r}")
    if block.is_heading:
        return HEADING + text
    return f"\\{text}" if text[0] in "#\\" else text


def split(text: str) -> tuple[str, str, int] | None:
    """Return the front matter, the body and the body's first line; None if there is no front.

    Args:
        text: The whole file, its lines ended by newlines.
    """
    if not text.startswith(FENCE):
        return None
    end = text.find("\n" + FENCE, len(FENCE) - 1)
    if end < 0:
        return None
    front, body = text[len(FENCE) : end + 1], text[end + 1 + len(FENCE) :]
    return front, body, front.count("\n") + 3


def body(text: str, first_line: int = 1) -> Body:
    r"""Read what stands under the front matter.

    Args:
        text: The body, its lines ended by newlines.
        first_line: The number of its first line in the file.

    >>> [block.text for block in body("## Talks\n\n\\#1 of two\n").blocks]
    ['Talks', '#1 of two']
    """
    blocks: list[Block] = []
    lines: list[int] = []
    headings = 0
    for number, line in enumerate(text.split("\n"), first_line):
        if not line.strip():
            continue
        if line.startswith(HEADING):
            headings += 1
            blocks.append(Block(sys.intern(f"h{headings}"), line[len(HEADING) :].strip()))
        else:
            escaped = line[:2] in ("\\#", "\\\\")
            name = sys.intern(f"p{len(blocks) - headings + 1}")
            blocks.append(Block(name, line[escaped:].strip()))
        lines.append(number)
    return Body(tuple(blocks), tuple(lines), tuple(_faults(text, first_line)))


def _faults(text: str, first_line: int) -> Iterator[LineFault]:
    before = ""
    lines = text.split("\n")
    for number, line in enumerate(lines[:-1], first_line):
        yield from _line_faults(number, line, before)
        before = line or "\n"
    last = first_line + len(lines) - 1
    if not text.strip():
        yield LineFault(first_line, "the release has no text", "write its paragraphs here")
    elif lines[-1]:
        yield from _line_faults(last, lines[-1], before)
        yield LineFault(last, "the last line does not end", "end the file with a newline")
    elif before == "\n":
        yield LineFault(last - 1, "the file ends in a blank line", "delete the line")


def _line_faults(number: int, line: str, before: str) -> Iterator[LineFault]:
    """Yield what is wrong with one line; `before` is the line above, a newline if blank."""
    if not line:
        if before in ("", "\n"):
            yield LineFault(number, "a blank line too many", "delete the line")
        return
    if line != line.strip():
        yield LineFault(
            number, "the line begins or ends with a blank", "delete the blanks at its ends"
        )
    if before not in ("", "\n"):
        yield LineFault(
            number,
            f"a block of two lines: `{visible(line, 40)}` follows without a blank line",
            "join the two lines into one, or put a blank line between them",
        )
    if line[0] == "#" and not line.startswith(HEADING):
        yield LineFault(
            number,
            f"a line that begins with `#` is no paragraph: `{visible(line, 40)}`",
            "begin it with `## ` if it is a heading, with `\\#` if the text has a `#`",
        )
    if line[0] == "\\" and line[1:2] not in ("#", "\\"):
        yield LineFault(
            number,
            f"`\\` stands before `{visible(line[1:2])}`, which needs none",
            "write `\\\\` for a text that begins with a backslash",
        )
