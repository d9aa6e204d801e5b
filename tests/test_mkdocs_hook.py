"""`mkdocs build` and `mkdocs serve`, typed by somebody who knows MkDocs, work too."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import small
from tests.cli.test_site import free_port, until


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh clone, as far as MkDocs is concerned, with the small archive as its content."""
    small.content(tmp_path)
    shutil.copy(small.PROJECT / "mkdocs.yml", tmp_path)
    for folder in ("generator", "overrides"):
        shutil.copytree(small.PROJECT / folder, tmp_path / folder)
    return tmp_path


def _mkdocs(project: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_mkdocs_build_makes_a_site_with_search_and_data(project: Path) -> None:
    """Beside build/site, which stays as it is; it says what our own command adds."""
    process = _mkdocs(project, "build")
    said, _ = process.communicate(timeout=60)

    assert process.returncode == 0, said
    for path in (
        "people/ann-example/index.html",
        "pagefind/engine/wasm.en.pagefind",
        "data/releases.jsonl",
    ):
        assert (project / "build/mkdocs" / path).is_file(), path
    assert not (project / "build/site").exists()
    assert "`make build` also inspects the site" in said


def test_mkdocs_build_refuses_what_our_own_command_refuses(project: Path) -> None:
    """With file, line and remedy."""
    (project / "content/pages/about.md").write_text("# About\n\n[[nobody]]\n")

    process = _mkdocs(project, "build")
    said, _ = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "content/pages/about.md:3: error: " in said
    assert "Traceback" not in said


def test_mkdocs_serve_reloads_content_and_keeps_the_last_good_pages(project: Path) -> None:
    """An edit appears; a fault is told and changes nothing."""
    port = free_port()
    about = project / "content/pages/about.md"
    process = _mkdocs(project, "serve", "--dev-addr", f"127.0.0.1:{port}")
    try:
        assert "A site for tests." in until(port, "/about/", "A site for tests.")
        about.write_text("# About\n\nEdited.\n")
        page = until(port, "/about/", "Edited.")
        about.write_text("# About\n\n[[nobody]]\n")
        time.sleep(2)
        assert "Edited." in until(port, "/about/", "Edited.")
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)

    assert "Edited." in page
    assert "Content-Security-Policy" not in page
    assert "the last good pages stay" in said
    assert "Traceback" not in said
