"""Places in lists of names: protocol orders lists, and prose is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.authority import Person, Place
from generator.model import Outlet, Rights
from generator.resolve import mentions
from generator.vocabulary import Post, Vocabulary, WordList
from generator.wording import Wording
from tests.wording import texts

PEOPLE = tuple(
    Person(id=name.lower(), heading=f"{name} Sample", order="given-first", family="Sample", given=name)
    for name in ("Ann", "Bo", "Cy", "Dee")
)  # fmt: skip
WORDS = (
    WordList(id="and", role="and", words=("and",)),
    WordList(id="address", role="address", words=("minister", "president", "comrade")),
    WordList(id="head", role="name-head", words=("Committee",)),
)
POSTS = (
    Post(id="fm", kind="office", singular=("foreign minister",), records=("Foreign Minister",)),
)
KEY = "2024-01-01-x"


def listed(text: str, **outlet: Any) -> list[tuple[str, int, int]]:
    """Return who stands where of how many, in the order of the people."""
    outlets = (Outlet(id="gazette", name="G", kind="agency", **outlet),)
    places = (Place(id="artania", heading="Artania", state=True),)
    made = texts.wording(texts.release(KEY, text), entities=(*PEOPLE, *places), outlets=outlets)
    archive = replace(made.archive, vocabulary=Vocabulary(words=WORDS, posts=POSTS))
    found = Wording(archive, mentions(archive), ()).orders
    return [
        (one.person, one.place, one.of) for person in PEOPLE for one in found.get(person.id, ())
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present were Ann Sample, Bo Sample and Cy Sample.", [("ann", 1, 3), ("bo", 2, 3), ("cy", 3, 3)]),
        ("With Ann Sample, Bo Sample, and the comrade Cy Sample.", [("ann", 1, 3), ("bo", 2, 3), ("cy", 3, 3)]),
        ("Comrade Ann Sample, foreign minister of Artania, President Bo Sample and Cy Sample came.",
         [("ann", 1, 3), ("bo", 2, 3), ("cy", 3, 3)]),
        ("There were Nora Nobody, Ann Sample and Nick Nobody.", [("ann", 2, 3)]),
        ("Ann Sample met Bo Sample and had a talk with Cy Sample.", []),
        ("Ann Sample and Bo Sample met.", []),
        ("Ann Sample, Bo Sample. Cy Sample came.", []),
        ("Ann Sample, the Party Committee and Bo Sample.", []),
        ("Ann Sample and Bo Sample and Cy Sample met.", []),
        ("Ann Sample, Ann Sample and Ann Sample.", []),
        ("", []),
    ],
)  # fmt: skip
def test_only_names_between_commas_are_a_list(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Three at least, in one sentence, with nothing but titles and offices between."""
    assert listed(text) == expected


def test_a_list_that_may_not_be_shown_is_not_read() -> None:
    """Rights hold back the order too."""
    text = "Present were Ann Sample, Bo Sample and Cy Sample."

    assert listed(text, rights=Rights(display="metadata")) == []


def test_prose_of_the_first_releases_is_no_list() -> None:
    """Who paid calls on whom tells nothing of protocol."""
    assert texts.seeds().orders == {}
