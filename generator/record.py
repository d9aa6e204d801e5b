"""What every record that a person writes has in common, and its smallest parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, TypeVar, cast, dataclass_transform

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    TypeAdapter,
    WithJsonSchema,
)
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from generator import ids
from generator.packed import Packed

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# Nine figures count more characters than any capture has; int() refuses thousands.
_SPAN = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


_CONFIG = ConfigDict(extra="forbid", populate_by_name=True, defer_build=True)
T = TypeVar("T")


class Record(Packed):
    """A frozen value that refuses unknown keys; read from YAML whose scalars are all strings."""

    __slots__ = ()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(declared: type[T]) -> type[T]:
    """Make a record of a class: a dataclass with slots that checks what it is made of."""
    made: Any = dataclass(declared, config=_CONFIG, frozen=True, slots=True, kw_only=True)
    return cast("type[T]", made)


def fields_of(declared: type[Any]) -> Mapping[str, FieldInfo]:
    """Return what is declared of each field of a record's class."""
    found: Mapping[str, FieldInfo] = declared.__pydantic_fields__
    return found


def is_record(declared: Any) -> bool:
    """Return whether something is the class of a record."""
    return isinstance(declared, type) and issubclass(declared, Record)


@lru_cache(maxsize=128)
def adapter(declared: Any) -> TypeAdapter[Any]:
    """Return what checks, and writes, values of a record's class or of a list of one."""
    return TypeAdapter(declared)


def checked(declared: type[T], data: Any) -> T:
    """Return what mappings, lists and strings say, as a value of the declared type.

    Raises:
        pydantic.ValidationError: They say something else; every fault is in it.
    """
    hashable: Any = declared
    found: T = adapter(hashable).validate_python(data)
    return found


def as_written(value: Record) -> dict[str, Any]:
    """Return a record as mappings, tuples and scalars, by the names its fields have in files.

    Fields left at their default are absent.
    """
    declared: Any = type(value)
    made: dict[str, Any] = adapter(declared).dump_python(
        value, by_alias=True, exclude_defaults=True
    )
    return made


def as_json(value: Record) -> dict[str, Any]:
    """Return a record with all its fields as JSON has them: lists for tuples, text for spans."""
    declared: Any = type(value)
    made: dict[str, Any] = adapter(declared).dump_python(value, mode="json", by_alias=True)
    return made


def _as_id(text: str) -> str:
    if why := ids.fault(text):
        raise ValueError(f"`{text[:100]}` {why}")
    return text


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None or month is None:
        return True
    leap = year is not None and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (28 if month == 2 and not leap else _MONTH_DAYS[month - 1])


def _as_date(text: str) -> str:
    first, slash, last = text.partition("/")
    if not _is_date(first) or (slash and last != ".." and not _is_date(last)):
        raise ValueError(f"`{text[:40]}` is no date; write YYYY, YYYY-MM, YYYY-MM-DD or first/last")
    if slash and last != ".." and last < first[: len(last)]:
        raise ValueError(f"`{text[:40]}` ends before it begins; write the earlier date first")
    return text


def _as_span(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _SPAN.fullmatch(value)
    if not found:
        raise ValueError(f"`{value[:40]}` is no span; write first-last, as 26-138")
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise ValueError(f"`{value[:40]}` ends before it begins; write the smaller number first")
    return first, last


Id = Annotated[
    str,
    AfterValidator(_as_id),
    WithJsonSchema({"type": "string", "pattern": f"^{ids.FORM}$", "maxLength": ids.LONGEST}),
]
"""A permanent identifier: see `generator.ids`."""

_PLACE = re.compile(rf"{ids.FORM}#[ph][1-9][0-9]*")
_HASH = re.compile(r"[0-9a-f]{8}")


def _as_place(text: str) -> str:
    if not _PLACE.fullmatch(text):
        raise ValueError(f"`{text[:120]}` is no place; write release#block, as a-release#p4")
    return text


def _as_hash(text: str) -> str:
    if not _HASH.fullmatch(text):
        raise ValueError(f"`{text[:40]}` is no short hash; write the 8 digits that are shown")
    return text


BlockPlace = Annotated[
    str,
    AfterValidator(_as_place),
    WithJsonSchema({"type": "string", "pattern": f"^{_PLACE.pattern}$"}),
]
"""A paragraph or heading of a release, as `<release>#p4`."""

ShortHash = Annotated[
    str,
    AfterValidator(_as_hash),
    WithJsonSchema({"type": "string", "pattern": f"^{_HASH.pattern}$"}),
]
"""The eight digits by which a paragraph's text is known again."""

DateText = Annotated[
    str,
    AfterValidator(_as_date),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}(/(\.\.|\d{4}(-\d{2}){0,2}))?$"}
    ),
]
"""ISO 8601, as precise as is known: `2024`, `2024-11`, `2024-11-02`, `2024-01-15/2024-01-17`,
`2022-02-24/..` (open end)."""

Span = Annotated[
    tuple[int, int],
    BeforeValidator(_as_span),
    PlainSerializer(lambda span: f"{span[0]}-{span[1]}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^\d+(-\d+)?$"}),
]
"""Two numbers, written `first-last`. Of characters: half-open offsets (code points of the
capture's text). Of lines: 1-based, both ends included."""
