"""Wrong uses and wrong inputs of all commands: each answered in one sentence that says how to go on."""

from __future__ import annotations

import os
import shlex
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests import adding, small

TABLE: dict[str, list[Any]] = yaml.safe_load(
    (Path(__file__).parent / "wrong_uses.yml").read_text(encoding="utf-8")
)
_KOI = ("Встреча министров прошла сегодня. " * 9).encode("koi8-r")
FILES: dict[str, str | bytes] = {
    "page.txt": adding.CAPTURE,
    "page2.txt": adding.CAPTURE.replace("Talks held", "Other talks"),
    "empty.txt": "",
    "binary.pdf": b"%PDF-1.7\n\x00\x01\xff",
    "utf16.txt": adding.CAPTURE.encode("utf-16"),
    "koi.txt": _KOI,
    "bad.jsonl": '{"fil": 1}\n',
    "nul.txt": b"a\0b\n",
    "long.txt": "x" * 1_100_000,
    "huge.txt": "a b\n" * 2_200_000,
    "nav.html": "<html><body><nav>Home</nav></body></html>",
    "deep.html": "<div>" * 5000 + "x",
    "two.txt": adding.CAPTURE * 2,
    "list.txt": "\n".join(f"{number}. Minister meets {number}" for number in range(60)),
    "short.txt": "Да".encode("cp1251"),
    "noname.txt": "They met.\n\nThey parted after talks.\n",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small archive, and captures of every wrong kind."""
    folder = tmp_path_factory.mktemp("uses")
    adding.content(folder)
    for name, data in FILES.items():
        adding.saved(folder, name, data)
    (folder / "folder").mkdir()
    (folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe")
    return folder


@pytest.mark.parametrize("row", TABLE["uses"], ids=lambda row: row["run"][:40])
def test_a_wrong_use_is_answered_in_one_sentence(
    place: Path, row: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 for misuse and 1 for a wrong input; no traceback; the last line but the remedy says it."""
    monkeypatch.chdir(place)
    before = adding.files(place / "content")

    done = CliRunner().invoke(main, shlex.split(row["run"]))

    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert row["says"] in done.output, done.output
    assert done.exit_code == row["status"]
    assert adding.files(place / "content") == before


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `check` says of each record of the table: by its number, all in one folder."""
    folder = tmp_path_factory.mktemp("records")
    content = small.content(folder)
    for number, row in enumerate(TABLE["records"]):
        path = content / row["file"].replace("{n}", str(number))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(row["text"].replace("{n}", str(number)), encoding="utf-8")
    status, said = small.built(folder, "check", "--format", "text")
    assert status == 1
    return dict(_by_number(said.splitlines()))


def _by_number(lines: list[str]) -> list[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for first, fix in pairwise(lines):
        if fix.startswith("    fix: ") and (name := first.partition("/r-")[2]):
            found.setdefault(name.partition(".")[0], []).append(f"{first}\n{fix}")
    return [(number, "\n".join(own)) for number, own in found.items()]


@pytest.mark.parametrize("number", range(len(TABLE["records"])))
def test_a_wrong_record_is_answered_with_file_line_and_remedy(
    told: dict[str, str], number: int
) -> None:
    """In one sentence, beside all the others."""
    row = TABLE["records"][number]

    assert f"{row['says']}\n    fix: {row['fix']}" in told[str(number)]


def test_there_are_many_and_each_is_another() -> None:
    """At least 150 distinct ones."""
    rows = [*(row["run"] for row in TABLE["uses"]), *(row["text"] for row in TABLE["records"])]

    assert len(rows) == len(set(rows)) >= 150
