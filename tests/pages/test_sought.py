"""What the search index is told of a release besides its text."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

from generator.lookup import day_sign, sign
from generator.pages.sought import heading, sought
from tests.pages import made


def test_facets_are_headings_and_signs_are_weighed() -> None:
    """Who, where and what a release names; the day it was published counts twice."""
    release = made.ARCHIVE.releases[made.TALKS]
    found = sought(made.holdings(), release)
    signs = str(found["signs"]).split()

    assert "Ann Example" in found["person"]  # type: ignore[operator]
    assert sign("ann-example") in signs
    assert signs.count(day_sign(made.holdings().date(release))) >= 2


def test_two_records_of_one_heading_stay_two_values() -> None:
    """Their ids tell them apart."""
    other = replace(made.ENTITIES["ann-example"], id="ann-example-2")
    archive = dataclasses.replace(
        made.ARCHIVE, entities={**made.ARCHIVE.entities, "ann-example-2": other}
    )
    holdings = dataclasses.replace(made.holdings(), archive=archive)

    assert heading(holdings, "ann-example-2") == "Ann Example (ann-example-2)"
    assert heading(made.holdings(), "ann-example") == "Ann Example"


def test_a_release_can_be_sought_by_its_level_and_lag() -> None:
    """The level of its kind; the days since its event, in the columns of the page of levels."""
    found = sought(made.holdings(), made.ARCHIVE.releases[made.TALKS])

    assert (found["level"], found["lag"]) == ("Level 3", "1 day")


def test_what_is_not_known_is_no_facet() -> None:
    """A kind without a level and an event without a day."""
    release = made.ARCHIVE.releases[made.TALKS]
    archive = dataclasses.replace(made.ARCHIVE, kinds={}, entities={})
    found = sought(dataclasses.replace(made.holdings(), archive=archive), release)

    assert (found["level"], found["lag"]) == ("", "")
