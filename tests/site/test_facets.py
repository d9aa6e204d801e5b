"""Facet files: where the values of a facet stand in the archive's order."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import facets
from generator.site.search import Page


def page(date: str = "2024-01-01", **found: list[str]) -> Page:
    """Return a page with these values of facets."""
    return Page("releases/x/", "", date, found)


def read(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what the files say."""
    return {
        name.removesuffix(".pack"): json.loads(zlib.decompress(data))
        for name, data in files.items()
    }


def test_values_stand_where_their_pages_stand() -> None:
    """As steps in the order of the pages; days with how many pages have them."""
    found = read(
        facets.files(
            [
                page("2025-01-01", outlet=["Gazette"]),
                page("2024-01-01", outlet=["Herald"], person=["Ann", "Bo"]),
                page("2024-01-01", outlet=["Herald"], person=["Bo"]),
                page("", outlet=["Herald"], person=["Bo"]),
            ]
        )
    )

    assert found["facets"]["early"]["outlet"] == {"Gazette": [0], "Herald": [1, 1, 1]}
    assert found["facet-person-0"] == {"Bo": [1, 1, 1], "Ann": [1]}
    assert found["facets"]["late"] == {"person": [3], "place": [], "event": []}
    assert found["days"] == [["2025-01-01", 1], ["2024-01-01", 2], ["", 1]]


def test_an_archive_without_pages_has_facets_without_values() -> None:
    """An archive may hold nothing yet."""
    found = read(facets.files([]))

    assert set(found["facets"]["early"]) == set(facets.EARLY)
    assert found["days"] == []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=40))
def test_parts_hold_every_value_once_the_most_frequent_first(pages: list[list[str]]) -> None:
    """So that what comes later has no more pages than what has come."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "_PART", 7)
        found = read(facets.files([page(place=values) for values in pages]))
    parts = [found[f"facet-place-{n}"] for n in range(len(found["facets"]["late"]["place"]))]
    sizes = [(value, len(steps)) for part in parts for value, steps in part.items()]

    assert dict(sizes) == Counter(value for values in pages for value in values)
    assert len(sizes) == len(dict(sizes))
    assert [size for _, size in sizes] == sorted((size for _, size in sizes), reverse=True)
    assert found["facets"]["late"]["place"] == [len(next(iter(part.values()))) for part in parts]
