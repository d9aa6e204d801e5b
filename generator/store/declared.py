"""What the declaration of a record says of a place in it: its fields, and the type of a value."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from generator.record import fields_of, is_record


@lru_cache(maxsize=4096)
def types_at(declared: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    """Return the types a value may have; lists are passed through.

    Args:
        declared: A record's class, or a list of one.
        names: The keys that lead to the value; no indices.

    >>> from generator.model import Capture
    >>> types_at(Capture, ("blocks", "line"))
    (<class 'int'>,)
    """
    found = tuple(leaves(declared))
    for name in names:
        found = tuple(leaf for one in found for leaf in _below(one, name))
    return found


@lru_cache(maxsize=1024)
def fields_at(declared: Any, names: tuple[str, ...], *, required: bool = False) -> tuple[str, ...]:
    """Return the names of the fields that the mapping at `names` may have, as they are written.

    Args:
        declared: A record's class, or a list of one.
        names: The keys that lead to the mapping; no indices.
        required: Only those that it must have.
    """
    return tuple(
        field.alias or name
        for one in types_at(declared, names)
        if is_record(one)
        for name, field in fields_of(one).items()
        if field.is_required() or not required
    )


def _below(declared: Any, name: str) -> Iterator[Any]:
    if get_origin(declared) is dict:
        yield from leaves(get_args(declared)[1])
    elif is_record(declared):
        for own, field in fields_of(declared).items():
            if name in (own, field.alias):
                yield from leaves(field.annotation)


def leaves(declared: Any) -> Iterator[Any]:
    """Yield the types that a value of this declaration may have; lists are passed through."""
    origin = get_origin(declared)
    if origin is Annotated:
        yield from leaves(get_args(declared)[0])
    elif origin in (Union, types.UnionType, tuple):
        for part in get_args(declared):
            if part is not Ellipsis and part is not types.NoneType:
                yield from leaves(part)
    else:
        yield declared
