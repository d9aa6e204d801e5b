"""The commands as a whole: listed, loaded when wanted, and no traceback for what may happen."""

from __future__ import annotations

import errno
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from generator.cli import VERBS, main
from generator.errors import Problem, Refused


def test_help_lists_each_verb_with_its_sentence() -> None:
    """In the order of the work."""
    result = CliRunner().invoke(main, ["--help"])

    listed = [line.split()[0] for line in result.output.partition("Commands:")[2].splitlines()[1:]]
    known = [verb for verb in VERBS if verb in listed]
    assert listed[: len(known)] == known
    assert {"pages", "build", "serve", "verify"} <= set(listed)


@pytest.mark.parametrize("verb", ["pages", "build", "serve", "verify", "nope"])
def test_help_and_misuse_need_no_heavy_library(verb: str) -> None:
    """Neither MkDocs nor the record classes are loaded to say what a command does."""
    code = (
        "import sys\nfrom generator.cli import main\n"
        f"try: main([{verb!r}, '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('mkdocs', 'pydantic', 'jinja2') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.endswith("[]\n")


def test_an_unknown_verb_is_misuse() -> None:
    """Status 2, with a sentence."""
    result = CliRunner().invoke(main, ["publish"])

    assert result.exit_code == 2
    assert "No such command" in result.output


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (
            Refused(Problem("a.yml", 3, "unknown field `x`", "delete it")),
            1,
            "a.yml:3: error: unknown field `x`\n    fix: delete it\n",
        ),
        (KeyboardInterrupt(), 130, "stopped; nothing that was finished has been changed\n"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            1,
            (
                "error: No space left on device\n    fix: make room and run the command again; "
                "nothing that was finished has been changed\n"
            ),
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "build/\x1b[31m"),
            1,
            (
                "error: `build/\\x1b[31m`: Permission denied\n    fix: get leave to write there; "
                "nothing that was finished has been changed\n"
            ),
        ),
    ],
)
def test_what_may_happen_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int, said: str
) -> None:
    """A refusal, Ctrl-C, a full disk, a folder that is not ours."""

    @click.command()
    def fails() -> None:
        raise raised

    monkeypatch.setattr(type(main), "get_command", lambda *_: fails)

    result = CliRunner().invoke(main, ["build"])

    assert (result.exit_code, result.stderr) == (status, said)
