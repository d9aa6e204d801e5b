"""What strangers send is refused with its file, shown as text, or taken unchanged: never anything else."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from generator.exports.doors import POLICY
from tests.hostile import corpus, judge
from tests.hostile.case import Case


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """The whole corpus."""
    return list(corpus.cases())


def test_there_are_many_and_no_two_are_alike(cases: list[Case]) -> None:
    """At least 1,500 cases; no path stands for two of them."""
    paths = Counter(path for case in cases for path in case.files)

    assert len(cases) >= 1500
    assert [path for path, times in paths.items() if times > 1] == []
    assert {case.outcome for case in cases} == {"refused", "shown", "unchanged", "either"}


def test_every_case_has_its_outcome_beside_all_the_others(
    cases: list[Case], tmp_path: Path
) -> None:
    """All in one folder, checked once: none hides another's fault, none ends the check."""
    errors = judge.told(judge.lay(cases, tmp_path))

    assert [(case.name, why) for case in cases if (why := judge.wrong(case, errors))] == []


def test_no_file_is_answered_by_thousands_of_lines(cases: list[Case], tmp_path: Path) -> None:
    """The first hundred faults of a file are told, the others counted."""
    bombs = [case for case in cases if "bomb" in case.name or "front" in case.name]

    errors = judge.told(judge.lay(bombs, tmp_path))

    assert max(map(len, errors.values())) == 101
    assert any("more faults in this file" in one.message for own in errors.values() for one in own)


def test_what_was_taken_stands_on_its_page_to_the_letter(
    hostile_site: tuple[Path, list[Case]],
) -> None:
    """And in the data files: no letter is lost."""
    site, taken = hostile_site

    assert [(case.name, lost) for case in taken if (lost := judge.lost(case, site))] == []
    lines = (site / "data/releases.jsonl").read_text().splitlines()
    data = {json.loads(line)["id"]: json.loads(line) for line in lines}
    for case in taken:
        if case.name.startswith("body "):
            blocks = data[case.page.split("/")[1]]["blocks"]
            assert tuple(block["text"] for block in blocks) == case.texts


def test_no_two_files_of_the_site_are_one_on_another_system(
    hostile_site: tuple[Path, list[Case]],
) -> None:
    """Where case or form of Unicode makes no difference, none is written over another."""
    site, _ = hostile_site
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*")]

    assert len({unicodedata.normalize("NFC", path).casefold() for path in paths}) == len(paths)
    assert all(path.isascii() and path.isprintable() for path in paths)


def test_every_page_states_its_policy_before_anything_else(
    hostile_site: tuple[Path, list[Case]],
) -> None:
    """No hash and no `unsafe-inline` in it: what is inline never runs, also if we had written it."""
    site, _ = hostile_site
    pages = list(site.rglob("*.html"))

    assert pages
    assert "unsafe-inline" not in POLICY
    assert "sha256-" not in POLICY
    for page in pages:
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        first = re.search(r"<head>\s*<(.*?)>", head, re.DOTALL)
        assert first, page
        assert first[1] == f'meta http-equiv="Content-Security-Policy" content="{POLICY}"', page
        assert '<meta name="referrer" content="no-referrer">' in head
