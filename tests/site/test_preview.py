"""The preview serves the live site on this machine, and pages reload when it was built anew."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.site.preview import Preview


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of two pages on a free port."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<body>A</body>")
    (tmp_path / "empty").mkdir()
    (tmp_path / "404.html").write_text("<body>lost</body>")
    (tmp_path / "data.jsonl").write_text("{}")
    server = Preview(tmp_path, 0)
    server.start()
    yield server
    server.stop()


def _get(preview: Preview, path: str) -> tuple[int, str]:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", f"/{path}")
        got = connection.getresponse()
        return got.status, got.read().decode()


def test_pages_carry_a_script_that_knows_their_generation(preview: Preview) -> None:
    """As a file of this host, so that a strict policy lets it run."""
    preview.renew()

    assert _get(preview, "a/") == (200, '<body>A<script src="/-/reload.js?1"></script></body>')
    assert _get(preview, "-/generation") == (200, "1")
    assert "/-/generation" in _get(preview, "-/reload.js")[1]


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    """Data and assets are not touched; a folder without its slash leads to its page."""
    assert _get(preview, "data.jsonl") == (200, "{}")
    assert _get(preview, "a")[0] == 301


@pytest.mark.parametrize("path", ["nope", "nope/", "empty/", "../../etc/passwd", "%2e%2e/x"])
def test_where_nothing_is_the_sites_own_page_says_so(preview: Preview, path: str) -> None:
    """No list of a folder's files, nothing from outside the site."""
    status, page = _get(preview, path)

    assert (status, page[:10]) == (404, "<body>lost")


def test_a_port_that_is_taken_is_told_in_a_sentence(preview: Preview, tmp_path: Path) -> None:
    """With the port to try instead."""
    port = int(preview.address.rstrip("/").rpartition(":")[2])

    with pytest.raises(Refused, match=f"port {port} cannot be had.*\n.*--port {port + 1}"):
        Preview(tmp_path, port)


def test_a_page_made_early_is_served_with_a_note_until_the_site_is_whole(preview: Preview) -> None:
    """At its own address; all others stay as they are."""
    preview.renew({"a/": b"<body>early</body>"})

    page = _get(preview, "a/")[1]
    assert page.startswith('<body>early<p role="status">')
    assert page.endswith('<script src="/-/reload.js?1"></script></body>')

    preview.renew()
    assert _get(preview, "a/")[1].startswith("<body>A<script")


def test_a_page_that_asks_is_answered_when_there_is_news(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once if it is old already; in any case after a while."""
    monkeypatch.setattr("generator.site.preview.PATIENCE", 0.05)

    assert _get(preview, "-/generation?0") == (200, "0")
    preview.renew()
    assert _get(preview, "-/generation?0") == (200, "1")

    monkeypatch.setattr("generator.site.preview.PATIENCE", 20)
    timer = threading.Timer(0.1, preview.renew)
    timer.start()
    assert _get(preview, "-/generation?1") == (200, "2")
    timer.join()


def test_a_browser_that_goes_away_is_not_spoken_of(
    preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    """It reloaded, or was closed; any other failure is told."""
    with pytest.raises(ConnectionError):
        _fail(preview, BrokenPipeError())
    assert capsys.readouterr().err == ""

    with pytest.raises(LookupError):
        _fail(preview, LookupError())
    assert "LookupError" in capsys.readouterr().err


def _fail(preview: Preview, error: Exception) -> None:
    try:
        _raise(error)
    except Exception:
        preview._server.handle_error(None, ("127.0.0.1", 0))
        raise


def _raise(error: Exception) -> None:
    raise error
