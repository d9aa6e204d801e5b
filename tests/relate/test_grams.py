"""What paragraphs are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.relate.grams import grams, likeness, vectors

TEXTS = st.lists(
    st.lists(st.sampled_from("abcdef"), max_size=8).map(" ".join), min_size=2, max_size=6
)


def test_an_entity_is_one_gram_whatever_it_is_called() -> None:
    """Two names of one thing agree by the thing."""
    one, two, other = vectors(
        [
            grams("Artania spoke", ["artania"]),
            grams("the Republic came", ["artania"]),
            grams("rain"),
        ]
    )

    assert likeness(one, two) > 0
    assert likeness(one, other) == 0


def test_what_all_share_weighs_less_than_what_two_share() -> None:
    """The rarer a word is, the more it ties."""
    one, two, three = vectors(
        [grams("talks held rain"), grams("talks held sun"), grams("talks off")]
    )

    assert likeness(one, two) > likeness(one, three)


@given(TEXTS)
def test_likeness_is_symmetric_and_at_most_one(texts: list[str]) -> None:
    """The cosine is alike from both sides, between 0 and 1, and 1 of a text with itself."""
    made = vectors([grams(text) for text in texts])

    for one in made:
        for two in made:
            assert likeness(one, two) == pytest.approx(likeness(two, one))
            assert -1e-9 <= likeness(one, two) <= 1 + 1e-9
        assert not one or likeness(one, one) == pytest.approx(1)
