"""Every profile of content/ proves itself by its examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.clean.cleaning import clean
from generator.clean.profile import Example, Gives, Profile, SiteProfile
from generator.clean.result import Cleaned, Source
from generator.errors import Refused
from generator.store.many import library
from tests.clean.built import cuts, texts

CONTENT = Path(__file__).resolve().parents[2] / "content"
SHELVES = library(CONTENT)
PROFILES: list[Profile] = [*SHELVES.sites, *SHELVES.agencies]
EXAMPLES = [
    pytest.param(profile, example, id=f"{profile.id}-{number}")
    for profile in PROFILES
    for number, example in enumerate(profile.examples, start=1)
]


@pytest.mark.parametrize(("profile", "example"), EXAMPLES)
def test_the_example_gives_what_it_says(profile: Profile, example: Example) -> None:
    """Cleaning an example's capture gives the fields, blocks, cuts and edits written under it.

    An agency's example is a text without a page around it.
    """
    source = Source(example.capture, "example", example.url)
    shelves = SHELVES if isinstance(profile, SiteProfile) else replace(SHELVES, sites=())
    if example.gives.refused is not None:
        with pytest.raises(Refused, match=example.gives.refused):
            clean(source, shelves)
        return

    made = clean(source, shelves)

    assert profile.id in (made.profiles.site, made.profiles.agency)
    _compare(made, example.gives)


def _compare(made: Cleaned, gives: Gives) -> None:
    for name, value in gives.fields.items():
        found = getattr(made.fields, name)
        assert (found.value if found else "") == value, name
    found_edits = [edit.rule for edit in made.edits]
    pairs = (
        (texts(made), gives.blocks),
        ([one.text for one in made.captions], gives.captions),
        (cuts(made), gives.cuts),
        (found_edits, gives.edits),
    )
    for found, wanted in pairs:
        if wanted is not None:
            assert found == list(wanted)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_every_profile_has_an_example(profile: Profile) -> None:
    """A profile without an example proves nothing."""
    assert profile.examples
