"""The proof: what does not fit together is told, with the first place that differs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.clean.undo import Unlike, restore
from generator.model import Block, Capture

TEXT = "Top\nOne , two.\nThree.\nEnd\n"
BASE: dict[str, Any] = {
    "accession": "a", "file": "a.txt", "sha256": "0" * 64, "bytes": 1, "encoding": "utf-8",
    "release": "r",
    "blocks": [{"id": "p1", "at": "4-14", "line": 2}, {"id": "p2", "at": "15-21", "line": 3}],
    "cuts": [{"at": "0-3", "lines": "1", "rule": "x.top", "reason": "r"},
             {"at": "22-25", "lines": "4", "rule": "x.end", "reason": "r"}],
    "edits": [{"block": "p1", "at": 3, "from": " ", "to": "", "rule": "text.space"}],
}  # fmt: skip
BLOCKS = (Block("p1", "One, two."), Block("p2", "Three."))


def _capture(**parts: Any) -> Capture:
    return Capture.model_validate({**BASE, **parts})


def test_what_fits_gives_the_text_back() -> None:
    """Blocks with edits undone, cuts, and white space between them."""
    assert restore(BLOCKS, _capture(), TEXT) == TEXT


FAULTS: list[tuple[str, tuple[Block, ...], dict[str, Any], str, str | None]] = [
    ("a word changed", (Block("p1", "One, too."), BLOCKS[1]), {}, "where the capture has", "p1"),
    ("a block added", (*BLOCKS, Block("p3", "x")), {}, "not in the capture", "p3"),
    ("a block lost", BLOCKS[:1], {}, "not in the release", "p2"),
    ("a cut lost", BLOCKS, {"cuts": BASE["cuts"][:1]}, "neither kept nor cut: `End`", None),
    ("the first cut lost", BLOCKS, {"cuts": BASE["cuts"][1:]}, "neither kept nor cut: `Top`", None),
    ("a place twice", BLOCKS, {"cuts": [*BASE["cuts"], BASE["cuts"][0]]}, "two records claim", None),
    ("an edit lost", BLOCKS, {"edits": []}, "where the capture has", "p1"),
    ("an edit elsewhere", BLOCKS, {"edits": [{**BASE["edits"][0], "to": "x"}]}, "does not find", "p1"),
    ("an edit beyond the end", BLOCKS, {"edits": [{**BASE["edits"][0], "at": 99}]}, "does not find", "p1"),
    ("an edit of nothing", BLOCKS, {"edits": [{**BASE["edits"][0], "block": "p9"}]}, "`p9`", None),
    ("a caption made up", BLOCKS, {"captions": [{"text": "Sun", "lines": "1"}]}, "`Sun`", None),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "parts", "told", "block"), [case[1:] for case in FAULTS],
                         ids=[case[0] for case in FAULTS])  # fmt: skip
def test_what_does_not_fit_is_told(
    blocks: tuple[Block, ...], parts: dict[str, Any], told: str, block: str | None
) -> None:
    """The sentence quotes what was found; the block is named where it is one block's fault."""
    with pytest.raises(Unlike, match=re.escape(told)) as unlike:
        restore(blocks, _capture(**parts), TEXT)

    assert unlike.value.difference.block == block
