"""The site as a reader has it: widths, light and dark, anchors, without scripts, under attack."""

from __future__ import annotations

import pytest

from tests.browser.conftest import HOSTILE, LINES, Reader

pytestmark = pytest.mark.browser

RELEASE = "/releases/2024-11-02-voice-of-korea-strategic-dialogue/"
PAGES = (
    "/", RELEASE, f"/releases/{HOSTILE}/", "/releases/", "/outlets/", "/outlets/kcna-watch/", "/people/",
    "/people/choe-son-hui/", "/events/strategic-dialogue-2024-11-01/", "/series/dprk-russia-fm-strategic-dialogue/",
    "/instruments/treaty-comprehensive-strategic-partnership-2024/", "/places/dprk/", "/chronology/",
    "/search/?q=dialogue", "/data/", "/method/", "/about/", "/404.html",
)  # fmt: skip
NARROW = {"viewport": {"width": 320, "height": 640}}


@pytest.mark.parametrize("reader", [NARROW], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_narrow_screen(reader: Reader, path: str) -> None:
    """At 320 pixels nothing is wider than the screen, with every fold open."""
    page = reader.open(path)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("reader", [{"color_scheme": "light"}], indirect=True)
def test_dark_is_remembered(reader: Reader) -> None:
    """Who chooses dark once finds every page dark, also after a reload."""
    page = reader.open("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Switch to dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page = reader.open(RELEASE)

    assert light != dark
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert page.get_by_role("button", name="Switch to light").is_visible()


@pytest.mark.parametrize("reader", [{"color_scheme": "dark"}], indirect=True)
def test_the_system_decides_until_the_reader_does(reader: Reader) -> None:
    """Without a choice the page is as dark as the system."""
    page = reader.open("/")

    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(24, 23, 19)"


def test_an_anchor_lands_on_its_paragraph(reader: Reader) -> None:
    """`#p7` brings the seventh paragraph to the top and marks it; its number leads to it."""
    from playwright.sync_api import expect

    page = reader.open(f"{RELEASE}#p7")
    paragraph = page.locator("#p7")

    expect(paragraph).to_be_in_viewport()
    box = paragraph.bounding_box()
    assert box is not None
    assert box["y"] < 450
    assert page.evaluate("document.querySelector(':target').id") == "p7"
    assert paragraph.locator("a.number").inner_text() == "7"


@pytest.mark.parametrize(
    "reader", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True
)
def test_a_number_copies_the_address_of_its_paragraph(reader: Reader) -> None:
    """A click on the number copies the address and says so."""
    page = reader.open(RELEASE)
    page.locator("#p3 a.number").click()
    page.get_by_text("Address of paragraph 3 copied").wait_for()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{reader.address}{RELEASE}#p3")


def test_links_in_the_text_can_be_switched_off(reader: Reader) -> None:
    """The text is then free of marks, on the next page too."""
    page = reader.open(RELEASE)
    line = (
        "getComputedStyle(document.querySelector('.part-text p a:not(.number)')).textDecorationLine"
    )
    assert page.evaluate(line) == "underline"
    page.get_by_role("button", name="Hide links in the text").click()
    page = reader.open("/releases/2025-07-13-kcna-second-strategic-dialogue/")

    assert page.evaluate(line) == "none"


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_reads_without_scripts(reader: Reader, path: str) -> None:
    """Text, links and folds are there; nothing that needs a script pretends to work."""
    page = reader.open(path)

    assert page.locator("h1").first.inner_text()
    assert page.locator("main a").count() > 0 or path == f"/releases/{HOSTILE}/"
    assert not page.locator("#site-scheme").is_visible()
    assert not page.locator("#site-form").is_visible() if "search" in path else True


def test_every_page_is_quiet(reader: Reader) -> None:
    """No page logs an error, breaks its own policy or asks another host (see `reader`)."""
    for path in PAGES:
        page = reader.open(path)
        page.wait_for_load_state("networkidle")
        assert page.title()


def test_hostile_text_runs_nothing_and_is_shown_to_the_letter(reader: Reader) -> None:
    """A release of attacks is a page of text: same title, no element, no id that it asked for."""
    page = reader.open(f"/releases/{HOSTILE}/")

    assert page.title() == "</title><script>document.title='pwned'</script> · Communiqué"
    for number, line in enumerate(LINES, start=1):
        shown = line
        for unseen in "\u202e\u202c\u200b":
            shown = shown.replace(unseen, f"[U+{ord(unseen):04X}]")
        assert page.locator(f"#p{number}").inner_text().removeprefix(str(number)).strip() == shown
    assert (
        page.locator(
            "article :is(script, img, svg, iframe, textarea, style, base, meta, link, form)"
        ).count()
        == 0
    )
    assert page.locator("#__config").count() == 0


def test_the_print_is_an_edition(reader: Reader) -> None:
    """On paper: address, citation and paragraph numbers, but no header and no buttons."""
    page = reader.open(RELEASE)
    page.emulate_media(media="print")

    assert page.locator(".site-address").is_visible()
    assert page.get_by_text("Voice of Korea. “Press release on strategic dialogue").is_visible()
    assert page.locator("#p1 a.number").is_visible()
    assert not page.locator(".site-header").is_visible()
    assert not page.get_by_role("button", name="Hide links in the text").is_visible()


def test_the_page_can_be_walked_by_keyboard(reader: Reader) -> None:
    """The first key leads past the header; the next stop is in the text."""
    page = reader.open(RELEASE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")
