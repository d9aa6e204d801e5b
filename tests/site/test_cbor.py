"""The coder of Pagefind's index files."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import cbor

VALUES = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_written_is_read_back(value: cbor.Value) -> None:
    """Numbers of every size, texts of every script, lists in lists."""
    assert cbor.decode(cbor.encode(value)) == value


@pytest.mark.parametrize(
    "data", [b"", b"\x18", b"\x63ab", b"\x81", b"\x00\x00", b"\xa0", b"\x9f\xff", b"\xf6", b"\x1f"]
)
def test_what_is_not_known_is_refused(data: bytes) -> None:
    """Cut short, too long, maps, endless lists, null: none is taken for something else."""
    with pytest.raises(ValueError, match=r"\w"):
        cbor.decode(data)


@given(st.binary(max_size=30))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Never another end than a value or a ValueError."""
    with contextlib.suppress(ValueError):
        cbor.decode(data)
