"""The search, by keyboard, by facets and by its address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import HOSTILE, Reader

pytestmark = pytest.mark.browser


def said(reader: Reader) -> str:
    """Return what the search says it found."""
    return reader.page.locator("#site-count").inner_text()


def test_search_finds_by_keyboard_and_lands_on_the_paragraph(reader: Reader) -> None:
    """`/` leads to the field; typing finds; Tab and Enter lead to the paragraph, its words marked."""
    page = reader.open("/people/choe-son-hui/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.get_by_text("6 releases").wait_for()
    assert page.evaluate("document.activeElement.id") == "site-query"
    page.keyboard.type("Yaroslavl Railway")
    page.get_by_text("1 release for “Yaroslavl Railway”").wait_for()
    page.locator("#site-results > li").first.wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "¶ 2":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/releases/**")

    assert urlsplit(page.url).fragment == "p2"
    assert page.evaluate("CSS.highlights.get('found').size") >= 2


def test_a_facet_narrows_and_stands_in_the_address(reader: Reader) -> None:
    """Choosing an outlet with the space key narrows, counts go on, Back takes it away."""
    page = reader.open("/search/?q=strategic+dialogue")
    before = said(reader)
    box = page.get_by_role("checkbox", name="Voice of Korea")
    box.focus()
    page.keyboard.press("Space")
    page.get_by_text("1 release for “strategic dialogue”, in Voice of Korea").wait_for()

    assert parse_qs(urlsplit(page.url).query) == {
        "q": ["strategic dialogue"],
        "outlet": ["Voice of Korea"],
    }
    assert page.evaluate("document.activeElement.value") == "Voice of Korea"
    assert page.locator("label", has_text="KCNA").locator("span").inner_text() == "1"
    page.go_back()
    page.get_by_text(before, exact=True).wait_for()


def test_an_address_is_a_search(reader: Reader) -> None:
    """Query, facets and order come from the address."""
    page = reader.open("/search/?outlet=KCNA&outlet=Naenara&sort=oldest")

    assert said(reader) == "3 releases, in KCNA or Naenara"
    assert page.get_by_role("checkbox", name="Naenara").is_checked()
    first = page.locator("#site-results > li .by").first
    assert first.inner_text().startswith("Naenara")


@pytest.mark.parametrize(
    "query",
    [
        "<script>document.title=1</script>",
        '"unclosed',
        "🙂",
        "%00",
        "\u202eabc",
        "a" * 10_000,
        "최선희",
        "' OR 1=1 --",
        "{{7*7}}",
    ],
)
def test_an_odd_query_is_only_a_query(reader: Reader, query: str) -> None:
    """Whatever is asked, the page answers in words and runs nothing."""
    page = reader.open("/search/")
    page.fill("#site-query", query)
    page.wait_for_timeout(400)

    assert "release" in said(reader).lower()
    assert page.title() == "Search · Communiqué"


def test_an_unknown_facet_in_the_address_is_shown_and_can_be_taken_away(reader: Reader) -> None:
    """A choice that the archive does not know finds nothing, and stands there to be unchecked."""
    page = reader.open("/search/?outlet=Nobody")
    assert said(reader).startswith("No release, in Nobody.")

    page.get_by_role("checkbox", name="Nobody").uncheck()
    page.locator("#site-results > li").first.wait_for()

    assert "outlet" not in parse_qs(urlsplit(page.url).query)


def test_hostile_text_in_results_is_text(reader: Reader) -> None:
    """Titles and passages of strangers make no element among the results."""
    page = reader.open("/search/?q=pwned")
    page.locator("#site-results > li").first.wait_for()

    assert HOSTILE in (page.locator("#site-results h2 a").first.get_attribute("href") or "")
    assert (
        page.locator("#site-results :is(script, img, svg, iframe, details, textarea)").count() == 0
    )
    assert page.title() == "Search · Communiqué"


def test_without_its_index_the_search_says_so(reader: Reader) -> None:
    """When the index cannot be read, the page says it and offers the lists."""
    reader.page.route("**/pagefind/**", lambda route: route.abort())
    page = reader.open("/search/?q=treaty")

    assert said(reader) == "The search index could not be read. The lists below lead to everything."
    assert page.get_by_role("link", name="Chronology").count() >= 1
    reader.faults.clear()
