"""Known items: what readers type for a release that they know is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

TABLE = Path(__file__).parent / "search_queries.yml"
FLOOR = 0.95


def missed(reader: Reader, case: dict[str, Any]) -> str | None:
    """Ask one query of the table; return what came instead of what was wanted, or None."""
    from playwright.sync_api import expect

    page = reader.open(f"/search/?q={quote(case['q'])}")
    expect(page.locator("#site-facets .facet-values").first).to_be_attached()
    links = [each.get_attribute("href") or "" for each in page.locator("#site-results h2 a").all()]
    wanted = case.get("first") or case["among"]
    places = links[: 1 if "first" in case else 3]
    found = next((each for each in places if f"/releases/{wanted}" in each), None)
    if found is None or ("to" in case and urlsplit(found).fragment != case["to"]):
        return f"{case['q']}: wanted {wanted} {case.get('to', '')}, came {places or said(reader)}"
    return None


def said(reader: Reader) -> str:
    """Return all that the search says when it finds nothing."""
    return reader.page.locator("#site-none").inner_text().replace("\n", " ")


def test_known_items_are_found(reader: Reader) -> None:
    """Of at least 40 queries 95 in 100 give the release first, or among the first three."""
    cases = yaml.safe_load(TABLE.read_text("utf-8"))
    misses = [miss for case in cases if (miss := missed(reader, case))]

    print(f"search: {len(cases) - len(misses)} of {len(cases)} known items", *misses, sep="\n")
    assert len(cases) >= 40
    assert len(misses) <= (1 - FLOOR) * len(cases), "\n".join(misses)
