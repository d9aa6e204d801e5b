"""Marks of comparisons on the page: without them the page has each text, whatever the text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.pages.escape import shown
from generator.pages.slotted import clipped
from generator.pages.written import marked
from generator.wording.collate import Run

RUNS = st.lists(
    st.builds(
        Run,
        st.sampled_from(["kept", "added", "removed"]),
        st.one_of(
            st.text(min_size=1, max_size=20),
            st.sampled_from(["{+}x{/+}", "{/-} <b>", "*a* {{ x }}", "`", "[l](j:s)", " and ", "{~1/2}"]),
        ),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


def rendered(runs: Sequence[Run]) -> str:
    """Return the HTML of runs, as a page shows them in a paragraph."""
    return Markdown(extensions=["generator.pages.markdown"]).convert(f"x{marked(runs)}x")


def text_of(made: str, without: str) -> str:
    """Return the text of a paragraph without the words of one mark."""
    left = re.sub(rf"<{without}>.*?</{without}>", "", made, flags=re.DOTALL)
    return html.unescape(re.sub(r"</?(?:p|ins|del|mark)>", "", left))


@given(RUNS)
def test_without_its_marks_a_page_has_each_text(runs: list[Run]) -> None:
    """What is added, left out, gives the earlier; what is removed, the later."""
    made = rendered(runs)

    for mark, kind in (("ins", "added"), ("del", "removed")):
        expected = "".join(shown(run.text) for run in runs if run.kind != kind)
        assert text_of(made, mark) == f"x{expected}x"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_a_clipped_passage_holds_its_words_whole(text: str, one: int, other: int) -> None:
    """The words that matter are never cut, and what stands around them is of the text."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    runs = clipped(text, start, end)

    assert "".join(run.text for run in runs if run.kind == "marked") == text[start:end]
    assert "".join(run.text for run in runs).removeprefix("… ").removesuffix(" …") in text
