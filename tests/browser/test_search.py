"""The search, by keyboard, by facets and by its address; what it says of what it did."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.browser.conftest import HOSTILE, Reader

pytestmark = pytest.mark.browser

NARROW = {"viewport": {"width": 320, "height": 640}}


def said(reader: Reader) -> str:
    """Return what the search says it found."""
    return reader.page.locator("#site-count").inner_text()


def told(reader: Reader) -> str:
    """Return what the search says it took the query for."""
    return reader.page.locator("#site-matched").inner_text()


def links(reader: Reader) -> list[str]:
    """Return where the results lead."""
    reader.page.locator("#site-results > li").first.wait_for()
    return [
        each.get_attribute("href") or "" for each in reader.page.locator("#site-results h2 a").all()
    ]


def test_search_finds_by_keyboard_and_lands_on_the_paragraph(reader: Reader) -> None:
    """`/` leads to the field; typing finds; an arrow and Enter lead to the paragraph, its words marked."""
    page = reader.open("/people/choe-son-hui/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.get_by_text(re.compile(r"^\d+ releases$")).wait_for()
    assert page.evaluate("document.activeElement.id") == "site-query"
    page.keyboard.type("Yaroslavl Railway unveiling")
    page.get_by_text("1 release for “Yaroslavl Railway unveiling”").wait_for()
    page.locator("#site-results > li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/releases/**")

    assert urlsplit(page.url).fragment == "p2"
    assert page.evaluate("CSS.highlights.get('found').size") >= 2
    assert page.evaluate("document.querySelector('#p2').getBoundingClientRect().top") < 600


@pytest.mark.parametrize("form", ["Choi Sun Hee", "최선희", "Цой Сон Хи", "崔善姬", "choe sonhui"])
def test_any_spelling_finds_the_same_and_says_so(reader: Reader, form: str) -> None:
    """Forms of one name give the same releases; a reader hears as whom the form was taken."""
    reader.open("/search/?q=Choe+Son+Hui")
    expected = sorted(urlsplit(each).path for each in links(reader))
    reader.open(f"/search/?q={quote(form)}")

    assert sorted(urlsplit(each).path for each in links(reader)) == expected
    assert f"“{form}” matched as Choe Son Hui" in told(reader)
    assert reader.page.locator("[role=status] #site-matched").count() == 1
    assert {"Choe Son Hui", "Choe Son-hui", "Цой Сон Хи"} <= set(
        reader.page.locator("#site-results mark").all_inner_texts()
    )


def test_a_name_can_be_searched_for_only_as_typed(reader: Reader) -> None:
    """The way back from a name to its letters is one link."""
    page = reader.open(f"/search/?q={quote('Сергей Лавров')}")
    page.get_by_role("link", name="only as typed").click()
    page.get_by_text('for “"Сергей Лавров"”').wait_for()

    assert parse_qs(urlsplit(page.url).query)["q"] == ['"Сергей Лавров"']
    assert told(reader) == ""
    assert len(links(reader)) == 1


def test_the_page_marks_a_name_that_a_link_cuts_in_two(reader: Reader) -> None:
    """Marks run over the borders of links, and stand nowhere but in the text."""
    page = reader.open(
        "/releases/2024-11-02-voice-of-korea-strategic-dialogue/?found=between+Choe+Son+Hui#p1"
    )

    marked = (
        "[...CSS.highlights.get('found')].map((range) => range.toString().replace(/\\s+/g, ' '))"
    )
    assert page.evaluate(marked) == ["between Choe Son Hui"]


@pytest.mark.parametrize(
    "found", ["<img src=x onerror=alert(1)>", "((((", "a" * 10_000, "\\", "%", "🙂"]
)
def test_what_is_to_be_marked_is_only_searched_for(reader: Reader, found: str) -> None:
    """Nothing of the address is written into the page."""
    page = reader.open(
        f"/releases/2024-11-02-voice-of-korea-strategic-dialogue/?found={quote(found)}"
    )

    assert page.locator("img[src=x]").count() == 0
    assert page.locator("#p1").is_visible()


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
    assert page.locator("label", has_text="KCNA").locator(".count").inner_text() == "1"
    page.go_back()
    page.get_by_text(before, exact=True).wait_for()


def test_a_facet_of_names_is_asked_for_when_it_is_opened(reader: Reader) -> None:
    """People, places and events cost nothing before; each choice narrows further."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open("/search/?q=treaty")
    page.locator('[data-facet="year"] label').first.wait_for()
    assert not [each for each in asked if "facet-person" in each]

    page.locator('[data-facet="person"] summary').click()
    page.get_by_role("checkbox", name="Choe Son Hui").check()
    page.get_by_text(re.compile("naming Choe Son Hui")).wait_for()
    page.get_by_role("checkbox", name="Vladimir Putin").check()
    page.get_by_text(re.compile("naming Choe Son Hui and Vladimir Putin")).wait_for()

    assert [each for each in asked if "facet-person" in each]
    assert parse_qs(urlsplit(page.url).query)["person"] == ["Choe Son Hui", "Vladimir Putin"]
    page.get_by_role("button", name="Take away person Choe Son Hui").click()
    page.get_by_text(re.compile("naming Vladimir Putin$")).wait_for()


