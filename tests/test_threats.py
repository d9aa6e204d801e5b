"""Each threat that we know of has tests that show how it is met (tests/threats.yml)."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.hostile import corpus

PROJECT = Path(__file__).parents[1]
ROWS: list[dict[str, Any]] = [
    row
    for rows in yaml.safe_load((PROJECT / "tests/threats.yml").read_text("utf-8")).values()
    for row in rows
]


@cache
def _tests(path: str) -> frozenset[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse((PROJECT / path).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


@cache
def _cases() -> tuple[str, ...]:
    return tuple(case.name for case in corpus.cases())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["threat"][:50])
def test_a_threat_is_met_by_tests_that_are_there(row: dict[str, Any]) -> None:
    """And stands in the hostile corpus where it is something that a stranger sends."""
    assert row.keys() <= {"threat", "here", "tests", "run", "cases"}
    assert row["here"]
    assert row.get("tests") or row.get("run")
    for named in row.get("tests", ()):
        path, _, name = named.partition("::")
        assert name in _tests(path), named
    for words in row.get("cases", ()):
        assert any(case.startswith(words) for case in _cases()), words


def test_the_commands_that_the_rows_name_are_there() -> None:
    """What takes long is a command of its own."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")

    for row in ROWS:
        if "run" in row:
            target = row["run"].removeprefix("make ")
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), row["run"]


def test_no_threat_is_left_out() -> None:
    """The attacks are numbered without a gap; nothing is said twice."""
    numbers = [int(found[1]) for row in ROWS if (found := re.match(r"(\d+)\. ", row["threat"]))]

    assert numbers == list(range(1, 39))
    assert len({row["threat"] for row in ROWS}) == len(ROWS)
