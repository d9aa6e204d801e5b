"""Comparisons, series and the concordance, as a reader meets them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
NARROW, DARK = {"viewport": {"width": 320, "height": 700}}, {"color_scheme": "dark"}
JULY = "/releases/2025-07-13-kcna-second-strategic-dialogue/"
COMPARED = "/compare/2024-11-02-voice-of-korea-strategic-dialogue/2025-07-13-kcna-second-strategic-dialogue/"
SERIES = "/series/dprk-russia-fm-strategic-dialogue/"


@pytest.mark.parametrize("reader", [NARROW, NARROW | DARK, {}], indirect=True)
@pytest.mark.parametrize("path", [JULY, COMPARED, SERIES, "/concordance/?q=strategic*", "/levels/"])
def test_no_page_is_wider_than_the_screen(reader: Reader, path: str) -> None:
    """320 pixels suffice."""
    page = reader.open(path)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_what_changed_is_reached_in_two_steps(reader: Reader) -> None:
    """From the release to its comparison, and to the sentence that shows it."""
    page = reader.open(JULY)
    assert "invincible alliance" in page.locator(".part-wording").inner_text()
    page.locator(".part-margin a", has_text="2 November 2024, Voice of Korea").click()

    assert page.locator("ins").count() > 0
    assert page.locator("del").count() > 0
    page.locator(".part-findings dd", has_text="United States").first.get_by_role(
        "link", name="¶ 6"
    ).click()
    assert page.url.endswith("#p6")


def lines(page: Any) -> list[str]:
    """Return the lines of the concordance, without their sources."""
    from playwright.sync_api import expect

    expect(page.locator("#site-kwic-count")).to_contain_text("among")
    return list(page.locator(".kwic p").all_inner_texts())


def test_a_phrase_with_a_wildcard_is_found_and_leads_to_its_paragraph(reader: Reader) -> None:
    """The address is the query; each line ends in a link to the paragraph."""
    page = reader.open("/concordance/?q=strategic+communicat*")
    found = lines(page)

    assert len(found) == 4
    page.locator(".kwic a").first.click()
    assert page.url.endswith("#p7")


def test_a_star_alone_is_any_word(reader: Reader) -> None:
    """Between two words of a phrase; before and after the phrase it says nothing."""
    page = reader.open("/concordance/?q=expressed+*+support+*")
    lines(page)

    assert set(page.locator(".kwic mark").all_inner_texts()) == {"expressed full support"}


def test_a_line_by_what_follows_is_shown_once(reader: Reader) -> None:
    """Sorted lines are those found, each once, in order."""
    found = lines(reader.open("/concordance/?q=the&sort=right"))
    page = reader.page
    while page.locator("#site-kwic-more").is_visible():
        page.locator("#site-kwic-more").click()
        page.wait_for_timeout(50)
    every = page.locator(".kwic li").evaluate_all("(all) => all.map((one) => one.textContent)")

    assert len(found) == 50
    assert len(every) == len(set(every)) > 50


def test_left_key_and_right_are_the_text(reader: Reader) -> None:
    """Taken apart at each hit, a text is still the text."""
    page = reader.open("/concordance/?q=strategic")
    lines(page)
    parts = page.evaluate(
        """async () => {
          const { spans, parse } = await import("/assets/concordance.js");
          const chunk = await (await fetch("/concordance/texts-0.json")).json();
          return chunk.blocks.flatMap(([, , , text]) =>
            spans(text, parse("the"), 0).map(([start, end]) => [text, text.slice(0, start) + text.slice(start, end) + text.slice(end), text.slice(start, end)]));
        }"""
    )

    assert len(parts) > 20
    assert all(text == joined and word.lower() == "the" for text, joined, word in parts)


def test_both_sides_fold_words_alike(reader: Reader) -> None:
    """The script's words are those of the data files."""
    from generator.exports.concordance import words

    texts = [
        "Élysée, Choe Son-hui’s “will”",
        "최선희 외무상",
        "Чхве Сон Хи, ёж",
        "naïve e\u0301tat 2026–2027",
        "عربى",
    ]
    page = reader.open("/concordance/")
    made = page.evaluate(
        "async (texts) => { const { words } = await import('/assets/concordance.js'); return texts.map(words); }",
        texts,
    )

    assert made == [words(text) for text in texts]


def test_a_name_is_found_in_all_its_spellings(reader: Reader) -> None:
    """What one outlet prints with a hyphen, others print without, and Russia otherwise."""
    page = reader.open("/concordance/?q=Sergey+Lavrov")
    found = lines(page)

    assert any("Sergei Lavrov" in line for line in found)
    assert "counted as one" in page.locator("#site-kwic-count").inner_text()


def test_words_near_each_other_and_orders(reader: Reader) -> None:
    """Within n words in either order; sorted by what follows."""
    page = reader.open("/concordance/?q=support+full&near=3&sort=right")
    found = lines(page)

    assert len(found) == 3
    assert page.locator("#site-kwic-near").input_value() == "3"


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "***", "a".center(400, "*"), "((((", "\u202e"]
)
def test_a_hostile_query_is_only_words(reader: Reader, query: str) -> None:
    """Nothing runs and nothing hangs."""
    from urllib.parse import quote

    from playwright.sync_api import expect

    page = reader.open(f"/concordance/?q={quote(query)}&near=x&sort=y")
    expect(page.locator("#site-kwic-count")).not_to_have_text("Looking …")

    assert page.locator(".kwic img").count() == 0
    assert "pwned" not in page.title()
