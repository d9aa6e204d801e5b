"""Texts whose shape makes readers of Markdown slow are built like any other."""

from __future__ import annotations

from pathlib import Path

from generator import pipeline
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
