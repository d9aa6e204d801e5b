"""The archive against what was published before, where Git holds it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.store import git

CONTENT = Path(__file__).parents[2] / "content"
RELEASE = "releases/2024/2024-11-02-voice-of-korea-strategic-dialogue.md"
Git = Callable[..., None]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository that holds the archive, published."""
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    run("init", "-q", "-b", "main")
    commit("the archive")
    return tmp_path


def run(*arguments: str) -> None:
    """Run Git as a person with a name."""
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *person, *arguments], check=True, capture_output=True)


def commit(message: str) -> None:
    """Commit all that is there."""
    run("add", "-A")
    run("commit", "-q", "-m", message)


def check(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(main, ["check", *arguments])


def retitle() -> None:
    """Change a published title and say nothing."""
    path = Path("content", RELEASE)
    text = path.read_text("utf-8")
    path.write_text(text.replace("\noutlet:", "\nauthor: Anna Alpha\noutlet:", 1), "utf-8")


@pytest.mark.usefixtures("project")
def test_an_edit_is_held_against_the_last_commit() -> None:
    """The fault names the file, the line of the field and the entry that is missing."""
    assert check().exit_code == 0
    retitle()

    result = check()

    assert result.exit_code == 1
    assert f"content/{RELEASE}:" in result.stdout
    assert "`author` was published as nothing and no entry says so" in result.stdout
    assert "what: author, why: …}` to `changes`" in result.stdout


@pytest.mark.usefixtures("project")
def test_a_committed_edit_is_held_against_the_commit_before() -> None:
    """On the main branch."""
    retitle()
    commit("an edit")

    assert check().exit_code == 1
    assert check("--base", "HEAD").exit_code == 0
    assert check("--base", "none").exit_code == 0


@pytest.mark.usefixtures("project")
def test_a_branch_is_held_against_where_it_left() -> None:
    """However many commits it has, and whatever they did on the way."""
    run("checkout", "-q", "-b", "mine")
    retitle()
    commit("an edit")
    Path("content/pages/about.md").write_text("# About\n\nUs.\n", "utf-8")
    commit("something else")

    assert check().exit_code == 1
    assert check("--base", "main").exit_code == 1


@pytest.mark.usefixtures("project")
def test_a_deleted_release_and_its_capture_are_missed() -> None:
    """Each once, though neither is there to read any more."""
    Path("content", RELEASE).unlink()

    told = check().stdout

    assert "was published and is gone" in told
    assert "new withdrawal 2024-11-02-voice-of-korea-strategic-dialogue" in told


@pytest.mark.usefixtures("project")
def test_an_edited_capture_is_told() -> None:
    """By the commit, too: a sidecar could have been made to fit."""
    capture = next(Path("content/captures").rglob("*.txt"))
    capture.write_bytes(capture.read_bytes() + b"\n")

    assert "the bytes of a capture that was committed have changed" in check().stdout


@pytest.mark.usefixtures("project")
def test_a_base_that_is_none_is_misuse() -> None:
    """Also one that looks like an option."""
    for name in ("nowhere", "--output=x", ""):
        result = check(f"--base={name}")
        assert result.exit_code == 2
        assert "is no commit here" in result.stderr


@pytest.mark.usefixtures("project")
def test_without_git_nothing_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A download without history is checked for the rest."""
    retitle()
    monkeypatch.setenv("PATH", "")

    assert check().exit_code == 0


def test_a_repository_without_a_commit_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing that was published."""
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    run("init", "-q")

    assert git.published(tmp_path / "content") is None


@pytest.mark.usefixtures("project")
def test_files_are_read_back_as_they_were() -> None:
    """To the byte, by their path in the folder; what was never there is passed over."""
    head = git.commit(Path("content"), "HEAD")
    assert head
    paths = git.listed(head)

    assert set(paths) == {
        path.relative_to("content").as_posix()
        for path in Path("content").rglob("*")
        if path.is_file()
    }
    read = dict(git.contents(head, ["nothing.md", *paths]))
    assert read == {path: Path("content", path).read_bytes() for path in paths}
