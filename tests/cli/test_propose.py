"""The command `propose`."""

from __future__ import annotations

from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from generator.cli import main

CONTENT = Path(__file__).parents[2] / "content"


def run(*arguments: str) -> Result:
    """Call the command as a person would."""
    return CliRunner().invoke(main, ("--content", str(CONTENT), "propose", *arguments))


def test_every_proposal_can_be_pasted() -> None:
    """Standard output is YAML, the error stream has the count; nothing is written."""
    result = run()

    documents = list(yaml.safe_load_all(result.stdout))
    assert result.exit_code == 0
    assert result.stderr == f"{len(documents)} proposals\n"


def test_an_unknown_release_is_told_with_the_nearest() -> None:
    """Status 1, one sentence and the remedy."""
    result = run("2024-11-02-voice-of-korea-strategic-dialog")

    assert result.exit_code == 1
    assert "there is no release" in result.stderr
    assert "write `2024-11-02-voice-of-korea-strategic-dialogue`" in result.stderr


def test_one_kind_of_one_release_can_be_asked_for() -> None:
    """Only what is asked for is proposed."""
    result = run("2024-11-02-voice-of-korea-strategic-dialogue", "--only", "misspellings")

    assert result.exit_code == 0
    assert result.stdout == ""
