"""Citing and taking away, in a real browser: copies, the policy of the pages, the zip from a folder."""

from __future__ import annotations

import re
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import HOSTILE, Reader

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RELEASE = "/releases/2025-07-13-kcna-second-strategic-dialogue/"
KINDS = (
    "/", RELEASE, f"/releases/{HOSTILE}/", "/releases/", "/outlets/kcna/", "/people/choe-son-hui/",
    "/events/strategic-dialogue-2024-11-01/", "/series/dprk-russia-fm-strategic-dialogue/", "/data/",
    "/chronology/", "/search/?q=dialogue", "/method/", "/404.html",
)  # fmt: skip
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize("reader", [CLIPBOARD], indirect=True)
def test_a_citation_is_copied_with_the_day_of_reading(reader: Reader) -> None:
    """The reader's own day stands where the page could not know it; no bracket is left."""
    page = reader.open(RELEASE)
    page.get_by_role("button", name="Copy the Chicago citation").click()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("Korean Central News Agency. “Press Statement on Second")
    assert re.search(r"Accessed [A-Z][a-z]+ \d{1,2}, 20\d\d\. http\S+\.$", copied)
    assert re.search(r"version [0-9a-f]{12}\.", copied)
    assert page.get_by_role("status").inner_text() == "Chicago citation copied"


def test_a_citation_of_a_paragraph_leads_to_it(reader: Reader) -> None:
    """Who came for `#p3` cites `#p3`; an address with a paragraph that is gone cites the release."""
    page = reader.open(f"{RELEASE}#p3")

    assert f"{RELEASE}#p3" in page.locator(".cite-text").first.inner_text()
    page.evaluate("location.hash = 'p999'")
    page.wait_for_timeout(50)
    assert "#" not in page.locator(".cite-text").first.inner_text()


@pytest.mark.parametrize("reader", [CLIPBOARD], indirect=True)
def test_a_paragraph_has_buttons_for_its_address_and_citation(reader: Reader) -> None:
    """A click on its number brings them; they copy the place in this wording, in the style used last."""
    page = reader.open(RELEASE)
    page.get_by_role("button", name="Copy the MLA citation").click()
    page.locator("#p3 a.number").click()
    page.get_by_role("button", name="Copy citation (MLA)").click()
    citation = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy address").click()
    address = page.evaluate("navigator.clipboard.readText()")

    assert re.search(rf"{RELEASE}#p3-[0-9a-f]{{8}}\. Accessed", citation)
    assert re.fullmatch(rf"http://.+{RELEASE}#p3-[0-9a-f]{{8}}", address)
    assert page.locator("#p3 .copying").count() == page.locator(".copying").count() == 1


def test_a_reference_manager_saves_a_newspaper_article(reader: Reader) -> None:
    """By the rules seen in Zotero: its own type, the institution ending in a comma, the outlet, the day.

    Other `citation_` fields would make it an article of a journal.
    """
    told = reader.open(RELEASE).evaluate(
        "[...document.head.querySelectorAll('meta[name]')].map((one) => [one.name, one.content])"
    )
    fields = {name: content for name, content in told if re.match(r"z:|DC\.|prism|citation", name)}

    assert fields["z:itemType"] == "newspaperArticle"
    assert fields["DC.title"].startswith("Press Statement on Second Strategic Dialogue")
    assert fields["prism.publicationName"] == "KCNA"
    assert fields["prism.publicationDate"] == fields["DC.date"] == "2025-07-13"
    assert fields["citation_author"] == "Korean Central News Agency,"
    assert [name for name in fields if name.startswith("citation")] == ["citation_author"]


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_the_brackets_ask_for_the_day(reader: Reader) -> None:
    """The citation is whole but for what only the reader knows; no dead button is shown."""
    page = reader.open(RELEASE)

    assert page.locator(".cite-text").first.inner_text().count("[day you read it]") == 1
    assert page.locator(".cite-copy:visible").count() == 0


@pytest.mark.parametrize("path", KINDS)
def test_no_page_breaks_its_policy(reader: Reader, path: str) -> None:
    """Nothing inline runs and nothing foreign is asked for; the fixture counts what browsers report."""
    page = reader.open(path)

    policy = page.locator("meta[http-equiv]").first
    assert "default-src 'self'" in (policy.get_attribute("content") or "")
    assert (
        page.evaluate(
            "document.querySelectorAll('[style], [onclick], script:not([src]):not([type])').length"
        )
        == 0
    )


def test_files_to_take_away_are_served(reader: Reader) -> None:
    """Every file that the release and the data page offer is there, and none is empty."""
    for path in (RELEASE, "/data/", "/series/dprk-russia-fm-strategic-dialogue/"):
        page = reader.open(path)
        links = page.locator(".page-files a, .data-files a").all()
        assert len(links) >= 5
        for link in links:
            address = link.evaluate("link => link.href")
            with urllib.request.urlopen(address) as got:  # noqa: S310 - our own server
                assert got.read(1)


@pytest.fixture
def folder(reader: Reader, tmp_path: Path) -> Iterator[Page]:
    """Unpack the zip that the data page offers; give its home page, without any server.

    At the end no page may have complained, or asked for anything but the files of the folder.
    """
    page = reader.open("/data/")
    address = page.get_by_role("link", name="site.zip").evaluate("link => link.href")
    urllib.request.urlretrieve(address, tmp_path / "site.zip")  # noqa: S310 - our own server
    with zipfile.ZipFile(tmp_path / "site.zip") as kept:
        kept.extractall(tmp_path)
    asked: list[str] = []
    faults: list[str] = []
    alone = page.context.browser
    assert alone is not None
    page = alone.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((tmp_path / "communique" / "index.html").as_uri())
    yield page
    page.close()
    assert all(url.startswith(("file:", "data:")) for url in asked)
    assert faults == []


def test_the_zip_opens_from_a_folder(folder: Page) -> None:
    """Style, links and citations are there, and the lists lead to everything."""
    page = folder
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 251, 247)"
    for name in (
        "People",
        "Choe Son Hui",
        "Press Statement on Second Strategic Dialogue between DPRK",
    ):
        page.get_by_role("link", name=name).first.click()
    assert page.url.split("#")[0].endswith(f"{RELEASE}index.html")
    page.get_by_role("link", name="Search").first.click()
    page.get_by_role("link", name="Chronology").last.click()

    assert page.title() == "Chronology · Communiqué"


def test_a_folder_is_searched_for_words_phrases_and_names(folder: Page) -> None:
    """Any spelling of a name, an exact phrase, text that is only text; a hit leads to its paragraph."""
    page = folder
    page.get_by_role("link", name="Search").first.click()
    for query, told in (
        ("Цой Сон Хи", r"^[4-9] releases for “Цой Сон Хи”$"),
        ("<b>zzz", r"^No release for “<b>zzz”$"),
        ('"hostile forces"', r"^1 release for “.hostile forces.”$"),
    ):
        page.locator("#site-query").fill(query)
        page.keyboard.press("Enter")
        page.get_by_text(re.compile(told)).wait_for()
    assert page.locator("#site-results mark").first.inner_text() == "hostile forces"
    page.locator("#site-results ul a").first.click()

    assert page.url.endswith(f"{RELEASE}index.html#p8")
