"""Texts whose shape makes readers of Markdown slow are built like any other."""

from __future__ import annotations

from pathlib import Path

from markdown import Markdown

from generator import pipeline
from generator.checks import bounded
from tests import small
from tests.hostile import cost, records

# Each of these took a stock build more than half a minute, or ended it.
SHAPES = (
    "[", "![", "[a](", "[a](<", "<a ", "# a", "- - - x ", "`", "**a", "_a ", "&#", "<!--", "<![", "[a][", "> ",
    "\\", "{: .", "((", "a_", "http://", "|a", "~~", '"a ', "*[a]: ",
)  # fmt: skip
LENGTH = 64_000
"""Characters of each."""


def test_no_shape_of_a_text_makes_a_build_long(tmp_path: Path) -> None:
    """All of them in one release; the build ends by itself long before its minute of processor."""
    content = small.content(tmp_path)
    texts = [(shape * LENGTH)[:LENGTH].strip() for shape in SHAPES]
    for path, data in records.release("shapes", ["They met.", *texts])[0].items():
        place = content / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def built() -> int:
        site = pipeline.build(content, tmp_path / "build", lambda _: None)
        return int(not (site / "releases/shapes/index.html").is_file())

    assert cost.measured(built).status == 0


# What is Markdown in a hand-written page, besides.
WRITTEN = (
    "[[a]] ", "[a](b) ", "![a](b) ", "![[a]", "[a][b] ", "[^1] ", "[a]: http://x\n", "**", "__", "*_", "***", "a*b_", "==",
    "# a\n", "x\n===\n", "- a\n", "1. a\n", "> a\n", "> - ", "> > > ", "  - a\n", "a\n:   b\n", "    a\n", "|a|b|\n|-|-|\n", "|",
    "~~~\n", "```\n", "a `b` ", "\\[", "\\`", "&amp;", "<http://a.example> ", "<a>", "{#a}", "{+}", "{-}x", "{~1/2}", "::: head\n\n",
    ":::\n", "a  \n", "\t", "\n\n",
)  # fmt: skip


def _page(shape: str) -> str:
    """Return a page of a shape, as much of it in each passage and on the page as is taken."""
    times = bounded.PASSAGE // len(shape)
    if brackets := shape.count("["):
        times = min(times, bounded.BRACKETS // brackets)
    passage = (shape * (times - 1)).ljust(bounded.PASSAGE - 20, "x")
    lines = "\n\n".join([passage] * 2).split("\n")
    return "\n".join(["# Page", "", *lines[: bounded.LINES - 10]])


def test_no_shape_of_a_page_that_is_taken_makes_its_reader_slow() -> None:
    """All of them in one process, which has a minute of processor; recursion has its bound too."""
    pages = [_page(shape) for shape in (*SHAPES, *WRITTEN)]
    taken = [page for page in pages if not list(bounded.too_much(page))]

    def read() -> int:
        for page in taken:
            Markdown(extensions=["generator.pages.markdown"]).convert(page)
        return 0

    assert len(taken) > 50
    assert cost.measured(read).status == 0
