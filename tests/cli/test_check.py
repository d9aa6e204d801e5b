"""The command `check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

FAULTY = Path(__file__).parents[1] / "sites/faulty"


@pytest.fixture(autouse=True)
def _there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FAULTY)


def run(*arguments: str) -> Result:
    """Call the command as a person would."""
    return CliRunner().invoke(main, arguments)


def test_faults_are_two_lines_each_and_status_1() -> None:
    """Standard output has the report, the error stream the count."""
    result = run("check")

    assert result.exit_code == 1
    assert result.stdout == (FAULTY / "report.txt").read_text("utf-8")
    assert result.stderr.endswith(" in 13 releases\n")


def test_a_path_limits_the_report_to_it() -> None:
    """A file, or a folder with all that is in it; status follows what is reported."""
    result = run("check", "content/outlets/courier.yml", "content/vocabulary")

    paths = {line.partition(":")[0] for line in result.stdout.splitlines()[::2]}
    assert paths == {
        "content/outlets/courier.yml",
        "content/vocabulary/kinds.yml",
        "content/vocabulary/words.yml",
    }
    assert run("check", "content/README.md").exit_code == 0


def test_warnings_alone_are_no_failure() -> None:
    """A release with a character that its source may have is told, and passes."""
    result = run("check", "content/releases/2024/2024-11-15-unseen.md")

    assert result.exit_code == 0
    assert result.stderr == "0 errors, 1 warning in 13 releases\n"


def test_a_path_that_is_not_there_is_misuse() -> None:
    """Status 2 and a sentence, with what was typed shown escaped."""
    result = run("check", "content/out\x1blets")

    assert result.exit_code == 2
    assert "`content/out\\x1blets` is not there" in result.stderr


def test_a_content_folder_that_is_not_there_is_misuse() -> None:
    """`--content` of a typing slip is not an empty archive."""
    assert run("--content", "contents", "check").exit_code == 2


def test_json_is_a_list_of_objects() -> None:
    """Each fault has path, line, level, message and fix."""
    found = json.loads(run("check", "content/notes.txt", "--format", "json").stdout)

    assert found == [
        {
            "path": "content/notes.txt",
            "line": 1,
            "level": "error",
            "message": "no such file is known here",
            "fix": "delete it, or move it out; only folders lie here",
        }
    ]


def test_github_annotations_are_escaped(tmp_path: Path) -> None:
    """Nothing in a path or message can end the annotation or begin another command."""
    name = "a%,b:\n::error::x"
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / f"{name}.yml").write_text("x\n")

    result = run("--content", str(tmp_path), "check", "--format", "github")

    lines = result.stdout.splitlines()
    assert all(line.startswith("::error file=") for line in lines)
    assert f"file={tmp_path}/outlets/a%25%2Cb%3A\\n%3A%3Aerror%3A%3Ax.yml,line=1::" in lines[0]
