"""Frozen values by the hundred thousand: small in memory, and quickly back from where they were kept.

A frozen dataclass with slots is pickled by Python as a class and its fields' names and values, and
is filled again through three functions of Python each. Here it is its class and its values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

Setters = tuple[Callable[[Any, Any], None], ...]


class _Setters(dict[type[Any], Setters]):
    """What fills the slots of each kind, past what keeps others from doing so."""

    def __missing__(self, kind: type[Any]) -> Setters:
        found = tuple(getattr(kind, one.name).__set__ for one in fields(kind))
        return self.setdefault(kind, found)


_SETTERS = _Setters()
_NEW = object.__new__


class Packed:
    """What a frozen dataclass with slots is derived from, to be pickled as its values alone."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Return how the same is made again: nothing is checked a second time."""
        kind = type(self)
        names = kind.__dataclass_fields__  # type: ignore[attr-defined] # every subclass has it
        return unpacked, (kind, *[getattr(self, name) for name in names])


def unpacked(kind: type[Any], *values: Any) -> Any:
    """Return a value of a kind, from all its fields in their order."""
    made = _NEW(kind)
    # Not counted: hundreds of thousands come this way, and what was kept was kept by this program.
    for put, value in zip(_SETTERS[kind], values):  # noqa: B905
        put(made, value)
    return made
