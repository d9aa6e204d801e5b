"""Frozen values by the hundred thousand: small in memory, and quickly back from where they were kept.

A frozen dataclass with slots is pickled by Python as a class and its fields' names and values, and
is filled again through three functions of Python each. Here it is its class and its values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

_SETTERS: dict[type[Any], tuple[Callable[[Any, Any], None], ...]] = {}


class Packed:
    """What a frozen dataclass with slots is derived from, to be pickled as its values alone."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Return how the same is made again: nothing is checked a second time."""
        kind = type(self)
        names = kind.__dataclass_fields__  # type: ignore[attr-defined] # every subclass has it
        return unpacked, (kind, *[getattr(self, name) for name in names])


def unpacked(kind: type[Any], *values: Any) -> Any:
    """Return a value of a kind, from its fields in their order.

    Raises:
        ValueError: The kind has more or fewer fields.
    """
    made = object.__new__(kind)
    for put, value in zip(_SETTERS.get(kind) or _setters(kind), values, strict=True):
        put(made, value)
    return made


def _setters(kind: type[Any]) -> tuple[Callable[[Any, Any], None], ...]:
    """Return what fills each slot of a frozen value, past what keeps others from doing so."""
    found = tuple(getattr(kind, one.name).__set__ for one in fields(kind))
    return _SETTERS.setdefault(kind, found)
