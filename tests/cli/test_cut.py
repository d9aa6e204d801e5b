"""The command `cut`: furniture of a page that no profile knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

PAGE = """<!doctype html><html lang="en"><head><title>Minister receives envoy</title>
<meta property="og:title" content="Minister receives envoy"></head><body>
<h1>Minister receives envoy</h1><p>12 March 2026</p>
<p>The minister of foreign affairs received the ambassador on March 11 and spoke with her of relations.</p>
<h2>What follows</h2>
<p>The sides agreed to keep up contacts between the two ministries during the whole of the coming year.</p>
<p>All rights reserved. Share this page</p></body></html>
"""
WHY = ("--why", "furniture of the page")


def run(*arguments: str) -> Result:
    """Call a command on the folder here."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture(autouse=True)
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the release of a page whose layout no profile knows, as `add` wrote it."""
    monkeypatch.chdir(tmp_path)
    for name, text in (
        (
            "outlets/sample.yml",
            "id: sample\nname: Sample\nkind: ministry\nhosts: [mfa.example.org]\n",
        ),
        (
            "vocabulary/kinds.yml",
            "- {id: news-report, label: news report, level: 9, definition: A report.}\n",
        ),
    ):
        Path("content", name).parent.mkdir(parents=True)
        Path("content", name).write_text(text)
    Path("page.html").write_text(PAGE)
    result = run(
        "add", "page.html", "--url", "https://mfa.example.org/1", "--captured", "2026-03-13"
    )
    assert result.exit_code == 0, result.output
    return next(Path("content/releases").rglob("*.md"))


def test_blocks_become_cuts_and_the_rest_is_numbered_anew(release: Path) -> None:
    """The proof holds: what was cut is in the capture, with the person's reason."""
    result = run("cut", release.stem, "h1", "p1", "p4", *WHY)

    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("3 blocks cut, 3 left\n")
    body = release.read_text().split("\n---\n", 1)[1]
    assert body.startswith("The minister")
    assert body.rstrip().endswith("coming year.")
    assert "## What follows" in body
    sidecar = next(Path("content/captures").rglob("*.yml")).read_text()
    assert sidecar.count("rule: person.cut") == 3
    assert sidecar.count("furniture of the page") == 3
    assert run("check").exit_code == 0
    assert "person.cut" in run("explain", release.stem).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("p9", *WHY), 1, "`p9` is no block of"),
        (("\x1b[2J", *WHY), 1, "`\\x1b[2J` is no block of"),
        (("p1", "p2", "p3", "p4", *WHY), 1, "no paragraph would be left"),
        (("p1",), 2, "Missing option '--why'"),
        (WHY, 2, "Missing argument 'BLOCK...'"),
    ],
)
def test_what_cannot_be_cut_is_refused_and_nothing_written(
    release: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """One sentence, and both files as they were."""
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}

    result = run("cut", release.stem, *arguments)

    assert result.exit_code == status
    assert said in result.stderr
    assert before == {
        path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()
    }


def test_what_was_published_is_not_cut(release: Path) -> None:
    """A reviewed release changes by its `changes`; rulings would come to speak of other blocks."""
    text = release.read_text()
    release.write_text(text.replace("review: pending\n", ""))
    published = run("cut", release.stem, "p1", *WHY)
    release.write_text(
        text.replace(
            "review: pending\n", "rulings:\n  - {block: p2, text: ambassador}\nreview: pending\n"
        )
    )
    ruled = run("cut", release.stem, "p1", *WHY)

    assert "it has been published" in published.stderr
    assert "its head speaks of blocks" in ruled.stderr


def test_a_release_that_is_not_there_is_told() -> None:
    """With the id that was probably meant."""
    result = run("cut", "nothing", "p1", *WHY)

    assert result.exit_code == 1
    assert "is neither a release nor a capture" in result.stderr
