"""The proof: what does not fit together is told, with the first place that differs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.clean.undo import Unlike, given, restore
from generator.model import Block, Capture
from generator.record import checked
from generator.store.load import load

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
    return checked(Capture, {**BASE, **parts})


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
    ("a block that is cut too", BLOCKS, {"cuts": [*BASE["cuts"], {**BASE["cuts"][0], "at": "4-14"}]},
     "two records claim character 4", None),
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


LONG = "a" * 20 + "b" * 60


@pytest.mark.parametrize(
    ("blocks", "parts", "line", "why"),
    [
        (BLOCKS[:1], {}, 3, "block `p2` is not in the release"),
        ((*BLOCKS, Block("p3", "x")), {}, 1, "block `p3` is not in the capture"),
        (BLOCKS, {"cuts": BASE["cuts"][:1]}, 4, "neither kept nor cut: `End`"),
        (BLOCKS, {"cuts": BASE["cuts"][1:]}, 1, "neither kept nor cut: `Top`"),
        (BLOCKS, {"cuts": [*BASE["cuts"], BASE["cuts"][0]]}, 1, "two records claim character 0"),
        ((Block("p1", "One, too."), BLOCKS[1]), {}, 2,
         "the release has `oo.` where the capture has `wo.`"),
        ((Block("p1", "One, twa."), BLOCKS[1]), {}, 2,
         "the release has `a.` where the capture has `o.`"),
        ((Block("p1", "One, two"), BLOCKS[1]), {}, 2, "the release has `` where the capture has `.`"),
        (BLOCKS, {"edits": [{**BASE["edits"][0], "to": "x"}]}, 1,
         "edit `text.space` at 3 does not find `x`"),
        (BLOCKS, {"edits": [{**BASE["edits"][0], "at": 99}]}, 1,
         "edit `text.space` at 99 does not find ``"),
        (BLOCKS, {"edits": [{**BASE["edits"][0], "block": "p9"}]}, 1,
         "an edit is of `p9`, which is no block"),
        (BLOCKS, {"captions": [{"text": "Sun", "lines": "3"}]}, 3,
         "caption `Sun` is not in the capture"),
    ],
)  # fmt: skip
def test_the_place_is_told_to_the_line(
    blocks: tuple[Block, ...], parts: dict[str, Any], line: int, why: str
) -> None:
    """The whole sentence, and the line of the capture it is about."""
    with pytest.raises(Unlike) as unlike:
        restore(blocks, _capture(**parts), TEXT)

    assert (unlike.value.difference.line, unlike.value.difference.why) == (line, why)


def test_long_differences_are_quoted_in_part() -> None:
    """Thirty characters of each, from the first that differs."""
    capture = _capture(blocks=[{"id": "p1", "at": "0-80", "line": 1}], cuts=[], edits=[])

    with pytest.raises(Unlike) as unlike:
        restore((Block("p1", "a" * 20 + "c" * 60),), capture, LONG)

    wanted = f"the release has `{'c' * 30}` where the capture has `{'b' * 30}`"
    assert unlike.value.difference.why == wanted


def test_an_edit_at_the_end_of_a_block_is_undone() -> None:
    """Where nothing is left of what it took away."""
    edits = [{"block": "p2", "at": 6, "from": ".", "to": "", "rule": "text.end"}]
    blocks = (Block("p1", "One , two."), Block("p2", "Three."))
    parts = {"blocks": [BASE["blocks"][0], {"id": "p2", "at": "15-22", "line": 3}], "edits": edits}

    text = "Top\nOne , two.\nThree..End\n"

    assert restore(blocks, _capture(**parts), text) == text


def test_apparatus_alone_gives_what_the_release_has() -> None:
    """Of every release that is here: its capture's blocks, with their edits done again."""
    archive = load(Path("content")).archive
    for release in archive.releases.values():
        capture = archive.captures[release.head.capture]
        text = archive.capture_texts[release.head.capture]
        emended = {one.block for one in release.head.emendations}
        made = {block.id: block.text for block in given(capture, text)}

        assert made.keys() == {block.id for block in release.blocks}
        assert [made[one.id] for one in release.blocks if one.id not in emended] == [
            one.text for one in release.blocks if one.id not in emended
        ]


def test_a_long_caption_is_quoted_in_part() -> None:
    """Forty characters, the last of them a sign that there are more."""
    capture = _capture(captions=[{"text": "S" * 50, "lines": "3"}])

    with pytest.raises(Unlike) as unlike:
        restore(BLOCKS, capture, TEXT)

    assert unlike.value.difference.why == f"caption `{'S' * 39}…` is not in the capture"