def test_level_and_lag_narrow(reader: Reader) -> None:
    """At which level a release speaks, and how long after the event, are facets like the others."""
    page = reader.open("/search/?level=Level+6")
    everything = page.locator('[data-facet="level"] label', has_text="Level 6").locator(".count")

    everything.wait_for()
    assert said(reader).startswith(f"{everything.inner_text()} release")
    lag = page.locator('[data-facet="lag"] input').first
    lag.check()
    page.get_by_text(re.compile("in Level 6,? ")).first.wait_for()
    assert parse_qs(urlsplit(page.url).query)["level"] == ["Level 6"]
    assert "lag" in parse_qs(urlsplit(page.url).query)


def test_a_long_facet_has_a_field_of_its_own(reader: Reader) -> None:
    """Of many places the first are shown; the others are found by name, in any spelling of it."""
    page = reader.open("/search/?q=treaty")
    page.locator('[data-facet="place"] summary').click()
    page.get_by_role("searchbox", name="Find a place in this list").fill("YARO-slavl")

    assert page.locator('[data-facet="place"] label').count() == 1
    assert "Yaroslavl" in page.locator('[data-facet="place"] label').inner_text()


def test_an_address_is_a_search(reader: Reader) -> None:
    """Query, facets and order come from the address."""
    page = reader.open("/search/?outlet=KCNA&outlet=Naenara&sort=oldest")

    assert said(reader) == "5 releases, in KCNA or Naenara"
    page.get_by_role("checkbox", name="Naenara").wait_for()
    assert page.get_by_role("checkbox", name="Naenara").is_checked()
    days = page.locator("#site-results > li .by").all_inner_texts()
    assert "1 January 2024" in days[0]
    assert "13 July 2025" in days[-1]


def test_undated_releases_come_last(reader: Reader) -> None:
    """Whichever way the days run."""
    for order in ("newest", "oldest"):
        reader.open(f"/search/?sort={order}")
        assert "made-undated" in links(reader)[-1]


def test_a_person_in_the_address_may_be_spelled_in_any_way(reader: Reader) -> None:
    """A facet's value in another script is the record's own."""
    page = reader.open(f"/search/?person={quote('최선희')}")

    assert said(reader).endswith("naming Choe Son Hui")
    page.get_by_role("checkbox", name="Choe Son Hui").wait_for()
    assert page.get_by_role("checkbox", name="Choe Son Hui").is_checked()


def test_nothing_found_says_what_was_tried_and_what_is_near(reader: Reader) -> None:
    """Each part with its own count, the nearest names, the way without the choices."""
    page = reader.open("/search/?q=treaty+Xyqqqa+Lavrof%20%22qqq%22")
    tried = page.locator("#site-none").inner_text()

    assert said(reader).startswith("No release for")
    assert "treaty: 3 releases" in tried
    assert "Xyqqqa: in no release" in tried
    assert "Sergei Lavrov" in tried
    page.locator("#site-none").get_by_role("link", name="Sergei Lavrov").click()
    page.get_by_text(re.compile(r"\d releases for “Sergei Lavrov”")).wait_for()

    page = reader.open("/search/?q=tablet&outlet=KCNA")
    page.get_by_role("link", name="1 release").click()
    page.get_by_text("1 release for “tablet”", exact=True).wait_for()


def test_a_misspelling_is_put_right_and_told(reader: Reader) -> None:
    """What no text has is searched for as what is nearest, and the reader is told."""
    reader.open("/search/?q=unvieling+tablet")

    assert "2024-11-02" in links(reader)[0]
    assert (
        told(reader)
        == "“unvieling” is in no text; searched for “unveiling”, the nearest word that is"
    )


