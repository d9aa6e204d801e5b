"""`explain`: a capture line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.adding import CAPTURE, ID, content, saved
from tests.conftest import Golden

HERE = Path(__file__).parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a content folder to which one capture was added."""
    root = content(tmp_path)
    text = CAPTURE.replace("They", "Kim , who\u00a0came, said:\u202e They")
    path = saved(tmp_path, "page.txt", text)
    done = _run(root, "add", path, "--accession", "abc", "--url", "https://gazette.example/1")
    assert done.exit_code == 0
    return root


def _run(root: Path, *args: object) -> Result:
    return CliRunner().invoke(main, ["--content", str(root), *map(str, args)])


def test_every_line_is_told_with_its_rule_and_what_it_gave(root: Path, golden: Golden) -> None:
    """Kept lines with their blocks, cut ones with rule and reason, edits in their places."""
    golden(_run(root, "explain", ID).stdout, HERE / "golden-explained.txt")


def test_colours_are_shown_on_demand(root: Path) -> None:
    """What was cut is red, what was put in is green, and unseen characters stay escaped."""
    told = CliRunner().invoke(main, ["--content", str(root), "explain", ID, "--colour"], color=True)

    assert "\x1b[31mTalks held in the capital\x1b[0m" in told.stdout
    assert "\x1b[32m" in told.stdout
    assert "\u202e" not in told.stdout


@pytest.mark.parametrize("name", [ID, "the-gazette/abc", "abc"])
def test_a_capture_is_found_by_any_of_its_names(root: Path, name: str) -> None:
    """By its release, by its key, by its accession."""
    assert _run(root, "explain", name).stdout.startswith("capture the-gazette/abc\n")


def test_other_captures_of_the_release_are_named(root: Path, tmp_path: Path) -> None:
    """A version is explained by its own key."""
    text = CAPTURE.replace("They", "Kim, who came, said: They")
    _run(
        root,
        "add",
        saved(tmp_path, "b.txt", text),
        "--accession",
        "def",
        "--url",
        "https://gazette.example/1",
    )

    assert "other captures of this release: the-gazette/def" in _run(root, "explain", ID).stdout
    assert _run(root, "explain", "def").stdout.startswith("capture the-gazette/def\n")


def test_an_unknown_name_is_answered_with_the_nearest(root: Path) -> None:
    """A slip of the pen is answered with the id that was meant."""
    done = _run(root, "explain", ID[:-1])

    assert done.exit_code == 1
    assert f"fix: write `{ID}`" in done.stderr
    assert "write a release's id" in _run(root, "explain", "\x1bzzz").stderr
    assert "\x1b" not in _run(root, "explain", "\x1bzzz").stderr


def test_a_capture_that_changed_is_not_explained(root: Path) -> None:
    """Line numbers of other bytes would explain nothing."""
    path = root / "captures/the-gazette/abc.txt"
    path.write_bytes(path.read_bytes() + b"x")

    done = _run(root, "explain", ID)

    assert done.exit_code == 1
    assert "it changed since it was captured" in done.stderr


@pytest.mark.parametrize(("text", "told"), [("id: [", "YAML"), ("", "empty")])
def test_an_unsound_sidecar_is_told(root: Path, text: str, told: str) -> None:
    """Its faults are told as `check` tells them."""
    path = root / "captures/the-gazette/abc.yml"
    head = "sha256: x\nrelease: y\n" if text else ""
    path.write_text(head + text)

    done = _run(root, "explain", ID)

    assert done.exit_code == 1
    assert told in done.stderr or "its capture is not there" in done.stderr


def test_an_unsound_release_is_no_obstacle(root: Path) -> None:
    """The sidecar is enough; that the release cannot be read is said."""
    path = next((root / "releases").rglob("*.md"))
    path.write_text("nothing")

    told = _run(root, "explain", ID).stdout

    assert "(not to be read)" in told
    assert "gazette.title" in told
