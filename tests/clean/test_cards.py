"""Persons' cards: found by the repeated name, cut only where a pattern knows their end."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.clean.cards import cards, same_name
from generator.clean.rules import Card

MARK = Card(id="mark", reason="card", pattern=r"^(?P<at>\w+ \w+ [^.,]{3,60}?) [,.]")
SPEAKER = Card(id="speaker", reason="card", pattern=r"^(?P<at>\w+ \w+ [^:]{3,60}?) :")
MAYOR = Card(id="mayor", reason="card", pattern=r"^(?P<at>\w+ \w+ mayor of \p{Lu}\p{Ll}+) ")


def without(text: str, *rules: Card) -> str:
    """Return the text without its cards and the space before each."""
    for start, end, _ in reversed(list(cards(text, rules))):
        text = text[: start - 1] + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Anna Lehtinen Lehtinen Anna mayor of Turku , and others came.",
            "Anna Lehtinen , and others came.",
        ),
        ("A.Lehtinen Lehtinen Anna the guest : Thank you.", "A.Lehtinen : Thank you."),
        (
            "They met Anna Lehtinen Lehtinen Anna mayor of Turku yesterday.",
            "They met Anna Lehtinen yesterday.",
        ),
        ("Wang Li Wang Li a guest , came.", "Wang Li , came."),
        ("[with Lehtinena] Lehtinen Anna a guest , came.", "[with Lehtinena] , came."),
    ],
)
def test_a_card_behind_a_name_goes(text: str, left: str) -> None:
    """The name that the sentence has stays, in its own case."""
    assert without(text, MAYOR, SPEAKER, MARK) == left


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lehtinen came.",
        "Anna Lehtinen Lehtinen Anna whose office no pattern knows spoke",
        "He said that that was so , and left.",
        "Berlin, Berlin and Bern a city , took part.",
        "",
    ],
)
def test_a_text_without_a_card_of_a_known_end_stays_whole(text: str) -> None:
    """Nothing is cut on a guess."""
    assert without(text, MAYOR, SPEAKER, MARK) == text


def test_a_card_never_reaches_into_the_next_person() -> None:
    """Where the first card's end is not known, only the second is cut."""
    text = "Anna Lehtinen Lehtinen Anna and the poet Olli Saari Saari Olli a poet , came."

    assert without(text, MARK) == ("Anna Lehtinen Lehtinen Anna and the poet Olli Saari , came.")


def test_a_card_s_pattern_is_anchored() -> None:
    """It sees the text from the repeated name on, so it must begin there."""
    with pytest.raises(ValidationError, match="begins with `\\^`"):
        Card(id="loose", reason="card", pattern="mayor")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lehtinen", "Lehtinen", True),
        ("Собяниным", "Собянин", True),
        ("Ли", "Ли", True),
        ("Ли", "Лим", False),
        ("Ким", "Кимом", True),
        ("Ким", "Кимовым", False),
        ("Кимы", "Киммм", True),
        ("lehtinen", "Lehtinen", False),
        ("Сергей", "Сергеевич", False),
        ("Москва", "Московская", False),
    ],
)
def test_two_forms_of_one_surname_are_known(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    """Endings of cases may differ by two letters."""
    assert same_name(one, other) is same
