"""The command `review`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

CONTENT = Path(__file__).parents[1] / "sites/one-release/content"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(*arguments: str) -> None:
    """Run Git as a person with a name."""
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *person, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "the archive")


def review(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(main, ["review", *arguments])


def edited() -> Path:
    """Change the title of the release; return its file."""
    path = next(Path("content/releases").rglob("*.md"))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("kind:"))
    path.write_text("".join([*lines[:at], "author: '``` <b>Anna</b>'\n", *lines[at:]]), "utf-8")
    return path


def test_nothing_changes_where_nothing_was_changed() -> None:
    """One sentence, and status 0."""
    result = review("main")

    assert (result.exit_code, result.stdout) == (0, "nothing changes for readers\n")


def test_an_edit_is_told_under_its_release() -> None:
    """Also one that is not committed yet; a new record is a new page."""
    path = edited()
    CliRunner().invoke(main, ["new", "place", "harbour-sample"])
    record = Path("content/authorities/places/harbour-sample.yml")
    record.write_text(record.read_text("utf-8").replace('heading: ""', "heading: Harbour"), "utf-8")

    told = review("HEAD").stdout

    assert f"Release {path.stem}\n  author: {{+``` <b>Anna</b>+}}\n" in told
    assert "  appears: /places/harbour-sample/\n" in told
    assert "Record harbour-sample\n  new\n  heading: {+Harbour+}\n" in told


def test_faults_do_not_let_every_page_vanish() -> None:
    """Pages that cannot be made for a fault are not said to be gone."""
    about = Path("content/pages/about.md")
    about.write_text(f"{about.read_text('utf-8')}\nSee [[nobody-known]].\n", "utf-8")

    told = review("HEAD")

    assert "cannot be told before the faults are mended" in told.stdout
    assert "vanishes" not in told.stdout
    assert "nobody-known" in told.stderr


def test_in_markdown_no_word_of_a_stranger_is_markup() -> None:
    """A fence is longer than any run of backticks inside it."""
    edited()

    told = review("--format", "markdown", "main").stdout

    assert "````text\nauthor: {+``` <b>Anna</b>+}\n````" in told


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "HEAD:content"])
def test_a_base_that_is_none_is_misuse(base: str) -> None:
    """Status 2, and nothing is run or written."""
    result = review("--", base)

    assert result.exit_code == 2
    assert "is no commit here" in result.stderr
