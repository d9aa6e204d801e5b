"""What stands beside a link while it is pointed at, and what leads to the margin on a phone."""

from __future__ import annotations

import pytest

from tests.browser.conftest import HOSTILE, Reader

pytestmark = pytest.mark.browser

RELEASE = "/releases/2025-07-13-kcna-second-strategic-dialogue/"
PHONE = {"viewport": {"width": 320, "height": 640}}


def test_a_link_to_a_person_tells_who_it_is(reader: Reader) -> None:
    """Pointing shows name and office; the pointer may go over to it; Escape takes it away."""
    from playwright.sync_api import expect

    page = reader.open(RELEASE)
    link = page.locator(".part-text").get_by_role("link", name="Choe Son Hui")
    told = page.locator("#site-preview")
    link.hover()

    expect(told).to_contain_text("Foreign Minister")
    expect(told.locator("strong")).to_have_text("Choe Son Hui")
    expect(link).to_have_attribute("aria-describedby", "site-preview")
    told.hover()
    page.wait_for_timeout(400)
    expect(told).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_the_keyboard_has_the_same(reader: Reader) -> None:
    """The focus shows what pointing shows; the next link takes it away; it fits the window."""
    from playwright.sync_api import expect

    page = reader.open(RELEASE)
    page.locator("#p3 a.number").focus()
    page.keyboard.press("Tab")
    told = page.locator("#site-preview")

    expect(told).to_contain_text("Second strategic dialogue")
    box = told.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.locator("#p3 a.number").focus()
    expect(told).to_be_hidden()


def test_only_as_much_of_a_page_is_kept_as_its_head(reader: Reader) -> None:
    """Text of strangers in a heading is text in the preview; a page that is gone tells nothing."""
    page = reader.open(RELEASE)
    page.route(
        "**/people/choe-son-hui/",
        lambda route: route.fulfill(
            content_type="text/html",
            body='<meta property="og:title" content="<img src=x onerror=document.title=1>">'
            '<meta name="description" content="<b>x</b>"></head><script>document.title=2</script>',
        ),
    )
    page.locator(".part-text").get_by_role("link", name="Choe Son Hui").hover()
    told = page.locator("#site-preview")
    told.wait_for()

    assert told.locator("img, b, script").count() == 0
    assert told.inner_text().endswith("<b>x</b>")
    assert page.title().startswith("Press Statement")


@pytest.mark.parametrize("reader", [PHONE], indirect=True)
@pytest.mark.parametrize("path", [RELEASE, "/people/choe-son-hui/", f"/releases/{HOSTILE}/"])
def test_a_line_leads_to_what_stands_below_the_text(reader: Reader, path: str) -> None:
    """On a phone the margin is below; the line under the title says so, and each link lands."""
    page = reader.open(path)
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")

    assert links.count()
    for number in range(links.count()):
        links.nth(number).click()
        place = page.evaluate("location.hash")
        assert page.locator(place).bounding_box()["y"] < 640  # type: ignore[index]


@pytest.mark.parametrize("reader", [PHONE], indirect=True)
def test_a_phone_shows_the_timeline_whole(reader: Reader) -> None:
    """Another drawing takes the place of the wide one; a finger finds each of its marks."""
    page = reader.open("/")
    marks = page.locator(".timeline-mark:visible")

    assert marks.count() >= 5
    for number in range(marks.count()):
        box = marks.nth(number).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("reader", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_who_wants_no_motion(reader: Reader) -> None:
    """No element has a transition or an animation that takes time."""
    for path in ("/", RELEASE, "/search/?q=treaty"):
        moving = reader.open(path).evaluate(
            """[...document.querySelectorAll("*")].filter((each) => {
                const { transitionDuration, animationDuration } = getComputedStyle(each);
                return parseFloat(transitionDuration) > 0 || parseFloat(animationDuration) > 0;
            }).length"""
        )

        assert moving == 0
