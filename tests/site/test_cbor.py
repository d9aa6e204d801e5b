"""The reader of Pagefind's index files."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site import cbor

VALUES = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=20,
)


def written(value: cbor.Value) -> bytes:
    """Return the bytes of a value, every number in eight bytes: a form as good as the shortest."""
    if isinstance(value, int):
        return bytes([0x1B]) + value.to_bytes(8)
    if isinstance(value, str):
        text = value.encode()
        return bytes([0x7B]) + len(text).to_bytes(8) + text
    assert isinstance(value, Sequence)
    return bytes([0x9B]) + len(value).to_bytes(8) + b"".join(map(written, value))


@given(VALUES)
def test_what_is_written_is_read_back(value: cbor.Value) -> None:
    """Numbers of every size, texts of every script, lists in lists."""
    assert cbor.decode(written(value)) == value


@pytest.mark.parametrize(
    ("data", "value"),
    [(b"\x17", 23), (b"\x18\x18", 24), (b"\x19\x01\x00", 256), (b"\x62\xc3\xbc", "ü"), (b"\x80", [])],
)  # fmt: skip
def test_the_shortest_forms_are_read(data: bytes, value: cbor.Value) -> None:
    """Pagefind writes numbers as short as they go."""
    assert cbor.decode(data) == value


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
    try:
        value = cbor.decode(data)
    except ValueError:
        return
    assert cbor.decode(written(value)) == value
