"""Lists of captures: a JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.store.manifest import read_manifest
from generator.store.wish import Wish

COMMON = Wish(Path(), outlet="the-gazette", given={"captured": "2031-06-01"})


def _read(folder: Path, text: str) -> list[Wish | Refused]:
    path = folder / "list.jsonl"
    path.write_text(text, encoding="utf-8")
    return list(read_manifest(path, COMMON))


def test_a_line_says_more_than_what_is_common(tmp_path: Path) -> None:
    """Files are looked for beside the list; what a line says goes before the options."""
    row = {"file": "a/1.txt", "outlet": "the-mirror", "url": None, "title": "Talks", "id": "x"}

    (wish,) = _read(tmp_path, json.dumps(row) + "\n\n")

    assert isinstance(wish, Wish)
    assert (wish.path, wish.outlet, wish.url, wish.id) == (
        tmp_path / "a/1.txt", "the-mirror", None, "x",
    )  # fmt: skip
    assert wish.given == {"captured": "2031-06-01", "title": "Talks"}


@pytest.mark.parametrize(
    ("line", "message", "fix"),
    [
        ("{", "the line is no JSON", "write {"),
        ("[" * 100_000, "the line is no JSON", "write {"),
        ("[]", "the line is no object", "write {"),
        ("{}", "`file` is missing", "name the capture"),
        ('{"fiel": "a"}', "unknown field `fiel`", "write `file`"),
        ('{"\\u001b": "a"}', "unknown field `\\x1b`", "known are file"),
        ('{"file": 3}', "`file` is no text", "double quotes"),
        ('{"file": "a", "published": "2.5.31"}', "`published`: `2.5.31` is no date", "2024-11-02"),
    ],
)
def test_a_faulty_line_is_told_with_its_number(
    tmp_path: Path, line: str, message: str, fix: str
) -> None:
    """The others are read; the fault names the list and the line."""
    good, faulty = _read(tmp_path, '{"file": "a"}\n' + line)

    assert isinstance(good, Wish)
    assert isinstance(faulty, Refused)
    problem = faulty.problems[0]
    assert (problem.path, problem.line) == ((tmp_path / "list.jsonl").as_posix(), 2)
    assert problem.message == message
    assert fix in problem.fix
