"""Facet files are made from the index's own pages."""

from __future__ import annotations

import gzip
import json

import pytest

from generator.site import facets


def index(**pages: tuple[str, dict[str, list[str]]]) -> dict[str, bytes]:
    """Return an index of pages: id → (date, filters)."""
    return {
        f"fragment/{key}.pf_fragment": gzip.compress(
            b"pagefind_dcd" + json.dumps({"meta": {"date": date} if date else {}, "filters": found}).encode()
        )
        for key, (date, found) in pages.items()
    } | {"pagefind.js": b"..."}  # fmt: skip


def test_pages_stand_by_day_and_undated_ones_last() -> None:
    """The newest first; equals by id; a facet's places are steps in that order."""
    files = facets.files(
        index(
            a=("2024-01-01", {"outlet": ["Herald"], "person": ["Ann", "Bo"]}),
            b=("", {"outlet": ["Herald"], "person": ["Bo"]}),
            c=("2025-01-01", {"outlet": ["Gazette"]}),
            d=("2024-01-01", {"outlet": ["Herald"], "person": ["Bo"]}),
        )
    )

    assert json.loads(files["search/order.json"]) == ["c", "a", "d", "b"]
    assert json.loads(files["search/facet-outlet.json"]) == {"Gazette": [0], "Herald": [1, 1, 1]}
    assert json.loads(files["search/facet-person.json"]) == {"Ann": [1], "Bo": [1, 1, 1]}
    assert json.loads(files["search/facet-event.json"]) == {}


def test_an_index_without_pages_has_facets_without_values() -> None:
    """An archive may hold nothing yet."""
    assert json.loads(facets.files({})["search/order.json"]) == []


def test_an_index_of_another_form_is_not_guessed_at() -> None:
    """A later Pagefind may write its pages in another way."""
    with pytest.raises(ValueError, match="Expecting value"):
        facets.files({"fragment/a.pf_fragment": gzip.compress(b"something else")})
