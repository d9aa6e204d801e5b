"""Visits told by a verb."""

from __future__ import annotations

import pytest

from generator.relate import accounts
from generator.vocabulary import Vocabulary, WordList
from tests.relate import build

WORDS = Vocabulary(
    words=(
        WordList(id="en-to-visit", role="to-visit", words=("to visit", "will visit")),
        WordList(id="en-visited", role="visited", words=("visited",)),
    )
)
CASES = [
    ("Anna was invited to visit Borduria.", "2024-06-18", True),
    ("Anna was invited to visit Szohod.", "2024-06-18", True),
    ("Anna was invited to visit Borduria.", "2025-06-18", False),
    ("Anna was invited to visit the hills of Borduria.", "2024-06-18", False),
    ("Anna visited Borduria in September 2023 at last.", "2023-09-12", True),
    ("Anna visited Borduria in September 2023 at last.", "2023-08-12", False),
    ("Anna visited Borduria.", "2023-09-12", False),
    ("Anna visited the hills in September 2023.", "2023-09-12", False),
    ("Others were invited to visit Borduria.", "2024-06-18", False),
    ("Anna thanked Borduria.", "2024-06-18", False),
]


@pytest.mark.parametrize(("text", "day", "told"), CASES)
def test_a_verb_and_a_place_tell_the_one_visit_that_fits(
    text: str,
    day: str,
    told: bool,  # noqa: FBT001
) -> None:
    """Who is named, where the verb leads and when it was or will be must all fit the record."""
    one = build.release("one", text)
    visit = build.event("visit", day, form="visit", place="borduria", participants=("anna",))
    archive = build.archive(one, visit, build.ANNA, build.BORDURIA, build.CAPITAL, vocabulary=WORDS)
    words = {"Anna": "anna", "Borduria": "borduria", "Szohod": "szohod"}
    mentions = [build.names(one, word, entity) for word, entity in words.items() if word in text]

    found = accounts(archive, build.by_release(*mentions))

    assert ("visit" in found.of_release["one"]) == told


def test_of_two_visits_that_fit_neither_is_meant() -> None:
    """Nothing is guessed where two records fit."""
    one = build.release("one", "Anna was invited to visit Borduria.")
    visits = [
        build.event(
            f"visit-{day}", f"2024-06-{day}", form="visit", place="borduria", participants=("anna",)
        )
        for day in (18, 25)
    ]
    archive = build.archive(one, *visits, build.ANNA, build.BORDURIA, vocabulary=WORDS)
    mentions = [build.names(one, "Anna", "anna"), build.names(one, "Borduria", "borduria")]

    assert accounts(archive, build.by_release(*mentions)).of_release["one"] == {}


def test_without_words_for_it_no_visit_is_told() -> None:
    """An archive without the vocabulary tells visits by their mentions only."""
    one = build.release("one", "Anna was invited to visit Borduria.")
    archive = build.archive(one, build.ANNA, build.BORDURIA)

    assert accounts(archive, {}).of_release["one"] == {}


def test_a_date_elsewhere_in_the_paragraph_is_not_the_visits() -> None:
    """Only the date right after the place tells when the visit was."""
    text = "In 2023 Anna visited Borduria. The talks were long, and the heirs of the hosts kept it."
    one = build.release("one", f"{text} In September 2022 too.")
    visit = build.event(
        "visit", "2022-09-12", form="visit", place="borduria", participants=("anna",)
    )
    archive = build.archive(one, visit, build.ANNA, build.BORDURIA, vocabulary=WORDS)
    mentions = [build.names(one, "Anna", "anna"), build.names(one, "Borduria", "borduria")]

    assert accounts(archive, build.by_release(*mentions)).of_release["one"] == {}


def test_a_person_after_the_verb_is_no_place() -> None:
    """Who is invited to visit somebody visits no place."""
    one = build.release("one", "Others were invited to visit Anna.")
    visit = build.event(
        "visit", "2024-06-18", form="visit", place="borduria", participants=("anna",)
    )
    archive = build.archive(one, visit, build.ANNA, build.BORDURIA, vocabulary=WORDS)

    found = accounts(archive, build.by_release(build.names(one, "Anna", "anna")))

    assert found.of_release["one"] == {}


def test_blocks_that_tell_a_visit_are_in_reading_order() -> None:
    """What a verb tells in the first paragraph stands before what the second names."""
    one = build.release("one", "Anna was invited to visit Borduria.", "The visit will be long.")
    visit = build.event(
        "visit", "2024-06-18", form="visit", place="borduria", participants=("anna",)
    )
    archive = build.archive(one, visit, build.ANNA, build.BORDURIA, vocabulary=WORDS)
    mentions = [
        build.names(one, "Anna", "anna"),
        build.names(one, "Borduria", "borduria"),
        build.names(one, "visit", "visit", block="p2"),
    ]

    found = accounts(archive, build.by_release(*mentions))

    assert found.of_release["one"]["visit"].blocks == ("p1", "p2")
