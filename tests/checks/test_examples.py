"""Examples that profiles carry."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.examples import unproven
from generator.checks.subject import Subject
from generator.clean.profile import AgencyProfile, SiteProfile
from generator.record import checked
from tests.checks.small import subject, told

CAPTURE = "Gazette | Home\nThe ministers met.\n\nThey talked.\nMore from Gazette\nWeather\n"
RULES = {
    "id": "site",
    "detect": {"signs": [{"pattern": "^Gazette"}]},
    "header": [{"id": "head", "reason": "name", "pattern": "^Gazette"}],
    "tail": [{"id": "tail", "reason": "links", "pattern": "^More from"}],
}


def with_example(gives: dict[str, Any], capture: str = CAPTURE) -> Subject:
    """Return an archive with a site's profile that carries one example."""
    profile = checked(SiteProfile, {**RULES, "examples": [{"capture": capture, "gives": gives}]})
    return subject(sites={"site": profile}, profile_paths={"sites/site": "site.yml"})


def test_an_example_that_gives_what_it_says_is_well() -> None:
    """Blocks, cuts with their lines, and an absent field."""
    gives = {
        "blocks": ["The ministers met.", "They talked."],
        "cuts": ["1-1 site.head", "5-6 site.tail"],
        "fields": {"author": ""},
    }

    assert told(unproven(with_example(gives))) == []


@pytest.mark.parametrize(
    ("gives", "found"),
    [
        (
            {"blocks": ["The ministers met."]},
            "blocks: `blocks` differs at entry 2: `They talked.`, not nothing",
        ),
        (
            {"blocks": ["The ministers met.", "They talked.", "Weather"]},
            "blocks: `blocks` differs at entry 3: nothing, not `Weather`",
        ),
        (
            {"cuts": ["1-1 site.top", "5-6 site.tail"]},
            "cuts: `cuts` differs at entry 1: `1-1 site.head`, not `1-1 site.top`",
        ),
        ({"edits": ["x.y"]}, "edits: `edits` differs at entry 1: nothing, not `x.y`"),
        ({"fields": {"author": "Anna"}}, "fields.author: `author` is absent, not `Anna`"),
        ({"refused": "several"}, "refused: the example is not refused"),
    ],
)
def test_an_example_that_gives_something_else_is_told(gives: dict[str, Any], found: str) -> None:
    """The first difference is named, at the part of the example that says otherwise."""
    assert told(unproven(with_example(gives))) == [f"site.yml examples.0.gives.{found}"]


def test_a_refusal_is_compared_with_what_was_expected() -> None:
    """An example may prove that a page is refused; if it should not be, the reason is told."""
    assert told(unproven(with_example({"refused": "no characters"}, "\u2003"))) == []
    (message,) = told(unproven(with_example({"blocks": []}, "\u2003")))
    assert "the example is refused: " in message


def test_an_agencys_example_is_cleaned_without_sites() -> None:
    """Its conventions hold wherever a text is printed, so no site may take part in the proof."""
    agency = checked(
        AgencyProfile,
        {
            "id": "wire",
            "detect": {"signs": [{"pattern": "^Gazette"}]},
            "examples": [{"capture": CAPTURE, "gives": {"cuts": []}}],
        },
    )
    whole = Subject(
        with_example({}).archive,
        sites=with_example({}).sites,
        agencies={"wire": agency},
        profile_paths={"sites/site": "site.yml", "agencies/wire": "wire.yml"},
    )

    assert told(unproven(whole)) == []
