"""The real site with one hostile release more, built by the real pipeline, in a real browser."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTENT = Path(__file__).parents[2] / "content"
HOSTILE = "2024-01-01-hostile"
# Each would run, fetch, cover the page or clobber a script if anything but text came of it.
LINES = (
    "<script>document.title = 'pwned'</script><img src=x onerror=\"document.title='pwned'\">",
    "<svg onload=\"document.title='pwned'\"></svg><iframe srcdoc=\"<script>parent.document.title='pwned'</script>\"></iframe>",
    "<details open ontoggle=\"document.title='pwned'\">x</details><textarea><plaintext><![CDATA[ <!--",
    "[click](javascript:document.title='pwned') ![x](https://evil.example/x.png) <javascript:alert(1)>",
    '{: #__config onfocus="document.title=1" autofocus style="position:fixed" } {#__config} {#site-query}',
    "{{ 7 * 7 }} {% for x in y %} --8<-- \".env\" <meta http-equiv=refresh content=0;url=https://evil.example/>",
    "<base href=https://evil.example/><link rel=stylesheet href=https://evil.example/x.css><style>*{display:none}</style>",
    "if x<y and a > b, <unknown tag> \u202eright to left\u202c and a\u200bzero width",
)  # fmt: skip


def _missing() -> str | None:
    """Return why no browser can be started, or None: the system's Chromium, else Playwright's own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "playwright is not installed: run `make dev-setup`"
    if not _driver_runs():
        return "Playwright's driver does not start: install libatomic1 (Debian: apt-get install libatomic1)"
    if program():
        return None
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).is_file():
            return None
    return "no Chromium: run `playwright install chromium`, or install your system's `chromium` package"


def _driver_runs() -> bool:
    """Tell whether the program that Playwright starts browsers with runs on this machine."""
    from playwright._impl._driver import compute_driver_executable

    ended = subprocess.run(
        [compute_driver_executable()[0], "--version"], capture_output=True, check=False
    )
    return ended.returncode == 0


def program() -> str | None:
    """Return the path of the system's Chromium, if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def _release(content: Path, key: str, lines: Sequence[str], **head: str) -> None:
    """Add a release of these paragraphs; its capture proves it. Values of `head` are YAML."""
    text = "".join(f"{line}\n" for line in lines)
    blocks, start = [], 0
    for number, line in enumerate(lines, start=1):
        blocks.append(f"  - {{id: p{number}, at: {start}-{start + len(line)}, line: '{number}'}}")
        start += len(line) + 1
    capture = content / "captures" / head["outlet"]
    capture.mkdir(parents=True, exist_ok=True)
    accession = key.partition("-made-")[2] or "hostile"
    (capture / f"{accession}.txt").write_bytes(text.encode())
    sidecar = (
        f"accession: {accession}",
        f"file: {accession}.txt",
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}",
        f"bytes: {len(text.encode())}",
        "encoding: utf-8",
        f"release: {key}",
        "blocks:",
        *blocks,
    )
    (capture / f"{accession}.yml").write_text("\n".join(sidecar) + "\n", "utf-8")
    fields = {"kind": "article", "language": "en"} | head
    front = (f"{name}: {value}" for name, value in fields.items())
    written = ("---", f"id: {key}", *front, f"capture: {head['outlet']}/{accession}", "---")
    release = content / "releases" / key[:4] / f"{key}.md"
    release.parent.mkdir(parents=True, exist_ok=True)
    release.write_text("\n".join(written) + "\n" + "\n\n".join(lines) + "\n", "utf-8")


def _hostile(content: Path) -> None:
    """Add a release whose title and paragraphs try everything."""
    title = "\"</title><script>document.title='pwned'</script>\""
    _release(content, HOSTILE, LINES, title=title, outlet="naenara", published='"2024-01-01"')


def _sought(content: Path) -> None:
    """Add the releases that the tests of search look for."""
    made = yaml.safe_load((Path(__file__).parent / "search_releases.yml").read_text("utf-8"))
    for key, fields in made.items():
        lines = fields.pop("lines")
        _release(
            content,
            key,
            lines,
            **{name: json.dumps(text) for name, text in fields.items()}
            | {"outlet": fields["outlet"]},
        )


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site once; return its folder."""
    from generator import pipeline

    if why := _missing():
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(why)
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("browser")
    content = shutil.copytree(CONTENT, folder / "content")
    _hostile(content)
    _sought(content)
    return pipeline.build(content, folder / "build", lambda _: None)


@pytest.fixture(scope="session")
def site(made: Path) -> Iterator[str]:
    """Return the address at which the site is served."""
    with served(made) as address:
        yield address


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; give the address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@dataclass
class Reader:
    """A browser's window on the site, and all that went wrong in it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    """Errors of the console and of scripts, requests to other hosts."""

    def open(self, path: str) -> Page:
        """Go to a page of the site; a search has then said what it found."""
        from playwright.sync_api import expect

        self.page.goto(self.address + path)
        if path.startswith("/search/") and self.page.locator("#site-form").is_visible():
            expect(self.page.locator("#site-count")).not_to_be_empty()
        return self.page


@pytest.fixture(scope="session")
def chromium(site: str) -> Iterator[Browser]:  # noqa: ARG001 - says why there is none
    """A browser for all tests; `site` has made sure that there is one."""
    from playwright.sync_api import sync_playwright

    quiet = ("quic", "background-networking", "component-update", "sync")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program(),
            args=["--no-sandbox", "--disable-gpu", *(f"--disable-{each}" for each in quiet)],
        )
        yield browser
        browser.close()


@pytest.fixture
def reader(request: pytest.FixtureRequest, chromium: Browser, site: str) -> Iterator[Reader]:
    """A fresh window; its settings are the test's parameter. At the end nothing may have gone wrong."""
    yield from opened(chromium, site, getattr(request, "param", {}))


def opened(chromium: Browser, site: str, given: Mapping[str, Any]) -> Iterator[Reader]:
    """Give a window on a site, then close it and look whether anything went wrong."""
    settings = {"viewport": {"width": 1280, "height": 900}, **given}
    context = chromium.new_context(**settings)
    made = Reader(context.new_page(), site)
    made.page.on(
        "console", lambda said: made.faults.append(said.text) if said.type == "error" else None
    )
    made.page.on("pageerror", lambda error: made.faults.append(str(error)))
    made.page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((site, "data:")) else made.faults.append(asked.url)
        ),
    )
    yield made
    context.close()
    assert made.faults == []
