"""Files in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.exports.pieces import encoded

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"])))


@given(TEXTS, st.integers(1, 9))
def test_pieces_are_the_texts_and_none_is_much_longer_than_asked(
    texts: list[str], size: int
) -> None:
    """Joined they are all texts; without its last text a piece is too short."""
    pieces = [piece.decode() for piece in encoded(texts, size)]

    assert "".join(pieces) == "".join(texts)
    assert all(size <= len(piece) < size + max(map(len, texts)) for piece in pieces[:-1])


def test_a_piece_is_made_when_it_is_asked_for() -> None:
    """No more texts are taken than the piece needs."""
    texts = iter("abcd")

    assert next(encoded(texts, 2)) == b"ab"
    assert "".join(texts) == "cd"
