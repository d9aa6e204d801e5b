"""Links that were made to another wording, or to another address, in a real browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from generator.changes import short_hash

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTENT = Path(__file__).parents[1] / "sites/one-release/content"
OLD = "The former words of the paragraph."

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address of a site whose one release was changed and renamed, and the release's file."""
    folder = tmp_path_factory.mktemp("corrected")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    path = next(content.joinpath("releases").rglob("*.md"))
    told = (
        f'changes:\n  - {{date: "2026-05-05", what: p1, from: {OLD}, why: A line was missed.}}\n'
        "formerly: [a-former-id]\n"
    )
    text = path.read_text("utf-8").replace("\n---\n", f"\n{told}---\n", 1)
    path.write_text(text, "utf-8")
    site = pipeline.build(content, folder / "build", lambda _: None)
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", path
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that tells nothing of what it serves."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Yield an empty page."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def first(path: Path) -> str:
    """Return the first paragraph of the release."""
    return path.read_text("utf-8").split("\n---\n", 1)[1].split("\n", 1)[0]


def test_a_link_to_a_former_wording_says_so_and_shows_both(
    page: Page, corrected: tuple[str, Path]
) -> None:
    """It lands on the former words; the present ones stand beside them."""
    site, path = corrected
    page.goto(f"{site}/releases/{path.stem}/#p1-{short_hash(OLD)}")

    assert "made to this wording" in page.locator(".cited-note").inner_text()
    changes = page.locator(".part-changes").inner_text()
    assert OLD in changes
    assert first(path)[:60] in changes
    assert page.locator(":target").inner_text().endswith(OLD)


def test_a_link_to_the_present_wording_says_nothing(
    page: Page, corrected: tuple[str, Path]
) -> None:
    """The number beside a paragraph is such a link."""
    site, path = corrected
    page.goto(f"{site}/releases/{path.stem}/")
    link = page.locator("#p1 a.number").get_attribute("href")

    assert link == f"#p1-{short_hash(first(path))}"
    page.goto(f"{site}/releases/{path.stem}/{link}")
    assert page.locator(".cited-note").count() == 0
    assert page.locator(":target").count() == 1


def test_a_link_whose_words_are_elsewhere_or_nowhere_is_told(
    page: Page, corrected: tuple[str, Path]
) -> None:
    """The same words under another number; other words under this number; no such number."""
    site, path = corrected
    here = f"{site}/releases/{path.stem}/"
    for fragment, said in (
        (f"#p99-{short_hash(first(path))}", "when this was paragraph 99"),
        ("#p1-00000000", "another wording, which this page does not hold"),
        ("#p99-00000000", "a paragraph that this page does not hold"),
    ):
        page.goto("about:blank")
        page.goto(here + fragment)
        assert said in page.locator(".cited-note").inner_text()


def test_a_former_address_leads_on_with_its_fragment(
    page: Page, corrected: tuple[str, Path]
) -> None:
    """To the same paragraph of the record where it is now."""
    site, path = corrected
    page.goto(f"{site}/releases/a-former-id/#p1")
    page.wait_for_url(f"{site}/releases/{path.stem}/#p1")

    assert page.locator(":target").get_attribute("id") == "p1"


def test_without_a_script_both_wordings_are_still_there(
    chromium: Browser, corrected: tuple[str, Path]
) -> None:
    """The former address has a link; a link to a former wording lands on it."""
    site, path = corrected
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/releases/{path.stem}/#p1-{short_hash(OLD)}")
    landed = page.locator(f"#p1-{short_hash(OLD)}").inner_text()
    page.goto(f"{site}/releases/a-former-id/")
    page.locator(".part-body a").click()

    assert OLD in landed
    assert page.url == f"{site}/releases/{path.stem}/"
    context.close()
