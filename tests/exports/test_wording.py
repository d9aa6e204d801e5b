"""Tables on wording agree with the pages, with each other, and with a naive recount."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from generator.exports import concordance, wording
from generator.model import Outlet, Rights
from generator.pages.formula import extent
from generator.pages.words import counted
from generator.resolve.fold import fold
from tests.wording import texts


def table(name: str) -> list[dict[str, str]]:
    """Return a data file of the first releases as rows."""
    content = "".join(wording.files(texts.seeds())[name])
    return list(csv.DictReader(io.StringIO(content)))


def test_uses_of_formulae_equal_a_naive_recount() -> None:
    """Plain words are counted by hand in the texts, and as often in the table."""
    every = " \n ".join(fold(block.text).lower() for one in texts.seeds().readings.values() for block in one.blocks)  # fmt: skip
    rows = table("formulae.csv")

    for formula, words in (("firm-will", "firm will"), ("strategic-communication", "strategic communication"),
                           ("comprehensive-strategic-partnership", "comprehensive strategic partnership")):  # fmt: skip
        assert sum(row["formula"] == formula for row in rows) == len(re.findall(words, every))


@pytest.mark.parametrize("name", ["formulae.csv", "slots.csv"])
def test_offsets_lead_to_the_words(name: str) -> None:
    """`text` stands at `start`–`end` of the block."""
    rows = table(name)

    assert len(rows) > 20
    for row in rows:
        text = texts.seeds().readings[row["release"]].text(row["block"])
        assert text[int(row["start"]) : int(row["end"])] == row["text"]


def test_alignments_read_back_as_their_paragraphs() -> None:
    """Kept and removed runs are the first paragraph, kept and added the second."""
    lines = [json.loads(one) for one in wording.files(texts.seeds())["alignments.jsonl"]]

    assert {line["kind"] for line in lines} == {"variant", "mirror", "unaligned"}
    for line in (line for line in lines if line["runs"]):
        readings = texts.seeds().readings
        one = "".join(text for kind, text in line["runs"] if kind != "added")
        other = "".join(text for kind, text in line["runs"] if kind != "removed")
        assert one == readings[line["one"]].text(line["one_block"])
        assert other == readings[line["other"]].text(line["other_block"])


def test_no_more_is_given_than_may_be_shown() -> None:
    """An outlet that allows excerpts is quoted no further, in no file."""
    outlet = Outlet(id="gazette", name="G", kind="agency", rights=Rights(display="excerpt"))
    release = texts.release("2024-01-01-a", "Open words. " * 40, "Hidden words. " * 40)
    made = texts.wording(release, outlets=(outlet,))

    given = "".join(text for texts in wording.files(made).values() for text in texts)
    given += b"".join(dict(concordance.files(made)).values()).decode()
    assert "Open" in given
    assert "Hidden" not in given
    assert "hidden" not in given


def test_the_concordance_finds_each_word_where_it_stands() -> None:
    """Every word of every block is posted, and the texts are the blocks, in order of dates."""
    files = {name.partition("/")[2]: json.loads(content) for name, content in concordance.files(texts.seeds())}  # fmt: skip
    index = files["index.json"]
    blocks = [block for name, chunk in files.items() if name.startswith("texts") for block in chunk["blocks"]]  # fmt: skip
    posted = {word: told for name, held in files.items() if name.startswith("words") for word, told in held.items()}  # fmt: skip

    assert [block[0] for block in sorted(blocks)] == list(range(index["blocks"]))
    for number, _, _, text in blocks:
        for word in concordance.words(text):
            at, found = 0, []
            for step in posted[word].split(" "):
                at += int(step, 36)
                found.append(at)
            assert number in found


def test_files_of_words_stay_small_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of many places has a file of its own; the index says with which word each begins."""
    monkeypatch.setattr(concordance, "WORDS_SIZE", 200)
    files = {name.partition("/")[2]: json.loads(content) for name, content in concordance.files(texts.seeds())}  # fmt: skip
    shards = [files[f"words-{place}.json"] for place in range(len(files["index.json"]["words"]))]
    words = [word for shard in shards for word in shard]

    assert words == sorted(words)
    assert [next(iter(shard)) for shard in shards] == files["index.json"]["words"]
    for shard in shards:
        size = sum(len(word.encode()) + len(told) + 6 for word, told in shard.items())
        assert size <= 200 or len(shard) == 1


def test_a_word_that_stands_nearly_everywhere_has_no_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a large archive its places would be longer than the texts that are read instead."""
    monkeypatch.setattr(concordance, "MANY", 1)
    posted = {word: told for name, content in concordance.files(texts.seeds()) if "words-" in name for word, told in json.loads(content).items()}  # fmt: skip

    assert posted["the"] == "*"
    assert posted["wonsan"] != "*"


def test_pages_and_tables_count_alike() -> None:
    """What the pages say of formulae and slots is what the tables hold."""
    rows = table("formulae.csv")
    for formula, used in texts.seeds().uses.items():
        mine = [row for row in rows if row["formula"] == formula]
        assert len(mine) == len(used)
        assert not mine or counted(len(mine), "use") in extent(used)
    placed = [one for each in texts.seeds().tables.values() for one in each.placed]
    assert len(table("slots.csv")) == len(placed)
    assert sum(row["status"] == "confirmed" for row in table("slots.csv")) == sum(one.confirmed for one in placed)  # fmt: skip
