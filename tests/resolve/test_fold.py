"""Texts made comparable, with offsets that stay true."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.resolve.fold import compose, fold, key, lower

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("’‘–— \u00a0\u00ad\u200b\u0301\u0306ёЁİßﬁ가나한\u1112\u1161\u11ab\tKim"),
    ),
    max_size=60,
)


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    """Folding and small letters change each character for one, so offsets hold."""
    assert len(fold(text)) == len(text)
    assert len(lower(text)) == len(text)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded has nothing left to fold."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS, st.data())
def test_a_span_of_the_composed_text_is_one_of_the_source(text: str, data: st.DataObject) -> None:
    """Every span leads back to a span of the source that holds the same characters."""
    composed = compose(text)
    start = data.draw(st.integers(0, len(composed.text)))
    end = data.draw(st.integers(start, len(composed.text)))

    first, last = composed.span(start, end) if end > start else (0, 0)

    assert 0 <= first <= last <= len(text)
    same = compose(unicodedata.normalize("NFC", text[first:last])).text
    assert end == start or composed.text[start:end] in same


@given(st.text("가나다라éабвё Kim", max_size=30))
def test_both_normal_forms_are_composed_alike(text: str) -> None:
    """A text reads the same whether its accents and syllables come joined or apart."""
    apart = unicodedata.normalize("NFD", text.replace("ё", "е"))

    assert compose(apart).text == compose(unicodedata.normalize("NFC", apart)).text


def test_the_key_of_a_form_does_not_know_typography() -> None:
    """Dashes, apostrophes, spaces, case and normal form make no difference to a key."""
    assert key("People\u2019s  North\u2013East\u00a0E\u0301tat") == "people's north-east état"
