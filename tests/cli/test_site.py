"""The commands that make and prove a site: pages, build, serve, verify."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests import small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small archive, its pages and its site."""
    folder = tmp_path_factory.mktemp("small")
    small.content(folder)
    return folder


def test_pages_then_build_then_verify(folder: Path) -> None:
    """Each says in a line what it did."""
    pages = small.built(folder, "pages")
    again = small.built(folder, "pages")
    build = small.built(folder)
    verify = small.built(folder, "verify")

    assert re.search(r"build/docs: \d+ files written, 0 deleted\n", pages[1])
    assert re.search(r"build/docs: 0 files written, 0 deleted\n", again[1])
    assert re.search(r"build/site: \d+ pages in \d+\.\d s\n", build[1])
    assert "content: captures 1, releases 1: all proven\n" in verify[1]
    assert (pages[0], again[0], build[0], verify[0]) == (0, 0, 0, 0)


def test_verify_tells_a_changed_page_and_ends_with_1(folder: Path, tmp_path: Path) -> None:
    """Of any copy of the site."""
    if not (folder / "build/site").is_dir():
        small.built(folder)
    copy = shutil.copytree(folder / "build/site", tmp_path / "copy")
    (copy / "index.html").write_text("changed")

    status, said = small.built(folder, "verify", str(copy))

    assert status == 1
    assert "`index.html` differs from the manifest" in said


def test_a_refused_build_ends_with_1_and_says_what_to_mend(tmp_path: Path) -> None:
    """With file, line and remedy."""
    content = small.content(tmp_path)
    (content / "outlets/herald.yml").write_text("id: herald\nname: H\nkind: newspaper\nnope: 1\n")

    status, said = small.built(tmp_path)

    assert status == 1
    assert f"{content}/outlets/herald.yml:4: error: unknown field `nope`" in said
    assert "\n    fix: " in said
    assert not (tmp_path / "build/site").exists()


def _get(port: int, path: str) -> str:
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read().decode()


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found: int = taken.getsockname()[1]
    return found


def until(port: int, path: str, wanted: str) -> str:
    """Return the page once it holds `wanted`, or as it is after 20 seconds."""
    page = ""
    for _ in range(200):
        try:
            page = _get(port, path)
        except OSError:
            page = ""
        if wanted in page:
            break
        time.sleep(0.1)
    return page


def test_serve_builds_anew_keeps_the_last_good_site_and_ends(tmp_path: Path) -> None:
    """An edit appears; a fault is told and changes nothing; Ctrl-C ends it well."""
    content, port = small.content(tmp_path), free_port()
    process = small.build(tmp_path, "serve", "--port", str(port))
    try:
        assert "A site for tests." in until(port, "/about/", "A site for tests.")
        (content / "pages/about.md").write_text("# About\n\nEdited.\n")
        assert "Edited." in until(port, "/about/", "Edited.")
        assert "still being made" not in until(port, "/about/", "reload.js?2")
        (content / "pages/about.md").write_text("# About\n\n[[nobody]]\n")
        until(port, "/about/", "still being made")
        assert "Edited." in until(port, "/about/", "reload.js?4")
        assert "const seen" in _get(port, "/-/reload.js")
        assert small.built(tmp_path, "serve", "--port", str(port))[0] == 1
    finally:
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=20)

    assert process.returncode == 0
    assert f"serving http://127.0.0.1:{port}/" in out
    assert "about.md:3: error: " in said
    assert "the last good site stays" in said
    assert "Traceback" not in said