@pytest.mark.parametrize(
    "query",
    [
        "<script>document.title=1</script>", "<img src=x onerror=document.title=1>", '"unclosed', '""', '"', "🙂", "%00",
        "\u202eabc\u202c", "שלום עולם", "a" * 10_000, "word " * 2_000, '"a" ' * 500, "' OR 1=1 --", "{{7*7}}", "\\", "-", "()[]*+?",
        "__proto__", "constructor", "toString 2024-99-99", "qx qz", "\ud83d",
    ],
)  # fmt: skip
def test_an_odd_query_is_only_a_query(reader: Reader, query: str) -> None:
    """Whatever is asked, typed or in an address, the page answers in words and runs nothing."""
    page = reader.open("/search/")
    page.evaluate("(query) => { document.getElementById('site-query').value = query }", query)
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_timeout(300)
    page.reload()
    page.get_by_text(re.compile("^(No|[0-9]+) release")).first.wait_for()

    assert page.title() == "Search · Communiqué"
    assert page.locator("#site-search :is(script, img)").count() == 0


@pytest.mark.parametrize("reader", [NARROW], indirect=True)
@pytest.mark.parametrize(
    "path",
    ["?q=made", f"?q={'W' * 300}", f"?person={'W' * 300}", "?q=naive+cafe", "?q=xyzzy+qqqqq"],
)
def test_the_search_fits_a_narrow_screen(reader: Reader, path: str) -> None:
    """Long queries, titles without a space and choices wrap."""
    page = reader.open(f"/search/{path}")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    page.wait_for_timeout(200)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_unknown_facet_in_the_address_is_shown_and_can_be_taken_away(reader: Reader) -> None:
    """A choice that the archive does not know finds nothing, and stands there to be unchecked."""
    page = reader.open("/search/?outlet=Nobody&colour=red&sort=sideways")
    assert said(reader).startswith("No release, in Nobody.")

    page.get_by_role("checkbox", name="Nobody").uncheck()
    page.locator("#site-results > li").first.wait_for()

    assert "outlet" not in parse_qs(urlsplit(page.url).query)


def test_hostile_text_in_results_is_text(reader: Reader) -> None:
    """Titles and passages of strangers make no element among the results."""
    page = reader.open("/search/?q=pwned")

    assert HOSTILE in links(reader)[0]
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


def test_an_archive_without_releases_says_so(reader: Reader) -> None:
    """An empty index is no failure."""
    page = reader.page
    page.route(
        re.compile("/search/shards.pack"),
        lambda route: route.fulfill(
            body='{"version": "1.5.2", "undated": 0, "shards": []}', content_type="application/json"
        ),
    )
    reader.open("/search/?q=treaty")

    assert said(reader) == "The archive holds no release yet."


def test_without_its_tables_the_search_still_finds_words(reader: Reader) -> None:
    """Names are then only words; facets stay away; nothing breaks."""
    reader.page.route(re.compile(r"/search/(names|words|records)"), lambda route: route.abort())
    reader.open("/search/?q=tablet")

    assert "2024-11-02" in links(reader)[0]
    reader.faults.clear()


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_the_search_page_offers_the_lists(reader: Reader) -> None:
    """No form that does nothing, but ways to everything that is held."""
    page = reader.open("/search/?q=treaty")

    assert page.get_by_text("The search needs JavaScript").is_visible()
    assert page.get_by_role("link", name="Chronology").count() >= 1
    assert not page.locator("#site-query").is_visible()


def test_a_first_result_costs_little(reader: Reader) -> None:
    """What the search asks for, its scripts included, is within 200 kB on a plain server."""
    sizes: dict[str, int] = {}
    reader.page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    reader.open("/search/?q=Choi+Sun+Hee+treaty")
    links(reader)
    reader.page.wait_for_timeout(300)
    ours = {
        url: size
        for url, size in sizes.items()
        if any(part in url for part in ("/assets/search/", "/pagefind/", ".pack"))
    }

    print(
        f"search: {sum(ours.values()):,} bytes, {len(ours)} answers; {sum(sizes.values()):,} in all"
    )
    assert sum(ours.values()) < 200_000
    assert not [url for url in ours if "facet-" in url or "mended" in url or "nothing" in url]
