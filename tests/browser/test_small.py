"""Archives with no release, with one, and with releases that lack what others have, in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import pipeline
from tests import small
from tests.browser.conftest import Reader, _release, opened, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LONG, BARE = "2024-03-03-made-long", "2024-04-04-made-bare"
TITLE = "Unbroken" * 37 + "Word"
NARROW = {"viewport": {"width": 320, "height": 640}}
WAYS = (
    "/", "/releases/", "/chronology/", "/coverage/", "/people/", "/outlets/", "/concordance/",
    "/search/", "/data/", "/corrections/",
)  # fmt: skip


def emptied(content: Path) -> None:
    """Take the one release away, with what rests on it."""
    shutil.rmtree(content / "releases")
    shutil.rmtree(content / "captures")
    shutil.rmtree(content / "authorities")
    (content / "pages/index.md").unlink()


def odd(content: Path) -> None:
    """Add a title of 300 characters without a space, and a release without title and date."""
    _release(content, LONG, ["Long words."], title=TITLE, outlet="herald", kind="statement")
    _release(content, BARE, ["Words."], outlet="herald", kind="statement")


@pytest.fixture(scope="module", params=[emptied, odd], ids=["none", "odd"])
def small_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """Build the small archive after a change of its content; give the address and the folder."""
    folder = tmp_path_factory.mktemp("small")
    request.param(small.content(folder))
    site = pipeline.build(folder / "content", folder / "build", lambda _: None)
    with served(site) as address:
        yield address, site


@pytest.fixture
def window(
    request: pytest.FixtureRequest, chromium: Browser, small_site: tuple[str, Path]
) -> Iterator[Reader]:
    """A window on the small site; nothing may go wrong in it."""
    yield from opened(chromium, small_site[0], getattr(request, "param", {}))


@pytest.mark.parametrize("small_site", [emptied], indirect=True)
def test_an_archive_without_a_release_reads_well(window: Reader) -> None:
    """Every way in is there and says what is not; the search says so too."""
    from playwright.sync_api import expect

    for path in WAYS:
        page = window.open(path)
        expect(page.locator("h1")).to_be_visible()
    expect(window.open("/").get_by_text("No release is held yet")).to_be_visible()
    window.page.goto(f"{window.address}/search/?q=treaty")
    expect(window.page.locator("#site-count")).to_have_text(
        "The archive holds no release yet.", timeout=30_000
    )


@pytest.mark.parametrize("window", [NARROW], indirect=True)
@pytest.mark.parametrize("small_site", [odd], indirect=True)
def test_releases_that_lack_everything_or_have_too_much_fit(window: Reader) -> None:
    """Neither a title of 300 letters nor one that is missing breaks a page of a narrow screen."""
    for path in (*WAYS, f"/releases/{LONG}/", f"/releases/{BARE}/", "/search/?q=unbroken"):
        page = window.open(path)

        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert "undated" in window.open(f"/releases/{BARE}/").locator(".part-byline").inner_text()
    assert page.locator("#p999").count() == 0


@pytest.mark.parametrize("small_site", [odd], indirect=True)
def test_without_the_search_index_the_lists_are_left(
    window: Reader, small_site: tuple[str, Path]
) -> None:
    """A site whose index was not copied along says so, and leads to everything."""
    from playwright.sync_api import expect

    for name in ("pagefind", "search"):
        for path in (small_site[1] / name).iterdir():
            if path.name != "index.html":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    page = window.page
    page.goto(f"{window.address}/search/?q=words")
    expect(page.locator("#site-count")).to_have_text(
        "The search index could not be read. The lists below lead to everything.", timeout=30_000
    )
    page.get_by_role("link", name="Chronology").last.click()
    expect(page.get_by_role("heading", name="Chronology", level=1)).to_be_visible()
    window.faults.clear()
